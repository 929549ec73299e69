import { useApp } from '../app-context.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { useWords } from '../words-context.ts';

/** Asked when a screen with unsaved input is about to be left. */
export const LeaveDialog = () => {
  const words = useWords();
  const { router } = useApp();
  if (router.asking.value === null) return null;
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
            {words.shell.leaveGo}
          </Button>
        </>
      }
    >
      <p>{words.shell.leaveWhy}</p>
    </Dialog>
  );
};
