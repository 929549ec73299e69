import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { parseCorporateNumber } from '../../../core/domain/number/corporate-number.ts';
import type { ImportField } from '../../../core/domain/import/import-field.ts';
import type { ImportPreviewRow } from '../../../core/domain/import/import-preview.ts';
import { parseIndividualNumber } from '../../../core/domain/number/individual-number.ts';
import { importWords } from '../../../i18n/screens/import.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { useImport } from '../../use-import.ts';
import { useWordsWith } from '../../words-context.ts';
import { digitsLeft } from '../persons/digits-left.ts';

interface RetypeProps {
  readonly row: Pick<ImportPreviewRow, 'rowId'>;
  /** Other answers to the same doubt, in the line of the button. */
  readonly children?: ComponentChildren | undefined;
}

/** A field, and under it its button beside the other answers; Enter sends. */
const Line = (props: {
  readonly field: ComponentChildren;
  readonly button: string;
  readonly busy: boolean;
  readonly disabled?: boolean | undefined;
  readonly onSend: () => void;
  readonly children?: ComponentChildren | undefined;
}) => (
  <form
    class="import-retype"
    noValidate
    autocomplete="off"
    onSubmit={(event) => {
      event.preventDefault();
      props.onSend();
    }}
  >
    {props.field}
    <div class="import-answers__acts">
      <Button type="submit" busy={props.busy} disabled={props.disabled}>
        {props.button}
      </Button>
      {props.children}
    </div>
  </form>
);

/** The number from the card. Sent only when it can be one; emptied when it has been sent, and when the row goes away. */
export const RetypeNumber = ({ row, children }: RetypeProps) => {
  const words = useWordsWith(importWords);
  const text = words.importDoubts.type;
  const model = useImport();
  const typed = useSignal('');
  useEffect(() => () => void (typed.value = ''), []);
  const parsed = parseIndividualNumber(typed.value);
  const isShort = !parsed.ok && parsed.error.type === 'NotTwelveDigits' && parsed.error.digits < 12;
  const bad: Readonly<Record<string, string>> = words.numbers.entry.bad;
  const isWorking = model.working.value === row.rowId;
  const send = async (): Promise<void> => {
    if (!parsed.ok || isWorking) return;
    const sent = typed.peek();
    typed.value = '';
    await model.answer(row.rowId, { type: 'field', field: 'number', text: sent });
  };
  return (
    <Line
      onSend={() => void send()}
      button={text.numberDo}
      busy={isWorking}
      disabled={!parsed.ok}
      field={
        <NumberField
          label={text.number}
          hint={text.numberSent}
          value={typed.value}
          onInput={(next) => (typed.value = next)}
          left={digitsLeft(words, typed.value)}
          error={parsed.ok || isShort || typed.value === '' ? undefined : bad[parsed.error.type]}
        />
      }
    >
      {children}
    </Line>
  );
};

/** The public number of a company. */
export const RetypeCorporate = ({ row, children }: RetypeProps) => {
  const words = useWordsWith(importWords);
  const text = words.importDoubts.type;
  const model = useImport();
  const typed = useSignal('');
  const tried = useSignal(false);
  const parsed = parseCorporateNumber(typed.value);
  const send = async (): Promise<void> => {
    tried.value = true;
    if (parsed.ok) await model.answer(row.rowId, { type: 'field', field: 'corporateNumber', text: typed.peek() });
  };
  return (
    <Line
      onSend={() => void send()}
      button={text.fieldDo}
      busy={model.working.value === row.rowId}
      field={
        <Field
          label={text.corporate}
          inputMode="numeric"
          chars={20}
          value={typed.value}
          onInput={(next) => (typed.value = next)}
          error={tried.value && !parsed.ok ? words.problems.say(parsed.error.type) : undefined}
        />
      }
    >
      {children}
    </Line>
  );
};

export const RetypeText = (
  props: RetypeProps & { readonly field: ImportField; readonly written: string; readonly hint?: string | undefined },
) => {
  const words = useWordsWith(importWords);
  const text = words.importDoubts.type;
  const model = useImport();
  const typed = useSignal(props.written);
  const tried = useSignal(false);
  const send = async (): Promise<void> => {
    tried.value = true;
    if (typed.peek().trim() === '') return;
    await model.answer(props.row.rowId, { type: 'field', field: props.field, text: typed.peek() });
  };
  return (
    <Line
      onSend={() => void send()}
      button={text.fieldDo}
      busy={model.working.value === props.row.rowId}
      field={
        <Field
          label={text.field(words.importDoubts.fields[props.field])}
          hint={props.hint}
          value={typed.value}
          onInput={(next) => (typed.value = next)}
          error={tried.value && typed.value.trim() === '' ? words.problems.say('Empty') : undefined}
        />
      }
    >
      {props.children}
    </Line>
  );
};
