import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { DiagnosisModel } from '../../../app/models/diagnosis-model.ts';
import { reportText } from '../../../app/models/diagnosis-report.ts';
import type { Capability } from '../../../app/platform/capability.ts';
import type { DeviceFacts } from '../../../app/platform/device-facts.ts';
import { diagnosisWords } from '../../../i18n/screens/diagnosis.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { useWordsWith } from '../../words-context.ts';

type Copied = 'not-yet' | 'copied' | 'refused';

/** What was found as plain text without anything personal: shown whole before it is copied. */
export const ReportCard = ({ model, facts }: { readonly model: DiagnosisModel; readonly facts: DeviceFacts }) => {
  const words = useWordsWith(diagnosisWords);
  const { copyText, capability, version, build } = useApp();
  const found = useSignal<Capability | null>(null);
  const copied = useSignal<Copied>('not-yet');
  useEffect(() => {
    void capability().then((answer) => {
      found.value = answer;
    });
  }, []);
  if (model.counts.value === null || model.done.value < model.total) return null;
  const text = reportText(words, {
    cards: model.cards.value,
    incidents: model.incidents.value,
    capability: found.value,
    version,
    build,
    now: model.madeAt.value,
    userAgent: facts.userAgent(),
    isIsolated: facts.isIsolated(),
    screen: { width: window.innerWidth, height: window.innerHeight, ratio: window.devicePixelRatio },
  });
  const { report } = words.checks;
  const copy = async (): Promise<void> => {
    copied.value = (await copyText(text)) ? 'copied' : 'refused';
  };
  return (
    <Card title={report.title}>
      <div class="stack">
        <p>{report.why}</p>
        <div class="row">
          <Button look="primary" icon="copy" onClick={() => void copy()}>
            {report.copy}
          </Button>
          <span role="status">{copied.value === 'copied' ? report.copied : copied.value === 'refused' ? report.refused : ''}</span>
        </div>
        {copied.value === 'refused' ? (
          <ChosenText label={report.preview} text={text} />
        ) : (
          <pre class="diagnosis__report" tabIndex={0} role="region" aria-label={report.preview}>
            {text}
          </pre>
        )}
      </div>
    </Card>
  );
};

/** Where the browser refuses the clipboard: all of it chosen, so that one key or a long press copies it. */
const ChosenText = ({ label, text }: { readonly label: string; readonly text: string }) => {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <div>
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <textarea id={id} ref={field} class="diagnosis__report" readOnly autocomplete="off" spellcheck={false} rows={12} value={text} />
    </div>
  );
};
