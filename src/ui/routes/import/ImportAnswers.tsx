import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Answer } from '../../../app/models/import-answers.ts';
import type { ImportDoubt } from '../../../core/domain/import/import-doubt.ts';
import type { ImportPreviewRow } from '../../../core/domain/import/import-preview.ts';
import type { Messages } from '../../../i18n/messages.ts';
import { importWords } from '../../../i18n/screens/import.ts';
import { Button } from '../../components/Button.tsx';
import { PersonFinder } from '../../components/PersonFinder.tsx';
import { nameText } from '../../name-text.ts';
import { useImport } from '../../use-import.ts';
import { useWordsWith } from '../../words-context.ts';
import { RetypeCorporate, RetypeNumber, RetypeText } from './Retype.tsx';

/** Of whom a dependant may hang. */
const PARENTS = ['owner', 'employee'] as const;

const wordOf = ({ importDoubts }: Pick<Messages, 'importDoubts'>, answer: Answer & { readonly type: 'act' }, doubt: ImportDoubt): string => {
  const { answers, fields } = importDoubts;
  switch (answer.word) {
    case 'leaveEmpty':
      return answers.leaveEmpty(fields[doubt.field]);
    case 'asDate':
      return answers.asDate(doubt.type === 'EraOutOfRange' ? doubt.date : '');
    case 'keepParent':
      return answers.keepParent(doubt.type === 'EmployeeNameDiffers' ? nameText(doubt.known) : '');
    default:
      return answers[answer.word];
  }
};

type TypedAnswer = Exclude<Answer, { readonly type: 'act' | 'jump' }>;

/**
 * What is answered most often stands first. Where that is one touch, what could be typed instead waits behind a quiet
 * button; where it is typing, the touches stand in the line of its button.
 */
export const ImportAnswers = (props: { readonly doubt: ImportDoubt; readonly row: ImportPreviewRow; readonly answers: readonly Answer[] }) => {
  const words = useWordsWith(importWords);
  const model = useImport();
  const { doubt, row, answers } = props;
  const isWorking = model.working.value === row.rowId;
  const isActFirst = answers[0]?.type === 'act' || answers[0]?.type === 'jump';
  const acts = answers.flatMap((answer, at) => {
    if (answer.type === 'act')
      return [
        <Button key={at} busy={isWorking} onClick={() => void model.answer(row.rowId, answer.change)}>
          {wordOf(words, answer, doubt)}
        </Button>,
      ];
    if (answer.type === 'jump')
      return [
        <Button key={at} icon="next" onClick={() => model.goTo(answer.rowId)}>
          {words.importDoubts.answers.jump(nameText(answer.name))}
        </Button>,
      ];
    return [];
  });
  const typed = answers.filter((answer): answer is TypedAnswer => answer.type !== 'act' && answer.type !== 'jump');
  return (
    <div class="import-answers">
      {isActFirst ? <div class="import-answers__acts">{acts}</div> : null}
      {typed.map((answer, at) => (
        <Typed key={at} answer={answer} row={row} isOpen={!isActFirst && at === 0}>
          {!isActFirst && at === 0 ? acts : null}
        </Typed>
      ))}
    </div>
  );
};

/** What the quiet button says under which a field waits. */
const labelOf = ({ importDoubts: { type, fields } }: Pick<Messages, 'importDoubts'>, answer: TypedAnswer): string => {
  switch (answer.type) {
    case 'number':
      return type.number;
    case 'corporate':
      return type.corporate;
    case 'date':
    case 'text':
      return type.field(fields[answer.field]);
    case 'parent':
      return type.parent;
  }
};

interface TypedProps {
  readonly answer: TypedAnswer;
  readonly row: ImportPreviewRow;
  readonly children: ComponentChildren;
}

const Typed = (props: TypedProps & { readonly isOpen: boolean }) => {
  const words = useWordsWith(importWords);
  const open = useSignal(props.isOpen);
  const box = useRef<HTMLDivElement>(null);
  const { answer } = props;
  useEffect(() => {
    // Pressed open: what the button stood for goes on in the field.
    if (open.value && !props.isOpen) box.current?.querySelector('input')?.focus();
  }, [open.value]);
  return (
    <div ref={box}>
      {open.value ? (
        <TypedField {...props} />
      ) : (
        <Button look="quiet" icon={answer.type === 'parent' ? 'search' : 'edit'} onClick={() => (open.value = true)}>
          {labelOf(words, answer)}
        </Button>
      )}
    </div>
  );
};

const TypedField = ({ answer, row, children }: TypedProps) => {
  const text = useWordsWith(importWords).importDoubts.type;
  const model = useImport();
  switch (answer.type) {
    case 'number':
      return <RetypeNumber row={row}>{children}</RetypeNumber>;
    case 'corporate':
      return <RetypeCorporate row={row}>{children}</RetypeCorporate>;
    case 'date':
      return (
        <RetypeText row={row} field={answer.field} written="" hint={text.date}>
          {children}
        </RetypeText>
      );
    case 'text':
      return (
        <RetypeText row={row} field={answer.field} written={answer.written}>
          {children}
        </RetypeText>
      );
    case 'parent':
      return (
        <PersonFinder
          label={text.parent}
          hint={text.parentHint}
          kinds={PARENTS}
          onChoose={({ id }) => void model.answer(row.rowId, { type: 'parent', personId: id })}
        />
      );
  }
};
