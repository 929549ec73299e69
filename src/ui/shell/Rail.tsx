import type { OpenVault } from '../../app/models/open-vault.ts';
import type { NavId, RouteId } from '../../app/router/routes.ts';
import { hrefTo, NAV, ROUTES } from '../../app/router/routes.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../components/Button.tsx';
import type { IconName } from '../components/Icon.tsx';
import { Icon, Sign } from '../components/Icon.tsx';
import { useWords } from '../words-context.ts';
import './rail.css';

const ICONS: Record<NavId, IconName> = {
  home: 'home',
  persons: 'people',
  records: 'record',
  copies: 'copy',
  settings: 'settings',
};

/** The wall: navigation at the left, at the bottom on a phone; whose vault it is, and the way to close it. */
export const Rail = ({ vault, place }: { readonly vault: OpenVault; readonly place: RouteId }) => {
  const words = useWords();
  const { session, router, online } = useApp();
  const view = vault.view.value;
  const waiting = vault.waiting.value;
  return (
    <header class="rail">
      <div class="rail__brand">
        <Sign />
        <span>{words.shell.app}</span>
      </div>
      <nav class="rail__nav" aria-label={words.shell.screens}>
        {NAV.map((id) => (
          <a key={id} class="rail__link" href={hrefTo(id)} aria-current={ROUTES[place].nav === id ? 'page' : undefined}>
            <Icon name={ICONS[id]} />
            <span class="rail__name">{words.titles[id]}</span>
            {id === 'home' && waiting > 0 ? (
              <span class="rail__count">
                <span aria-hidden="true">{waiting}</span>
                <span class="visually-hidden">{words.shell.waiting(waiting)}</span>
              </span>
            ) : null}
          </a>
        ))}
      </nav>
      <div class="rail__foot">
        <p class="rail__label">{view.label}</p>
        <p>{words.shell.member(view.memberName)}</p>
        <p class="rail__quiet">{words.shell.closesIn(words.dates.span(view.idleMinutes * 60))}</p>
        {online.value ? null : <p class="rail__quiet">{words.shell.offline}</p>}
      </div>
      <div class="rail__close">
        <Button look="wall" icon="lock" wide onClick={() => router.end(() => void session.lock())}>
          {words.shell.closeVault}
        </Button>
      </div>
    </header>
  );
};
