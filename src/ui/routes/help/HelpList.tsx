import { helpNoOf } from '../../../app/router/help-places.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import type { HelpId, HelpTexts } from '../../../i18n/help-texts.ts';
import { HELP_GROUPS } from '../../../i18n/help-texts.ts';

interface Shown {
  readonly text: HelpTexts;
  readonly open: HelpId | null;
}

/** All topics under their headings, or those that were found, best first. */
export const HelpList = (props: Shown & { readonly found: readonly HelpId[] | null }) => {
  const { text, open, found } = props;
  return (
    <nav class="help-list" aria-label={text.topics}>
      {found !== null ? (
        <Topics text={text} open={open} ids={found} />
      ) : (
        HELP_GROUPS.map(({ id, topics }) => (
          <section key={id}>
            <h2 class="help-list__group">{text.groups[id]}</h2>
            <Topics text={text} open={open} ids={topics} />
          </section>
        ))
      )}
    </nav>
  );
};

const Topics = ({ text, open, ids }: Shown & { readonly ids: readonly HelpId[] }) => (
  <ul class="help-list__topics" role="list">
    {ids.map((id) => (
      <li key={id}>
        <a class="help-list__link" href={hrefTo('help', helpNoOf(id))} aria-current={id === open ? 'page' : undefined}>
          {text.texts[id].title}
        </a>
      </li>
    ))}
  </ul>
);
