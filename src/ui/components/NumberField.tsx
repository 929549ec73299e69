import type { Ref } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { caretAfter, groupDigits, pastedNumber } from '../../app/models/number-text.ts';
import { FieldFrame, fieldIds } from './FieldFrame.tsx';
import { Icon } from './Icon.tsx';
import './number-field.css';

/**
 * Twelve digits, grouped in fours while they are typed. Never filled in by the browser, never spell-checked: both would
 * carry the number out of the page. A text field, because a number field drops leading zeros and has a wheel.
 */
export const NumberField = (props: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (text: string, way: 'typed' | 'pasted') => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** What can be said in the field's favour, once it is whole. */
  readonly good?: string | undefined;
  /** How many digits are still to come; not read out at every key. */
  readonly left?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}) => {
  const id = useId();
  const { describedBy } = fieldIds(id, props.hint, props.error);
  const frame = useRef<HTMLDivElement>(null);
  // The error comes in under the field, where the bar of a phone may lie.
  useEffect(() => {
    if (props.error !== undefined) frame.current?.scrollIntoView({ block: 'nearest' });
  }, [props.error]);

  /** Written into the field at once, so that the caret stays where the hand is; the drawing after it finds no change. */
  const regroup = (input: HTMLInputElement): void => {
    const grouped = groupDigits(input.value);
    if (grouped !== input.value) {
      const caret = caretAfter(input.value.slice(0, input.selectionStart ?? input.value.length));
      input.value = grouped;
      input.setSelectionRange(caret, caret);
    }
    props.onInput(grouped, 'typed');
  };

  return (
    <div ref={frame} class="number-field">
      <FieldFrame id={id} label={props.label} hint={props.hint} error={props.error}>
        <input
          ref={props.inputRef ?? null}
          id={id}
          class="field__input number-field__input"
          type="text"
          inputMode="numeric"
          value={props.value}
          maxLength={40}
          disabled={props.disabled}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          translate={false}
          aria-describedby={[describedBy, props.left === undefined ? '' : `${id}-left`].filter(Boolean).join(' ') || undefined}
          aria-invalid={props.error === undefined ? undefined : 'true'}
          aria-required="true"
          onInput={(event) => {
            // While Japanese input is composing, the field is its own.
            if (event.isComposing) props.onInput(event.currentTarget.value, 'typed');
            else regroup(event.currentTarget);
          }}
          onCompositionEnd={(event) => regroup(event.currentTarget)}
          onPaste={(event) => {
            const number = pastedNumber(event.clipboardData?.getData('text') ?? '');
            if (number === null) return;
            event.preventDefault();
            props.onInput(number, 'pasted');
          }}
        />
      </FieldFrame>
      {props.left === undefined ? null : (
        <p class="number-field__left" id={`${id}-left`}>
          {props.left}
        </p>
      )}
      <div aria-live="polite">
        {props.good === undefined ? null : (
          <p class="number-field__good">
            <Icon name="check" small />
            <span>{props.good}</span>
          </p>
        )}
      </div>
    </div>
  );
};

