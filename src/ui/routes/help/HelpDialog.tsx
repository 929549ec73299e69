import { helpNoOf } from '../../../app/router/help-places.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import type { HelpId } from '../../../i18n/help-texts.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useWords } from '../../words-context.ts';
import { HelpBody } from './HelpBody.tsx';
import { HELP_TEXTS } from './help-texts-of.ts';
import './help-article.css';

/** One topic over the screen it speaks of. */
export const HelpDialog = ({ id, onClose }: { readonly id: HelpId; readonly onClose: () => void }) => {
  const words = useWords();
  const { language } = useApp();
  const text = HELP_TEXTS[language.language.value];
  const topic = text.texts[id];
  return (
    <Dialog
      isText
      title={topic.title}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {words.actions.close}
        </Button>
      }
    >
      <p>{topic.lead}</p>
      <HelpBody text={text} topic={topic} headings="h3" />
      <p>
        <a href={hrefTo('help', helpNoOf(id))} onClick={onClose}>
          {text.all}
        </a>
      </p>
    </Dialog>
  );
};
