import { useSignal } from '@preact/signals';
import { helpNoOf } from '../../../app/router/help-places.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import type { HelpId, HelpTexts, HelpTopic } from '../../../i18n/help-texts.ts';
import { HELP_IDS } from '../../../i18n/help-texts.ts';
import { LinkButton } from '../../components/Button.tsx';
import { HelpBody } from './HelpBody.tsx';
import './help-article.css';

/** Size in CSS pixels of the pictures that `npm run help-pictures` takes. */
const PICTURE = { width: 1180, height: 820 };

/** One topic as a page, with a picture of the screen it speaks of. Keys are told of all screens, so there is none beside them. */
export const HelpArticle = (props: { readonly text: HelpTexts; readonly id: HelpId; readonly language: 'ja' | 'en' }) => {
  const { text, id } = props;
  const topic: HelpTopic = text.texts[id];
  const next = HELP_IDS[helpNoOf(id)];
  // A picture that cannot be had is left out: the words are enough.
  const missing = useSignal(false);
  return (
    <article class="help-article">
      <HelpBody text={text} topic={topic} headings="h2">
        {missing.value || topic.keys !== undefined ? null : (
          <img
            class="help-article__picture"
            src={`./help/${props.language}/${id}.webp`}
            alt={text.picture(topic.title)}
            {...PICTURE}
            decoding="async"
            onError={() => (missing.value = true)}
          />
        )}
      </HelpBody>
      <div class="row no-print">
        <LinkButton look="quiet" icon="back" href={hrefTo('help')}>
          {text.back}
        </LinkButton>
        {next === undefined ? null : (
          <LinkButton look="quiet" icon="next" href={hrefTo('help', helpNoOf(next))}>
            {`${text.next}: ${text.texts[next].title}`}
          </LinkButton>
        )}
      </div>
    </article>
  );
};
