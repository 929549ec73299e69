import { useEffect, useRef } from 'preact/hooks';
import type { Giving, LogExportModel } from '../../../app/models/log-export-model.ts';
import { verifyWords } from '../../../i18n/screens/verify.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useHandOver } from '../../use-hand-over.ts';
import { useWordsWith } from '../../words-context.ts';

const PROGRAM = './spec/verify-log.mjs';
const SPEC = './spec/log-v1.md';

/** The record as a file that anyone can verify, and the program to do it with. */
export const GiveLog = ({ model }: { readonly model: LogExportModel }) => {
  const words = useWordsWith(verifyWords);
  const text = words.verify.give;
  const handOver = useHandOver();
  const state = model.state.value;
  const fileName = state.at === 'saved' ? state.log.fileName : 'FILE.kinkolog';
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!handOver.takeGiving()) return;
    place.current?.scrollIntoView({ block: 'start' });
    place.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place}>
      <Card title={text.title}>
        <div class="stack">
          <p class="verify-screen__why">{text.why}</p>
          <Outcome state={state} onSave={() => void model.save()} onRetry={() => void model.give()} />
          {state.at === 'idle' || state.at === 'saved' ? (
            <div>
              <Button icon="download" onClick={() => void model.give()}>
                {text.do}
              </Button>
            </div>
          ) : null}
          <ul class="verify-links" role="list">
            <li>
              <a href={PROGRAM} download="verify-log.mjs">
                <Icon name="download" small />
                {text.program}
              </a>
              <p>{text.programWhy}</p>
            </li>
            <li>
              <a href={SPEC} download="log-v1.md">
                <Icon name="download" small />
                {text.spec}
              </a>
              <p>{text.specWhy}</p>
            </li>
          </ul>
          <div>
            <p class="verify-screen__label">{text.command}</p>
            <code class="verify-screen__command">node verify-log.mjs {fileName}</code>
          </div>
        </div>
      </Card>
    </div>
  );
};

const Outcome = ({ state, onSave, onRetry }: { readonly state: Giving; readonly onSave: () => void; readonly onRetry: () => void }) => {
  const words = useWordsWith(verifyWords);
  const text = words.verify.give;
  const save = (
    <Button look="primary" icon="download" onClick={onSave}>
      {text.save}
    </Button>
  );
  switch (state.at) {
    case 'idle':
      return null;
    case 'writing':
      return <Progress label={text.busy} />;
    case 'ready':
      return (
        <Notice tone={state.trouble === null ? 'info' : 'warn'} live title={text.ready(state.log.entries)} actions={save}>
          {state.trouble === null ? undefined : text.failed(state.trouble)}
        </Notice>
      );
    case 'cancelled':
      return <Notice tone="info" live title={text.cancelled} actions={save} />;
    case 'saved':
      return (
        <Notice
          tone="ok"
          live
          title={(state.how === 'written' ? text.saved : text.downloaded)(state.log.fileName, state.log.entries)}
        >
          {text.recorded}
        </Notice>
      );
    case 'failed':
      return <ErrorNotice error={state.error} onRetry={onRetry} />;
  }
};
