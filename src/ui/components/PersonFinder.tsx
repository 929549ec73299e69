import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { createPersonFinderModel } from '../../app/models/person-finder-model.ts';
import type { PersonRow } from '../../core/contract/person-api.ts';
import type { PersonKind } from '../../core/domain/person/person-kind.ts';
import { personChoiceWords } from '../../i18n/screens/person-choice.ts';
import { nameText } from '../name-text.ts';
import { useVault } from '../vault-context.ts';
import { useWordsWith } from '../words-context.ts';
import { FieldFrame, fieldIds } from './FieldFrame.tsx';
import './person-finder.css';

/**
 * One person of the vault, found by typing. Combobox of the ARIA pattern: the focus stays in the field, the arrow keys
 * go through the offers, which appear while the field is in use.
 */
export const PersonFinder = (props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly error?: string | undefined;
  /** Said when nobody is found. */
  readonly none?: string | undefined;
  /** Takes the focus when it appears. */
  readonly focus?: boolean | undefined;
  readonly kinds: readonly PersonKind[];
  readonly onChoose: (row: PersonRow) => void;
}) => {
  const words = useWordsWith(personChoiceWords);
  const id = useId();
  const vault = useVault();
  const found = useMemo(() => createPersonFinderModel(vault, props.kinds), []);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (props.focus === true) input.current?.focus();
    return found.close;
  }, []);
  const { describedBy } = fieldIds(id, props.hint, props.error);
  const rows = found.rows.value;
  const total = found.total.value;
  const none = props.none ?? words.persons.finder.none;
  const active = found.active.value;
  const choose = (row: PersonRow | undefined): void => {
    if (row === undefined) return;
    found.close();
    props.onChoose(row);
  };
  return (
    <div
      ref={box}
      class="person-finder"
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node) || box.current?.contains(event.relatedTarget) !== true) found.close();
      }}
    >
      <FieldFrame id={id} label={props.label} hint={props.hint} error={props.error}>
        <input
          ref={input}
          id={id}
          class="field__input"
          type="text"
          role="combobox"
          value={found.text.value}
          placeholder={props.placeholder}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={rows.length > 0}
          aria-controls={`${id}-offers`}
          aria-activedescendant={active < 0 ? undefined : `${id}-offer-${active}`}
          aria-describedby={describedBy}
          aria-invalid={props.error === undefined ? undefined : 'true'}
          onFocus={(event) => void found.search(event.currentTarget.value)}
          onInput={(event) => void found.search(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              found.move(event.key === 'ArrowDown' ? 1 : -1);
            } else if (event.key === 'Enter') {
              event.preventDefault();
              choose(rows[active] ?? (rows.length === 1 ? rows[0] : undefined));
            } else if (event.key === 'Escape') found.close();
          }}
        />
      </FieldFrame>
      <p class="visually-hidden" aria-live="polite">
        {total === null ? '' : total === 0 ? none : words.persons.finder.found(total)}
      </p>
      <ul id={`${id}-offers`} class="person-finder__offers" role="listbox" aria-label={props.label} hidden={rows.length === 0}>
        {rows.map((row, at) => (
          <li
            key={row.id}
            id={`${id}-offer-${at}`}
            class="person-finder__offer"
            role="option"
            aria-selected={at === active}
            // The field keeps the focus, or its list would be gone before the click arrives.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(row)}
          >
            <span>{nameText(row.name)}</span>
            <span class="person-finder__more">{[words.persons.kinds[row.kind], row.code].filter(Boolean).join(' ')}</span>
          </li>
        ))}
      </ul>
      {total === 0 ? (
        <p class="person-finder__none" aria-hidden="true">
          {none}
        </p>
      ) : null}
    </div>
  );
};
