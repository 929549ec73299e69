import { hrefTo } from '../../../app/router/routes.ts';
import { useApp } from '../../app-context.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useVerify } from '../../use-records.ts';
import { useWords } from '../../words-context.ts';
import { GiveLog } from './GiveLog.tsx';
import { KeptCheckpoint } from './KeptCheckpoint.tsx';
import { VerifyResult } from './VerifyResult.tsx';
import './verify-screen.css';

/** Is the record whole? Asked of a program apart from the vault, of a checkpoint kept elsewhere, or of somebody else. */
export const VerifyScreen = () => {
  const words = useWords();
  const { verify } = useApp();
  const model = useVerify();
  const state = model.state.value;
  const isOver = state.at === 'idle' || state.at === 'done' || state.at === 'failed';
  const run = (): void => void model.run(verify, false);
  return (
    <>
      <PageHeader title={words.verify.title} why={words.verify.why} />
      <div class="verify-screen">
        {isOver ? (
          <div class="row">
            <Button look="primary" icon="check" onClick={run}>
              {state.at === 'idle' ? words.verify.do : words.verify.again}
            </Button>
            <LinkButton look="quiet" href={hrefTo('records')}>
              {words.verify.back}
            </LinkButton>
          </div>
        ) : (
          <div class="card">
            <Running />
          </div>
        )}
        {state.at === 'failed' ? <ErrorNotice error={state.error} onRetry={run} /> : null}
        {state.at === 'done' ? <VerifyResult outcome={state} /> : null}
        <KeptCheckpoint />
        <GiveLog />
      </div>
    </>
  );
};

const Running = () => {
  const words = useWords();
  const { session } = useApp();
  const state = useVerify().state.value;
  const progress = session.progress.value;
  if (state.at === 'checking') {
    const percent = state.total === 0 ? 0 : Math.floor((state.done / state.total) * 100);
    return <Progress label={words.verify.checking} done={state.done} total={state.total} said={words.verify.done(percent)} />;
  }
  if (state.at === 'writing') return <Progress label={words.verify.writing} />;
  const exported = progress?.job === 'verify' ? progress : null;
  return <Progress label={words.verify.exporting} done={exported?.done} total={exported?.total} />;
};
