import { useApp } from '../../app-context.ts';
import { Progress } from '../../components/Progress.tsx';
import { useWords } from '../../words-context.ts';

/** What the worker reports counts bytes and pages; to the user it is a share. */
export const RestoreProgress = ({ label, hint }: { readonly label: string; readonly hint: string }) => {
  const words = useWords();
  const { session } = useApp();
  const progress = session.progress.value;
  const known = progress?.job === 'restore' && progress.total > 0 ? progress : null;
  const percent = known === null ? 0 : Math.min(100, Math.floor((known.done / known.total) * 100));
  return (
    <div class="card">
      <Progress label={label} hint={hint} done={known?.done} total={known?.total} said={words.restore.percent(percent)} />
    </div>
  );
};
