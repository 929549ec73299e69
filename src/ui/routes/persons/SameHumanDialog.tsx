import { useSignal } from '@preact/signals';
import type { NumberEntryModel } from '../../../app/models/number-entry-model.ts';
import type { PersonView } from '../../../core/contract/person-api.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Progress } from '../../components/Progress.tsx';
import { nameText } from '../../name-text.ts';
import { useHandOver } from '../../use-hand-over.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';

type Case = 'twice' | 'relations' | 'mistake';

/** The number is kept for somebody else too. Only the user knows what that means, so nothing is chosen beforehand. */
export const SameHumanDialog = (props: {
  readonly model: NumberEntryModel;
  readonly person: PersonView;
  readonly onStored: () => void;
  /** The number was not meant: the field is empty again. */
  readonly onDropped: () => void;
}) => {
  const words = useWordsWith(personsWords);
  const { same: text } = words.numbers;
  const { router, session } = useApp();
  const vault = useVault();
  const handOver = useHandOver();
  const chosen = useSignal<Case | null>(null);
  const { model } = props;
  const other = model.same.value;
  if (other === null) return null;

  const drop = (): void => {
    chosen.value = null;
    model.dropSame();
    props.onDropped();
  };
  const go = async (): Promise<void> => {
    if (chosen.value === 'mistake') drop();
    else if (chosen.value === 'relations') {
      if (await model.saveAsSame()) props.onStored();
    } else if (chosen.value === 'twice') {
      const merged = await model.merge();
      if (merged === null) return;
      const { kept, oldKeys } = merged;
      handOver.arrive(kept, oldKeys === 'owed' ? 'mergedOwed' : 'merged');
      router.replace('person', vault.persons.of(kept));
    }
  };
  const twice = { value: 'twice', label: text.twice, hint: text.twiceWhy(nameText(other.name)) } as const;
  const choices = [
    // What goes is said before it goes, copies too.
    ...(other.sameKind === true && other.copies !== null && !props.person.hasNumber ? [twice] : []),
    { value: 'relations', label: text.relations, hint: text.relationsWhy } as const,
    { value: 'mistake', label: text.mistake, hint: text.mistakeWhy } as const,
  ];
  const progress = session.progress.value;
  return (
    <Dialog
      title={text.title}
      onClose={drop}
      actions={
        <>
          <Button look={chosen.value === 'twice' ? 'danger' : 'primary'} busy={model.busy.value} disabled={chosen.value === null} onClick={() => void go()}>
            {chosen.value === 'twice' ? text.twiceGo : text.go}
          </Button>
          <Button onClick={drop}>{words.actions.cancel}</Button>
        </>
      }
    >
      <p>{text.why(nameText(other.name))}</p>
      {other.sameKind === null ? (
        <p>{text.lookingUp}</p>
      ) : (
        <ChoiceGroup<Case>
          focus
          label={text.choices}
          value={chosen.value}
          choices={choices}
          onChange={(next) => {
            chosen.value = next;
          }}
        />
      )}
      {chosen.value === 'twice' && other.copies !== null ? (
        <>
          <p>{text.twiceCopies(other.copies)}</p>
          <p>{words.persons.cancel.final}</p>
        </>
      ) : null}
      {model.busy.value && chosen.value === 'twice' ? (
        <Progress label={text.merging} {...(progress?.job === 'rotate' ? { done: progress.done, total: progress.total } : {})} />
      ) : null}
    </Dialog>
  );
};
