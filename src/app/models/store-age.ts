import type { StoreSummary } from '../../core/contract/session-api.ts';

/** How a vault of this device stands to another of the same vault: null where there is none, and nothing to tell apart. */
export type StoreAge = 'restored' | 'earlier' | null;

/** The one that was restored knows where it came from, and not the other way round. */
export const storeAgeOf = (store: StoreSummary, stores: readonly StoreSummary[]): StoreAge => {
  const others = stores.filter((other) => other.storeId !== store.storeId && other.vaultId === store.vaultId && other.vaultId !== '');
  if (others.some((other) => other.knows.includes(store.storeId) && !store.knows.includes(other.storeId))) return 'earlier';
  return others.some((other) => store.knows.includes(other.storeId) && !other.knows.includes(store.storeId)) ? 'restored' : null;
};
