import type { PersonFormModel } from '../../../app/models/person-form-model.ts';
import { PURPOSES_AS_OF } from '../../../core/domain/person/purpose.data.ts';
import { registerWords } from '../../../i18n/screens/register.ts';
import { Checkbox } from '../../components/ChoiceGroup.tsx';
import { FieldError } from '../../components/FieldFrame.tsx';
import { useWordsWith } from '../../words-context.ts';
import { FieldGroup } from './FieldGroup.tsx';

/** The closed list of purposes, as worded in the notice. The usual ones are ticked; what is unticked stays so. */
export const PurposeFields = ({ model }: { readonly model: PersonFormModel }) => {
  const words = useWordsWith(registerWords);
  const text = words.register;
  const offered = model.offered.value;
  const problem = model.problems.value.purposes;
  return (
    <FieldGroup title={text.purposes}>
      {offered.length === 0 ? (
        <p>{text.purposesNone}</p>
      ) : (
        <>
          <p class="person-form__quiet">{text.purposesHint}</p>
          <div data-invalid={problem === undefined ? undefined : ''}>
            {offered.map(({ code, label }) => (
              <Checkbox
                key={code}
                label={label}
                checked={model.purposes.value.includes(code)}
                onChange={(ticked) => model.tick(code, ticked)}
              />
            ))}
            <FieldError id="purposes-error" error={problem === undefined ? undefined : words.problems.say(problem)} />
          </div>
          <p class="person-form__quiet">{text.purposesAsOf(words.dates.date(PURPOSES_AS_OF))}</p>
        </>
      )}
    </FieldGroup>
  );
};
