import type { ListNews } from '../../../app/models/hand-over.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { LinkButton } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useWordsWith } from '../../words-context.ts';

/** What has happened to people who are no longer in the list. */
export const ListNewsNotice = ({ news }: { readonly news: ListNews | null }) => {
  const words = useWordsWith(personsWords);
  if (news === null) return null;
  return (
    <div class="persons-screen__news">
      <Notice
        tone={news.oldKeys === 'owed' ? 'warn' : 'ok'}
        live
        title={words.persons.cancelled(news.cancelled)}
        actions={news.copies > 0 ? <LinkButton href={hrefTo('copies')}>{words.home.saved.copyDo}</LinkButton> : undefined}
      >
        <p>{words.persons.oldKeys[news.oldKeys]}</p>
        {news.copies === 0 ? null : <p>{words.persons.cancelledWhy(news.copies)}</p>}
      </Notice>
    </div>
  );
};
