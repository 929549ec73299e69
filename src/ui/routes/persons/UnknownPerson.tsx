import { hrefTo } from '../../../app/router/routes.ts';
import { LinkButton } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useWords } from '../../words-context.ts';

/** An address of an earlier session: its ordinal means nobody any more. */
export const UnknownPerson = () => {
  const words = useWords();
  return (
    <div class="card">
      <EmptyState
        icon="people"
        title={words.persons.person.gone}
        action={<LinkButton href={hrefTo('persons')}>{words.persons.backToList}</LinkButton>}
      >
        {words.persons.person.goneWhy}
      </EmptyState>
    </div>
  );
};
