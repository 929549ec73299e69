import { useRef } from 'preact/hooks';
import type { PersonFormModel } from '../../../app/models/person-form-model.ts';
import { Button } from '../../components/Button.tsx';
import { PersonFinder } from '../../components/PersonFinder.tsx';
import { nameText } from '../../name-text.ts';
import { useWords } from '../../words-context.ts';

/** On whom a dependant hangs, found by typing. Once chosen it stands there as a name, with the way to choose again. */
export const ParentField = ({ model }: { readonly model: PersonFormModel }) => {
  const words = useWords();
  const text = words.register;
  const isAgain = useRef(false);
  const parent = model.parent.value;
  const problem = model.problems.value.parentId;
  if (parent === null)
    return (
      <PersonFinder
        label={text.parent}
        hint={text.parentHint}
        kinds={['owner', 'employee']}
        none={text.parentNone}
        error={problem === undefined ? undefined : words.problems.say(problem)}
        focus={isAgain.current}
        onChoose={({ id, name, kind }) => model.setParent({ id, name, kind })}
      />
    );
  return (
    <div>
      <p class="field__label">{text.parent}</p>
      <p class="parent-field__chosen">
        <strong>{nameText(parent.name)}</strong>
        <Button
          look="quiet"
          onClick={() => {
            isAgain.current = true;
            model.setParent(null);
          }}
        >
          {text.parentChange}
        </Button>
      </p>
    </div>
  );
};
