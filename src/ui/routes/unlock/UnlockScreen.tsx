import { useEffect } from 'preact/hooks';
import type { StoreSummary } from '../../../core/contract/session-api.ts';
import type { StoreId } from '../../../core/domain/ids.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { unlockWords } from '../../../i18n/screens/unlock.ts';
import { useApp } from '../../app-context.ts';
import { LinkButton } from '../../components/Button.tsx';
import { useWordsWith } from '../../words-context.ts';
import { Trouble, troubleOf } from '../../components/Trouble.tsx';
import { LockNotice } from './LockNotice.tsx';
import { UnlockForm } from './UnlockForm.tsx';
import './unlock-screen.css';

/** The store to open: the chosen one, or the only one there is. */
const storeToOpen = (stores: readonly StoreSummary[], chosen: StoreId | null): StoreSummary | null =>
  stores.find(({ storeId }) => storeId === chosen) ?? (stores.length === 1 ? (stores[0] ?? null) : null);

export const UnlockScreen = () => {
  const words = useWordsWith(unlockWords);
  const { session, router } = useApp();
  const state = session.session.value;
  const store = state.at === 'closed' ? storeToOpen(state.report.stores, session.chosen.value) : null;
  const nothingToOpen = state.at === 'closed' && store === null;

  useEffect(() => {
    if (nothingToOpen) router.replace('first');
  }, [nothingToOpen]);

  if (state.at !== 'closed' || store === null) return null;
  const trouble = troubleOf(store);
  return (
    <div class="unlock">
      {trouble === null ? (
        <>
          <LockNotice why={state.why} />
          <UnlockForm key={store.storeId} store={store} why={state.why} />
        </>
      ) : (
        <Trouble error={trouble} store={store} onRetry={() => void session.start()} />
      )}
      <p class="unlock__other">
        <LinkButton look="quiet" href={hrefTo('first')}>
          {words.unlock.other}
        </LinkButton>
      </p>
    </div>
  );
};
