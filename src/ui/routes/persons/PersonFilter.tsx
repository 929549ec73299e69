import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { NUMBER_STATES } from '../../../core/domain/person/number-state.ts';
import { PERSON_KINDS } from '../../../core/domain/person/person-kind.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { Icon } from '../../components/Icon.tsx';
import { PillButton } from '../../components/PillButton.tsx';
import { usePersons } from '../../use-persons.ts';
import { useWordsWith } from '../../words-context.ts';

/** Finding by name, reading or code as one types. */
export const PersonSearch = () => {
  const words = useWordsWith(personsWords);
  const id = useId();
  const model = usePersons();
  const { text } = model.filter.value;
  return (
    <div class="person-filter__search" role="search">
      <label class="visually-hidden" for={id}>
        {words.persons.searchHint}
      </label>
      <Icon name="search" />
      <input
        id={id}
        class="field__input"
        type="text"
        inputMode="search"
        enterkeyhint="search"
        value={text}
        placeholder={words.persons.searchPlaceholder}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onInput={(event) => model.search(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            document.querySelector<HTMLElement>('.virtual-list a[tabindex="0"]')?.focus();
          }
          if (event.key === 'Escape' && text !== '') {
            event.preventDefault();
            model.search('');
          }
        }}
      />
    </div>
  );
};

export const KindFilter = () => {
  const words = useWordsWith(personsWords);
  const model = usePersons();
  const { kinds } = model.filter.value;
  return (
    <Chips name={words.persons.kindFilter}>
      {PERSON_KINDS.map((kind) => (
        <PillButton key={kind} isOn={kinds.includes(kind)} onClick={() => model.toggleKind(kind)}>
          {words.persons.kindsShort[kind]}
        </PillButton>
      ))}
    </Chips>
  );
};

export const StateFilter = () => {
  const words = useWordsWith(personsWords);
  const model = usePersons();
  const { states } = model.filter.value;
  return (
    <Chips name={words.persons.stateFilter}>
      {NUMBER_STATES.map((state) => (
        <PillButton key={state} isOn={states.includes(state)} onClick={() => model.toggleState(state)}>
          {words.persons.statesShort[state]}
        </PillButton>
      ))}
    </Chips>
  );
};

/** Chips under one word; each is pressed in or not, and several may be. */
const Chips = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => {
  const id = useId();
  return (
    <div class="person-filter__chips" role="group" aria-labelledby={id}>
      <span id={id} class="person-filter__name">
        {name}
      </span>
      {children}
    </div>
  );
};
