import type { PersonFormModel } from '../../../app/models/person-form-model.ts';
import { parseWrittenDate } from '../../../core/domain/date/written-date.ts';
import { Icon } from '../../components/Icon.tsx';
import { useWords } from '../../words-context.ts';
import { FormField } from './FormField.tsx';

/** A date as people write it, in either calendar, and at once how it was read. */
export const DateField = (props: {
  readonly model: PersonFormModel;
  readonly field: 'birthDate' | 'relationFrom' | 'relationTo';
  readonly label: string;
  readonly hint?: string;
}) => {
  const words = useWords();
  const read = parseWrittenDate(props.model.texts.value[props.field]);
  return (
    <div class="date-field">
      <FormField
        model={props.model}
        field={props.field}
        label={props.label}
        hint={props.hint ?? words.register.dateHint}
        optional
        chars={20}
      />
      <div aria-live="polite">
        {read.ok ? (
          <p class="date-field__read">
            <Icon name="check" small />
            <span>{words.register.dateRead(words.dates.date(read.value.date))}</span>
          </p>
        ) : null}
      </div>
    </div>
  );
};
