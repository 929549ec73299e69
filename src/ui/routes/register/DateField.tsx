import type { PersonFormModel } from '../../../app/models/person-form-model.ts';
import type { CivilDate } from '../../../core/domain/date/civil-date.ts';
import { formatJapaneseDate } from '../../../core/domain/date/era.ts';
import { parseWrittenDate } from '../../../core/domain/date/written-date.ts';
import { registerWords } from '../../../i18n/screens/register.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useWordsWith } from '../../words-context.ts';
import { FormField } from './FormField.tsx';

/** A date as people write it, in either calendar, and at once how it was read. */
export const DateField = (props: {
  readonly model: PersonFormModel;
  readonly field: 'birthDate' | 'relationFrom' | 'relationTo';
  readonly label: string;
  readonly hint?: string;
}) => {
  const words = useWordsWith(registerWords);
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
        {read.ok || read.error.type !== 'EraOutOfRange' ? null : <Meant model={props.model} field={props.field} date={read.error.date} />}
      </div>
    </div>
  );
};

/** The era had ended: the day it would be if its years went on, to be taken with one touch. */
const Meant = (props: {
  readonly model: PersonFormModel;
  readonly field: 'birthDate' | 'relationFrom' | 'relationTo';
  readonly date: CivilDate;
}) => {
  const words = useWordsWith(registerWords);
  return (
    <div class="date-field__meant">
      <p>{words.register.dateMeant(words.dates.date(props.date))}</p>
      <Button look="quiet" onClick={() => props.model.type(props.field, formatJapaneseDate(props.date))}>
        {words.register.dateTake}
      </Button>
    </div>
  );
};
