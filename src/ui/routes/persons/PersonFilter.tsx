import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { NUMBER_STATES } from '../../../core/domain/person/number-state.ts';
import { PERSON_KINDS } from '../../../core/domain/person/person-kind.ts';
import { Icon } from '../../components/Icon.tsx';
import { usePersons } from '../../use-persons.ts';
import { useWords } from '../../words-context.ts';

/** Finding by name, reading or code as one types; kind and state as chips that are pressed in or not. */
export const PersonFilter = () => {
  const words = useWords();
  const id = useId();
  const model = usePersons();
  const filter = model.filter.value;
  return (
    <div class="person-filter" role="search">
      <div class="person-filter__search">
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
          value={filter.text}
          placeholder={words.persons.searchPlaceholder}
          autocomplete="off"
          autocorrect="off"
          autocapitalize="off"
          spellcheck={false}
          onInput={(event) => model.search(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              document.querySelector<HTMLElement>('.virtual-list a[tabindex="0"]')?.focus();
            }
            if (event.key === 'Escape' && filter.text !== '') {
              event.preventDefault();
              model.search('');
            }
          }}
        />
      </div>
      <div class="person-filter__chips" role="group" aria-label={words.persons.kindFilter}>
        {PERSON_KINDS.map((kind) => (
          <FilterChip key={kind} isOn={filter.kinds.includes(kind)} onClick={() => model.toggleKind(kind)}>
            {words.persons.kindsShort[kind]}
          </FilterChip>
        ))}
      </div>
      <div class="person-filter__chips" role="group" aria-label={words.persons.stateFilter}>
        {NUMBER_STATES.map((state) => (
          <FilterChip key={state} isOn={filter.states.includes(state)} onClick={() => model.toggleState(state)}>
            {words.persons.statesShort[state]}
          </FilterChip>
        ))}
      </div>
    </div>
  );
};

const FilterChip = (props: { readonly isOn: boolean; readonly onClick: () => void; readonly children: ComponentChildren }) => (
  <button type="button" class="person-filter__chip" aria-pressed={props.isOn} onClick={props.onClick}>
    {props.children}
  </button>
);
