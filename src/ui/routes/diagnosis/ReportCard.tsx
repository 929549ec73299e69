import { useSignal } from '@preact/signals';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import type { DiagnosisModel } from '../../../app/models/diagnosis-model.ts';
import { reportText } from '../../../app/models/diagnosis-report.ts';
import type { Capability } from '../../../app/platform/capability.ts';
import type { DeviceFacts } from '../../../app/platform/device-facts.ts';
import { diagnosisWords } from '../../../i18n/screens/diagnosis.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { useWordsWith } from '../../words-context.ts';

/** What became of a copy, and of which text: a later one is another. */
interface Copied {
  readonly text: string;
  readonly isDone: boolean;
}

/** What was found as plain text without anything personal: shown whole before it is copied. */
export const ReportCard = ({ model, facts }: { readonly model: DiagnosisModel; readonly facts: DeviceFacts }) => {
  const words = useWordsWith(diagnosisWords);
  const { capability, version, build } = useApp();
  const found = useSignal<Capability | null>(null);
  useEffect(() => {
    void capability().then((answer) => {
      found.value = answer;
    });
  }, []);
  const [cards, incidents, features] = [model.cards.value, model.incidents.value, found.value];
  // Not at every drawing: a window that was turned meanwhile must not make another text of the one that was read.
  const text = useMemo(
    () =>
      reportText(words, {
        cards,
        incidents,
        capability: features,
        version,
        build,
        now: model.madeAt.peek(),
        userAgent: facts.userAgent(),
        isIsolated: facts.isIsolated(),
        screen: { width: window.innerWidth, height: window.innerHeight, ratio: window.devicePixelRatio },
      }),
    [cards, incidents, features, words.checks],
  );
  return model.counts.value === null || features === null ? null : <Report text={text} />;
};

const Report = ({ text }: { readonly text: string }) => {
  const words = useWordsWith(diagnosisWords);
  const { copyText } = useApp();
  const copied = useSignal<Copied | null>(null);
  const { report } = words.checks;
  const copy = async (): Promise<void> => {
    copied.value = { text, isDone: await copyText(text) };
  };
  const last = copied.value?.text === text ? copied.value : null;
  return (
    <Card title={report.title}>
      <div class="stack">
        <p>{report.why}</p>
        <div class="row">
          <Button look="primary" icon="copy" onClick={() => void copy()}>
            {report.copy}
          </Button>
          <span role="status">{last === null ? '' : last.isDone ? report.copied : report.refused}</span>
        </div>
        {last?.isDone === false ? (
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
