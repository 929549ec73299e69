import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import type { PersonFormModel } from '../../../app/models/person-form-model.ts';
import { createPersonParentModel } from '../../../app/models/person-parent-model.ts';
import type { PersonRow } from '../../../core/contract/person-api.ts';
import { Button } from '../../components/Button.tsx';
import { FieldFrame, fieldIds } from '../../components/FieldFrame.tsx';
import { nameText } from '../../name-text.ts';
import { useVault } from '../../vault-context.ts';
import { useWords } from '../../words-context.ts';

/** On whom a dependant hangs, found by typing. Once chosen it stands there as a name, with the way to choose again. */
export const ParentField = ({ model }: { readonly model: PersonFormModel }) => {
  const text = useWords().register;
  const parent = model.parent.value;
  const again = useRef(false);
  if (parent === null) return <Search model={model} focus={again.current} />;
  return (
    <div class="parent-field">
      <p class="field__label">{text.parent}</p>
      <p class="parent-field__chosen">
        <strong>{nameText(parent.name)}</strong>
        <Button
          look="quiet"
          onClick={() => {
            again.current = true;
            model.setParent(null);
          }}
        >
          {text.parentChange}
        </Button>
      </p>
    </div>
  );
};

/** Combobox of the ARIA pattern: the focus stays in the field, the arrow keys go through the offers. */
const Search = ({ model, focus }: { readonly model: PersonFormModel; readonly focus: boolean }) => {
  const words = useWords();
  const text = words.register;
  const id = useId();
  const vault = useVault();
  const found = useMemo(() => createPersonParentModel(vault), []);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    void found.search('');
    if (focus) input.current?.focus();
  }, []);
  const problem = model.problems.value.parentId;
  const error = problem === undefined ? undefined : words.problems.say(problem);
  const { describedBy } = fieldIds(id, text.parentHint, error);
  const rows = found.rows.value;
  const active = found.active.value;
  const more = found.total.value - rows.length;
  const choose = (row: PersonRow | undefined): void => {
    if (row !== undefined) model.setParent({ id: row.id, name: row.name, kind: row.kind });
  };
  return (
    <div class="parent-field">
      <FieldFrame id={id} label={text.parent} hint={text.parentHint} error={error}>
        <input
          ref={input}
          id={id}
          class="field__input"
          type="text"
          role="combobox"
          value={found.text.value}
          autocomplete="off"
          autocorrect="off"
          autocapitalize="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={rows.length > 0}
          aria-controls={`${id}-offers`}
          aria-activedescendant={active < 0 ? undefined : `${id}-offer-${active}`}
          aria-describedby={describedBy}
          aria-invalid={error === undefined ? undefined : 'true'}
          aria-required="true"
          onInput={(event) => void found.search(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              found.move(event.key === 'ArrowDown' ? 1 : -1);
            } else if (event.key === 'Enter') {
              event.preventDefault();
              choose(rows[active] ?? (rows.length === 1 ? rows[0] : undefined));
            }
          }}
        />
      </FieldFrame>
      <p class="visually-hidden" aria-live="polite">
        {text.parentFound(found.total.value)}
      </p>
      <ul id={`${id}-offers`} class="parent-field__offers" role="listbox" aria-label={text.parent} hidden={rows.length === 0}>
        {rows.map((row, at) => (
          <li
            key={row.id}
            id={`${id}-offer-${at}`}
            class="parent-field__offer"
            role="option"
            aria-selected={at === active}
            onClick={() => choose(row)}
          >
            <span>{nameText(row.name)}</span>
            <span class="parent-field__more">{[words.persons.kinds[row.kind], row.code].filter(Boolean).join(' ')}</span>
          </li>
        ))}
      </ul>
      {rows.length === 0 ? <p class="person-form__quiet">{text.parentNone}</p> : null}
      {more > 0 ? <p class="person-form__quiet">{text.parentMore(more)}</p> : null}
    </div>
  );
};
