import { useEffect, useRef } from 'preact/hooks';
import type { PersonRow } from '../../core/contract/person-api.ts';
import type { PersonKind } from '../../core/domain/person/person-kind.ts';
import { personChoiceWords } from '../../i18n/screens/person-choice.ts';
import { nameText } from '../name-text.ts';
import { useWordsWith } from '../words-context.ts';
import { Button } from './Button.tsx';
import { PersonFinder } from './PersonFinder.tsx';
import './person-choice.css';

/**
 * One person of the vault as a field: found by typing, then standing there as a name with the way to choose again. The
 * focus stays in the field whichever of the two it shows.
 */
export const PersonChoice = (props: {
  readonly label: string;
  /** The name of who is chosen; null: nobody is. */
  readonly chosen: string | null;
  readonly kinds: readonly PersonKind[];
  readonly onChoose: (row: PersonRow) => void;
  readonly onAgain: () => void;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly error?: string | undefined;
  readonly none?: string | undefined;
}) => {
  const words = useWordsWith(personChoiceWords);
  const again = useRef<HTMLButtonElement>(null);
  const isByHand = useRef(false);
  const { chosen } = props;
  useEffect(() => {
    if (isByHand.current && chosen !== null) again.current?.focus();
    isByHand.current = false;
  }, [chosen]);
  if (chosen === null)
    return (
      <PersonFinder
        label={props.label}
        hint={props.hint}
        placeholder={props.placeholder}
        error={props.error}
        none={props.none}
        kinds={props.kinds}
        focus={isByHand.current}
        onChoose={(row) => {
          isByHand.current = true;
          props.onChoose(row);
        }}
      />
    );
  return (
    <div class="field" role="group" aria-label={props.label}>
      <p class="field__label">{props.label}</p>
      <p class="person-choice">
        <strong>{nameText(chosen)}</strong>
        <Button
          look="quiet"
          buttonRef={again}
          onClick={() => {
            isByHand.current = true;
            props.onAgain();
          }}
        >
          {words.persons.finder.again}
        </Button>
      </p>
    </div>
  );
};
