import { useApp } from '../app-context.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { useWords } from '../words-context.ts';

/** Asked when unsaved input would be lost: by going to another screen, by locking, by a newer version. */
export const LeaveDialog = () => {
  const words = useWords();
  const { router, session } = useApp();
  const asking = router.asking.value;
  if (asking === null) return null;
  const says =
    asking !== 'end'
      ? { why: words.shell.leaveWhy, go: words.shell.leaveGo }
      : session.session.value.at === 'open'
        ? { why: words.shell.endWhy, go: words.shell.endGo }
        : // No vault is open: what ends is the version that runs.
          { why: words.shell.renewWhy, go: words.shell.renewGo };
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
            {says.go}
          </Button>
        </>
      }
    >
      <p>{says.why}</p>
    </Dialog>
  );
};
