import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import { FieldFrame, fieldIds } from './FieldFrame.tsx';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'search' | undefined;
  /** Width in characters where the length is known; otherwise the field fills its column. */
  readonly chars?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly code?: boolean | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

const WIDTHS = [2, 4, 8, 12, 20] as const;
const widthOf = (chars: number | undefined): number | undefined =>
  chars === undefined ? undefined : WIDTHS.find((width) => width >= chars);

/** One line of text. autocomplete is off: a browser would write the value into its session files in clear. */
export const Field = (props: FieldProps) => {
  const id = useId();
  const { describedBy } = fieldIds(id, props.hint, props.error);
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
      <input
        ref={props.inputRef ?? null}
        id={id}
        class={props.code === true ? 'field__input field__input--code' : 'field__input'}
        data-width={widthOf(props.chars)}
        type="text"
        value={props.value}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        disabled={props.disabled}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby={describedBy}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        aria-required={props.optional === true ? undefined : 'true'}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={props.onBlur}
      />
    </FieldFrame>
  );
};

/** Several lines of text. */
export const TextArea = (
  props: Pick<FieldProps, 'label' | 'value' | 'onInput' | 'hint' | 'error' | 'optional'> & { readonly rows?: number | undefined },
) => {
  const id = useId();
  const { describedBy } = fieldIds(id, props.hint, props.error);
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
      <textarea
        id={id}
        class="field__input field__input--area"
        rows={props.rows ?? 3}
        value={props.value}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby={describedBy}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </FieldFrame>
  );
};
