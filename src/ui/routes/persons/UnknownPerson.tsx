import { hrefTo } from '../../../app/router/routes.ts';
import { LinkButton } from '../../components/Button.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useWords } from '../../words-context.ts';

/** An address of an earlier session: its ordinal means nobody any more. */
export const UnknownPerson = () => {
  const words = useWords();
  return (
    <div class="card">
      <PageHeader title={words.persons.person.gone} why={words.persons.person.goneWhy} />
      <LinkButton href={hrefTo('persons')}>{words.persons.backToList}</LinkButton>
    </div>
  );
};
