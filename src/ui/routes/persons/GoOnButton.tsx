import type { Ref } from 'preact';
import type { PersonView } from '../../../core/contract/person-api.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import { useHandOver } from '../../use-hand-over.ts';
import { useWordsWith } from '../../words-context.ts';

/**
 * After somebody new: the form again, for one more of the kind, and of the same family. Of owners there is one, so the kind is asked. The
 * main act of the screen once there is no number to enter.
 */
export const GoOnButton = ({ person, buttonRef }: { readonly person: PersonView; readonly buttonRef: Ref<HTMLButtonElement> }) => {
  const words = useWordsWith(personsWords);
  const { router } = useApp();
  const handOver = useHandOver();
  const { kind, corporate } = person.fields;
  const goOn = (): void => {
    const parent = kind === 'dependant' && person.parent !== null ? { ...person.parent, kind: null } : null;
    handOver.register({ kind: kind === 'owner' ? null : kind, parent });
    router.go('register');
  };
  return (
    <Button look={person.hasNumber || corporate ? 'primary' : 'second'} icon="plus" buttonRef={buttonRef} onClick={goOn}>
      {words.persons.person.goOn[kind]}
    </Button>
  );
};
