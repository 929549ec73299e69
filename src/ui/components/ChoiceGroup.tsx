import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { FieldError, fieldIds } from './FieldFrame.tsx';
import type { Choice } from './SelectField.tsx';
import './choice.css';

/** There is room for more than a line of words. */
interface CardChoice<T extends string> extends Omit<Choice<T>, 'hint'> {
  readonly hint?: ComponentChildren;
}

/** One of a few, all in sight: radio buttons as cards the whole of which can be touched. */
export const ChoiceGroup = <T extends string>(props: {
  readonly label: string;
  /** Null: nothing chosen yet. */
  readonly value: T | null;
  readonly choices: readonly CardChoice<T>[];
  readonly onChange: (value: T) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Side by side where there is room; for short words. */
  readonly inline?: boolean | undefined;
  /** Takes the focus when it appears: a question that comes a moment after its dialog. */
  readonly focus?: boolean | undefined;
}) => {
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (props.focus === true) group.current?.querySelector('input')?.focus();
  }, []);
  const { describedBy, hintId, errorId } = fieldIds(id, props.hint, props.error);
  return (
    <fieldset ref={group} class="choice" aria-describedby={describedBy} data-invalid={props.error === undefined ? undefined : ''}>
      <legend class="field__label">{props.label}</legend>
      {props.hint === undefined ? null : (
        <p class="field__hint" id={hintId}>
          {props.hint}
        </p>
      )}
      <div class={props.inline === true ? 'choice__list choice__list--inline' : 'choice__list'}>
        {props.choices.map((choice) => (
          <label key={choice.value} class="choice__card">
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={props.value === choice.value}
              autocomplete="off"
              onChange={() => props.onChange(choice.value)}
            />
            <span class="choice__words">
              <span class="choice__label">{choice.label}</span>
              {choice.hint === undefined ? null : <span class="choice__hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={errorId} error={props.error} />
    </fieldset>
  );
};

export const Checkbox = (props: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string | undefined;
}) => (
  <label class="choice__card choice__card--plain">
    <input
      type="checkbox"
      checked={props.checked}
      autocomplete="off"
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
    <span class="choice__words">
      <span class="choice__label">{props.label}</span>
      {props.hint === undefined ? null : <span class="choice__hint">{props.hint}</span>}
    </span>
  </label>
);
