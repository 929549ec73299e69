import type { LockReason } from '../../../app/models/session-model.ts';
import { unlockWords } from '../../../i18n/screens/unlock.ts';
import { Notice } from '../../components/Notice.tsx';
import { useWordsWith } from '../../words-context.ts';

/** Why the vault that was open a moment ago is closed now. */
export const LockNotice = ({ why }: { readonly why: LockReason | null }) => {
  const words = useWordsWith(unlockWords);
  if (why === null || why === 'erased') return null;
  const title = {
    asked: words.unlock.locked,
    idle: words.unlock.lockedIdle,
    takenOver: words.unlock.lockedOther,
    lost: words.unlock.lockedLost,
  }[why];
  return (
    <Notice tone={why === 'asked' ? 'ok' : 'info'} live title={title}>
      {words.unlock.lockedWhy}
    </Notice>
  );
};
