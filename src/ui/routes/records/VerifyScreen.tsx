import { useEffect, useMemo, useRef } from 'preact/hooks';
import { createLogExportModel } from '../../../app/models/log-export-model.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { verifyWords } from '../../../i18n/screens/verify.ts';
import { useApp } from '../../app-context.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useVerify } from '../../use-records.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { GiveLog } from './GiveLog.tsx';
import { KeptCheckpoint } from './KeptCheckpoint.tsx';
import { VerifyResult } from './VerifyResult.tsx';
import './verify-screen.css';

/** Is the record whole? Asked of a program apart from the vault, of a checkpoint kept elsewhere, or of somebody else. */
export const VerifyScreen = () => {
  const words = useWordsWith(verifyWords);
  const { verify, files } = useApp();
  const vault = useVault();
  const giving = useMemo(() => createLogExportModel(vault, files), [vault]);
  // Written out and saved nowhere yet: now that is the main act.
  const isToSave = giving.state.value.at === 'ready' || giving.state.value.at === 'cancelled';
  const model = useVerify();
  const state = model.state.value;
  const isOver = state.at === 'idle' || state.at === 'done' || state.at === 'failed';
  const result = useRef<HTMLDivElement>(null);
  const wasRunning = useRef(false);
  useEffect(() => {
    // What was found is read next, whichever button asked for it.
    if (isOver && wasRunning.current) {
      window.scrollTo(0, 0);
      result.current?.focus({ preventScroll: true });
    }
    wasRunning.current = !isOver;
  }, [isOver]);
  const run = (): void => void model.run(verify, false);
  return (
    <>
      <PageHeader title={words.verify.title} why={words.verify.why} />
      <div class="verify-screen">
        <div class="row">
          <Button look={isToSave ? 'second' : 'primary'} icon="check" busy={!isOver} onClick={run}>
            {state.at === 'done' || state.at === 'failed' ? words.verify.again : words.verify.do}
          </Button>
          <LinkButton look="quiet" href={hrefTo('records')}>
            {words.verify.back}
          </LinkButton>
        </div>
        {isOver ? null : (
          <div class="card">
            <Running />
          </div>
        )}
        {state.at === 'failed' || state.at === 'done' ? (
          <div ref={result} class="verify-screen__result" tabIndex={-1}>
            {state.at === 'failed' ? <ErrorNotice error={state.error} onRetry={run} /> : <VerifyResult outcome={state} />}
          </div>
        ) : null}
        <KeptCheckpoint />
        <GiveLog model={giving} />
      </div>
    </>
  );
};

const Running = () => {
  const words = useWordsWith(verifyWords);
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
