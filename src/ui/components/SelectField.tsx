import { useId } from 'preact/hooks';
import { FieldFrame, fieldIds } from './FieldFrame.tsx';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** One of many; up to five are better asked with ChoiceGroup, where all can be seen. */
export const SelectField = <T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}) => {
  const id = useId();
  const { describedBy } = fieldIds(id, props.hint, props.error);
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
      <select
        id={id}
        class="field__input field__input--select"
        value={props.value}
        disabled={props.disabled}
        autocomplete="off"
        aria-describedby={describedBy}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        onChange={(event) => {
          const chosen = props.choices.find(({ value }) => value === event.currentTarget.value);
          if (chosen !== undefined) props.onChange(chosen.value);
        }}
      >
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
};
