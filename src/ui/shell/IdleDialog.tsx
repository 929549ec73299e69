import type { IdleTimer } from '../../app/models/idle-timer.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { useWords } from '../words-context.ts';

/** Thirty seconds before the vault locks itself. Any touch keeps it open, the button among them. */
export const IdleDialog = ({ idle }: { readonly idle: IdleTimer }) => {
  const words = useWords();
  const left = idle.warning.value;
  if (left === null) return null;
  return (
    <Dialog
      title={words.shell.idleTitle(left)}
      onClose={idle.touch}
      actions={
        <Button look="primary" onClick={idle.touch}>
          {words.shell.idleStay}
        </Button>
      }
    >
      <p>{words.shell.idleWhy}</p>
    </Dialog>
  );
};
