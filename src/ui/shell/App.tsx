import { useEffect, useRef } from 'preact/hooks';
import type { Session } from '../../app/models/session-model.ts';
import type { RouteId } from '../../app/router/routes.ts';
import { ROUTES } from '../../app/router/routes.ts';
import { useApp } from '../app-context.ts';
import { Progress } from '../components/Progress.tsx';
import { VaultContext } from '../vault-context.ts';
import { useWords } from '../words-context.ts';
import { ClosedFrame } from './ClosedFrame.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { FailedScreen } from './FailedScreen.tsx';
import { IdleWatch } from './IdleWatch.tsx';
import { LazyScreen } from './LazyScreen.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { OpenFrame } from './OpenFrame.tsx';
import { UnfitScreen } from './UnfitScreen.tsx';
import './between.css';

/** The screen before the lock for an address: one of a vault's inside leads to its door, and back in after unlocking. */
const closedRoute = (wanted: RouteId, session: Session & { readonly at: 'closed' }): RouteId => {
  if (ROUTES[wanted].access !== 'open') return wanted;
  return session.report.stores.length > 0 ? 'unlock' : 'first';
};

const shownRoute = (wanted: RouteId, session: Session): RouteId | null => {
  if (session.at === 'closed') return closedRoute(wanted, session);
  if (session.at === 'open') return ROUTES[wanted].access === 'closed' ? 'home' : wanted;
  // Where no vault can be held, what can be read and looked at without one still can be.
  return session.at === 'unfit' && (wanted === 'diagnosis' || wanted === 'help') ? wanted : null;
};

/** What stands in place of a screen while there is none to show. */
const Between = ({ session }: { readonly session: Session }) => {
  const words = useWords();
  if (session.at === 'unfit') return <UnfitScreen missing={session.missing} />;
  if (session.at === 'failed') return <FailedScreen error={session.error} />;
  return (
    <div class="between">
      <h1 class="visually-hidden">{words.shell.app}</h1>
      <Progress label={session.at === 'closing' ? words.shell.closing : words.first.starting} />
    </div>
  );
};

export const App = () => {
  const app = useApp();
  const words = useWords();
  const session = app.session.session.value;
  const place = app.router.place.value;
  const shown = shownRoute(place.id, session);

  useEffect(() => {
    document.title = `${words.titles[ROUTES[shown ?? 'first'].title]} - ${words.shell.app}`;
  }, [shown, words]);
  useEffect(() => {
    // The place is read when the effect runs: whoever opened the vault may have gone on already.
    if (session.at === 'open' && ROUTES[app.router.place.peek().id].access === 'closed')
      app.router.replace(session.vault.fresh.peek() ? 'kit' : 'home');
  }, [session.at, place.id]);

  // With one vault on the device the daily way is its door; the first screen is a link away.
  const arrived = useRef(false);
  useEffect(() => {
    if (session.at !== 'closed' || arrived.current) return;
    arrived.current = true;
    if (place.id === 'first' && session.report.stores.length === 1) app.router.replace('unlock');
  }, [session.at]);

  const inside =
    shown === null ? <Between session={session} /> : <LazyScreen key={`${shown}/${place.no ?? ''}`} id={shown} />;
  const guarded = (
    <ErrorBoundary key={place.id} onReload={app.reload}>
      {inside}
    </ErrorBoundary>
  );
  if (session.at !== 'open')
    return (
      <>
        <ClosedFrame place={shown}>{guarded}</ClosedFrame>
        <LeaveDialog />
      </>
    );
  const { vault, idle } = session;
  // Making a vault ends with its recovery sheet: until then nothing leads elsewhere.
  const making = vault.fresh.value && shown === 'kit';
  return (
    <VaultContext.Provider value={vault}>
      {making ? (
        <ClosedFrame place={shown}>{guarded}</ClosedFrame>
      ) : (
        <OpenFrame vault={vault} place={shown ?? 'home'}>
          {guarded}
        </OpenFrame>
      )}
      <IdleWatch idle={idle} isUnfinished={vault.isUnfinished} />
      <LeaveDialog />
    </VaultContext.Provider>
  );
};
