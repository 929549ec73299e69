import { hrefTo } from '../../../app/router/routes.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { LinkButton } from '../../components/Button.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useWordsWith } from '../../words-context.ts';

/** An address of an earlier session: its ordinal means nobody any more. */
export const UnknownPerson = () => {
  const words = useWordsWith(personsWords);
  return (
    <div class="card">
      <PageHeader title={words.persons.person.gone} why={words.persons.person.goneWhy} />
      <LinkButton href={hrefTo('persons')}>{words.persons.backToList}</LinkButton>
    </div>
  );
};
