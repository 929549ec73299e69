import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { HELP_OF } from '../../app/router/help-places.ts';
import { ROUTES } from '../../app/router/routes.ts';
import type { HelpId } from '../../i18n/help-texts.ts';
import { useApp } from '../app-context.ts';
import { useWords } from '../words-context.ts';
import { Icon } from './Icon.tsx';
import './help-button.css';

type Opened = ComponentType<{ readonly id: HelpId; readonly onClose: () => void }>;

/** The help for the screen one stands on, over it: what is typed stays. Loaded when it is asked for. */
export const HelpButton = () => {
  const words = useWords();
  const { router, session } = useApp();
  const opened = useSignal<{ readonly Help: Opened } | null>(null);
  const place = router.place.value.id;
  // An address of a vault's inside shows its door as long as the vault is closed.
  const shown = session.session.value.at !== 'open' && ROUTES[place].access === 'open' ? 'unlock' : place;
  const open = (): void => {
    import('../routes/help/HelpDialog.tsx').then(
      ({ HelpDialog }) => (opened.value = { Help: HelpDialog }),
      // Its screen says that a part cannot be had, and what to do.
      () => router.go('help'),
    );
  };
  if (place === 'help') return null;
  const Help = opened.value?.Help;
  return (
    <>
      <button type="button" class="help-button no-print" onClick={open}>
        <Icon name="info" />
        {words.titles.help}
      </button>
      {Help === undefined ? null : <Help id={HELP_OF[shown]} onClose={() => (opened.value = null)} />}
    </>
  );
};
