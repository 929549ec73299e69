import { hrefTo } from '../../../app/router/routes.ts';
import type { PersonView } from '../../../core/contract/person-api.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import { StateChip } from '../../components/StateChip.tsx';
import { nameText } from '../../name-text.ts';
import { useHandOver } from '../../use-hand-over.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { Section } from './Section.tsx';

/** Family that hangs on an employee or on the owner, and the way to add one more. */
export const DependantsSection = ({ person }: { readonly person: PersonView }) => {
  const words = useWordsWith(personsWords);
  const vault = useVault();
  const { router } = useApp();
  const handOver = useHandOver();
  const own = words.persons.person;
  const add = (): void => {
    const { id, fields } = person;
    handOver.register({ kind: 'dependant', parent: { id, name: fields.name, kind: fields.kind } });
    router.go('register');
  };
  return (
    <Section
      title={own.dependants}
      aside={
        <Button look="quiet" icon="plus" onClick={add}>
          {own.addDependant}
        </Button>
      }
    >
      {person.dependants.length === 0 ? (
        <p class="person-pane__quiet">{own.noDependants}</p>
      ) : (
        <ul class="person-family" role="list">
          {person.dependants.map((row) => (
            <li key={row.id} class="person-family__row">
              <a href={hrefTo('person', vault.persons.of(row.id))}>{nameText(row.name)}</a>
              <StateChip state={row.state} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
