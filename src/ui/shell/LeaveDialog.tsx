import { useApp } from '../app-context.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { useWords } from '../words-context.ts';

/** Asked when unsaved input would be lost: by going to another screen, by locking, by a newer version. */
export const LeaveDialog = () => {
  const words = useWords();
  const { router } = useApp();
  const asking = router.asking.value;
  if (asking === null) return null;
  const ends = asking === 'end';
  return (
    <Dialog
      title={words.shell.leaveTitle}
      onClose={router.stay}
      actions={
        <>
          <Button look="primary" onClick={router.stay}>
            {words.shell.leaveStay}
          </Button>
          <Button look="danger" onClick={router.leave}>
            {ends ? words.shell.endGo : words.shell.leaveGo}
          </Button>
        </>
      }
    >
      <p>{ends ? words.shell.endWhy : words.shell.leaveWhy}</p>
    </Dialog>
  );
};
