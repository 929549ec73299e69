import type { ProgressJob } from '../../core/contract/events.ts';
import { useApp } from '../app-context.ts';
import { useWords } from '../words-context.ts';
import { Progress } from './Progress.tsx';

/** Work of the vault's worker. What it reports counts bytes or pages; to the user it is a share. */
export const JobProgress = (props: { readonly job: ProgressJob; readonly label: string; readonly hint?: string | undefined }) => {
  const words = useWords();
  const progress = useApp().session.progress.value;
  const known = progress?.job === props.job && progress.total > 0 ? progress : null;
  const percent = known === null ? 0 : Math.min(100, Math.floor((known.done / known.total) * 100));
  return (
    <Progress label={props.label} hint={props.hint} done={known?.done} total={known?.total} said={words.shell.percent(percent)} />
  );
};
