import type { IdleTimer } from '../../app/models/idle-timer.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { useWords } from '../words-context.ts';
import { useIdle } from './use-idle.ts';

/** Thirty seconds before the vault locks itself, it says so. Any touch keeps it open, the button among them. */
export const IdleWatch = ({ idle, isUnfinished }: { readonly idle: IdleTimer; readonly isUnfinished: () => boolean }) => {
  const words = useWords();
  useIdle(idle);
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
      {isUnfinished() && <p>{words.shell.idleUnfinished}</p>}
    </Dialog>
  );
};
