import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { createNumberEntryModel } from '../../../app/models/number-entry-model.ts';
import type { NumberEntryModel } from '../../../app/models/number-entry-model.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import type { PersonView } from '../../../core/contract/person-api.ts';
import { MASKED_NUMBER } from '../../../core/domain/number/individual-number.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Form } from '../../components/Form.tsx';
import { Notice } from '../../components/Notice.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { useGuard } from '../../use-guard.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { digitsLeft } from './digits-left.ts';
import { SameHumanDialog } from './SameHumanDialog.tsx';

interface EnterNumberProps {
  readonly person: PersonView;
  readonly onStored: () => void;
  readonly onCancel: () => void;
}

/** Putting a number in. Until the recovery sheet was checked there is only the way to checking it. */
export const EnterNumber = (props: EnterNumberProps) => {
  const words = useWordsWith(personsWords);
  const { entry } = words.numbers;
  const vault = useVault();
  if (vault.view.value.rehearsedAt !== null) return <Fields {...props} />;
  return (
    <div class="stack">
      <div>
        <p>
          <strong>{entry.rehearsal}</strong>
        </p>
        <p>{entry.rehearsalWhy}</p>
      </div>
      <div class="row">
        <LinkButton look="primary" href={hrefTo('kit')}>
          {entry.rehearsalDo}
        </LinkButton>
        <Button onClick={props.onCancel}>{words.actions.later}</Button>
      </div>
    </div>
  );
};

const Fields = ({ person, onStored, onCancel }: EnterNumberProps) => {
  const words = useWordsWith(personsWords);
  const { entry } = words.numbers;
  const vault = useVault();
  const model = useMemo(() => createNumberEntryModel(vault, person), [person.id, person.hasNumber]);
  const input = useRef<HTMLInputElement>(null);
  /** How often the number was taken out again as somebody else's. */
  const dropped = useSignal(0);
  useGuard(() => model.first.peek() !== '');
  useEffect(() => {
    input.current?.focus();
    return model.clear;
  }, [model]);

  useEffect(() => {
    // The dialog gave the focus back to a button that cannot be pressed any more.
    if (dropped.value > 0) input.current?.focus();
  }, [dropped.value]);

  const save = async (): Promise<boolean> => {
    const stored = await model.save();
    if (stored) onStored();
    return stored || model.same.peek() !== null;
  };
  const error = model.error.value;
  return (
    <>
      <Form onSubmit={save}>
        {person.hasNumber ? <Notice tone="info">{entry.replaceWhy}</Notice> : null}
        {model.wantsSecond.value ? (
          <SecondTyping model={model} />
        ) : (
          <NumberField
            inputRef={input}
            label={entry.field}
            hint={entry.hint}
            value={model.first.value}
            onInput={model.type}
            left={digitsLeft(words, model.first.value)}
            good={model.pasted.value ? entry.pasted : undefined}
            error={problemOf(model, words.numbers.entry.bad)}
          />
        )}
        {error === null ? null : error.type === 'RehearsalMissing' ? (
          <ErrorNotice error={error} actions={<LinkButton href={hrefTo('kit')}>{entry.rehearsalDo}</LinkButton>} />
        ) : (
          <ErrorNotice error={error} />
        )}
        <div class="row">
          <Button look="primary" type="submit" busy={model.busy.value} disabled={!model.isReady.value}>
            {model.busy.value ? entry.saving : entry.save}
          </Button>
          <Button
            onClick={() => {
              model.clear();
              onCancel();
            }}
          >
            {entry.cancel}
          </Button>
        </div>
      </Form>
      <SameHumanDialog model={model} person={person} onStored={onStored} onDropped={() => (dropped.value += 1)} />
    </>
  );
};

const problemOf = (model: NumberEntryModel, bad: Readonly<Record<string, string>>): string | undefined => {
  const verdict = model.verdict.value;
  return verdict === 'open' || verdict === 'good' ? undefined : bad[verdict];
};

/** The first typing is whole: it is hidden, so that the second is made from the card and not from the screen. */
const SecondTyping = ({ model }: { readonly model: NumberEntryModel }) => {
  const words = useWordsWith(personsWords);
  const { entry } = words.numbers;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
  }, []);
  const same = model.isReady.value;
  return (
    <div class="stack">
      <div class="enter-number__first">
        <span>{entry.firstHidden}</span>
        <span class="enter-number__dots" aria-hidden="true">
          {MASKED_NUMBER}
        </span>
        <Button look="quiet" onClick={model.startOver}>
          {entry.redo}
        </Button>
      </div>
      <NumberField
        inputRef={input}
        label={entry.again}
        hint={entry.againHint}
        value={model.second.value}
        onInput={model.typeAgain}
        left={digitsLeft(words, model.second.value)}
        good={same ? entry.same : undefined}
        error={model.differs.value ? entry.differs : undefined}
      />
    </div>
  );
};
