import { useEffect, useMemo, useRef } from 'preact/hooks';
import { createNumberMatchModel } from '../../../app/models/number-match-model.ts';
import type { PersonView } from '../../../core/contract/person-api.ts';
import { parseIndividualNumber } from '../../../core/domain/number/individual-number.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Form } from '../../components/Form.tsx';
import { Notice } from '../../components/Notice.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { useGuard } from '../../use-guard.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { digitsLeft } from './digits-left.ts';

/** A number is typed, the worker says whether it is the one that is kept. Neither is shown. */
export const MatchNumber = ({ person, onDone }: { readonly person: PersonView; readonly onDone: () => void }) => {
  const words = useWordsWith(personsWords);
  const text = words.numbers.matching;
  const vault = useVault();
  const model = useMemo(() => createNumberMatchModel(vault, person.id), [person.id]);
  useGuard(() => model.text.peek() !== '');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    return model.clear;
  }, [model]);

  const typed = model.text.value;
  const parsed = parseIndividualNumber(typed);
  const bad: Readonly<Record<string, string>> = words.numbers.entry.bad;
  const isShort = !parsed.ok && parsed.error.type === 'NotTwelveDigits' && parsed.error.digits < 12;
  const problem = parsed.ok || isShort ? undefined : bad[parsed.error.type];
  const outcome = model.outcome.value;
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone the answer would appear below the bar.
    if (outcome !== null) said.current?.scrollIntoView({ block: 'nearest' });
  }, [outcome]);
  const match = async (): Promise<boolean> => {
    const compared = await model.match();
    input.current?.focus();
    return compared;
  };
  return (
    <Form onSubmit={match}>
      <NumberField
        inputRef={input}
        label={text.field}
        hint={text.why}
        value={typed}
        onInput={(next) => model.type(next)}
        left={digitsLeft(words, typed)}
        error={problem}
      />
      {outcome === null ? null : (
        <div ref={said}>
          <Notice tone={outcome === 'match' ? 'ok' : 'warn'} live title={outcome === 'match' ? text.match : text.noMatch}>
            {outcome === 'match' ? text.matchWhy : text.noMatchWhy}
          </Notice>
        </div>
      )}
      {model.error.value === null ? null : <ErrorNotice error={model.error.value} />}
      <div class="row">
        <Button look="primary" type="submit" busy={model.busy.value} disabled={!model.isReady.value}>
          {model.busy.value ? text.busy : text.do}
        </Button>
        <Button onClick={onDone}>{text.done}</Button>
      </div>
    </Form>
  );
};
