import { hrefTo } from '../../../app/router/routes.ts';
import type { PersonRow } from '../../../core/contract/person-api.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { StateChip } from '../../components/StateChip.tsx';
import { isLongName, nameText } from '../../name-text.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { secondLineOf } from './second-line.ts';

/** One person of the list. The arrow keys go from link to link, so only one of them is reached by Tab. */
export const PersonRowLink = (props: {
  readonly row: PersonRow;
  readonly isReachable: boolean;
  readonly isOpen: boolean;
}) => {
  const words = useWordsWith(personsWords);
  const vault = useVault();
  const { row } = props;
  return (
    <a
      class="person-row"
      href={hrefTo('person', vault.persons.of(row.id))}
      tabIndex={props.isReachable ? 0 : -1}
      aria-current={props.isOpen ? 'true' : undefined}
      // What two lines cannot hold; on a touch screen it stands whole on the person's page.
      title={isLongName(row.name) ? nameText(row.name) : undefined}
    >
      <span class="person-row__name" data-long={isLongName(row.name)}>{nameText(row.name)}</span>
      <span class="person-row__kana" data-long={isLongName(row.kana)}>{nameText(row.kana)}</span>
      <span class="person-row__more">{secondLineOf(words, row)}</span>
      <span class="person-row__state">
        <StateChip state={row.state} />
      </span>
    </a>
  );
};
