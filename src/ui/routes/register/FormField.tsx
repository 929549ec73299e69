import type { PersonFormModel } from '../../../app/models/person-form-model.ts';
import type { FormTexts } from '../../../app/models/person-form-values.ts';
import { Field } from '../../components/Field.tsx';
import { useAfterPress } from '../../use-after-press.ts';
import { useWords } from '../../words-context.ts';

/** A line of text of the form, tied to its field in the model. */
export const FormField = (props: {
  readonly model: PersonFormModel;
  readonly field: keyof FormTexts;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  readonly numeric?: boolean;
  readonly chars?: number;
}) => {
  const words = useWords();
  const afterPress = useAfterPress();
  const { model, field } = props;
  const problem = model.problems.value[field];
  return (
    <Field
      label={props.label}
      value={model.texts.value[field]}
      hint={props.hint}
      error={problem === undefined ? undefined : words.problems.say(problem)}
      optional={props.optional}
      inputMode={props.numeric === true ? 'numeric' : undefined}
      chars={props.chars}
      onInput={(text) => model.type(field, text)}
      onBlur={() => afterPress(() => model.leave(field))}
    />
  );
};
