import type { PersonFormModel } from '../../../app/models/person-form-model.ts';
import { registerWords } from '../../../i18n/screens/register.ts';
import { PersonChoice } from '../../components/PersonChoice.tsx';
import { useWordsWith } from '../../words-context.ts';

/** On whom a dependant hangs. */
export const ParentField = ({ model }: { readonly model: PersonFormModel }) => {
  const words = useWordsWith(registerWords);
  const text = words.register;
  const problem = model.problems.value.parentId;
  return (
    <PersonChoice
      label={text.parent}
      hint={text.parentHint}
      none={text.parentNone}
      error={problem === undefined ? undefined : words.problems.say(problem)}
      kinds={['owner', 'employee']}
      chosen={model.parent.value?.name ?? null}
      onChoose={({ id, name, kind }) => model.setParent({ id, name, kind })}
      onAgain={() => model.setParent(null)}
    />
  );
};
