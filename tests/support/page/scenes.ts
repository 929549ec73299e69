import type { StoreId } from '../../../src/core/domain/ids.ts';
import { ok } from '../../../src/core/domain/result.ts';
import type { FakeOptions } from '../fake-vault-api.ts';
import { fakeStore } from '../fake-vault-api.ts';

const other = (letter: string): StoreId => letter.repeat(22) as StoreId;

/** Devices and vaults worth looking at, by name. */
const SCENES: Readonly<Record<string, FakeOptions>> = {
  empty: {},
  one: { stores: [fakeStore()] },
  slow: { stores: [fakeStore()], delay: 3000 },
  failed: { stores: [fakeStore({ failedUnlocks: 3 })], view: { failedUnlocks: 3 } },
  many: {
    stores: [
      fakeStore(),
      fakeStore({ storeId: other('t'), label: '体験用の見本', experience: true }),
      fakeStore({ storeId: other('u'), label: '壊れた金庫', keyring: 'damaged', members: [] }),
      fakeStore({ storeId: other('w'), label: '中身のない金庫', database: 'missing' }),
    ],
  },
  members: { stores: [fakeStore({ members: [...fakeStore().members, { id: other('n') as never, name: '事務 鈴木' }] })] },
  lost: { lost: [other('l')] },
  trouble: { failing: { inspectDevice: { type: 'StorageFailed', name: 'UnknownError' } } },
  otherTab: { stores: [fakeStore()], failing: { unlock: { type: 'UsedInOtherTab' } } },
  older: { stores: [fakeStore()], failing: { unlock: { type: 'DatabaseOlder', expectedEntries: 1204, foundEntries: 987 } } },
  damaged: { stores: [fakeStore()], failing: { unlock: { type: 'DatabaseDamaged', page: 'person' } } },
  missing: { stores: [fakeStore()], failing: { unlock: { type: 'DatabaseMissing' } } },
  keyringDamaged: { stores: [fakeStore()], failing: { unlock: { type: 'KeyringDamaged' } } },
  keyringMissing: { stores: [fakeStore()], failing: { unlock: { type: 'KeyringMissing' } } },
  newer: { stores: [fakeStore()], failing: { unlock: { type: 'NewerFormat', found: 2 } } },
  full: { stores: [fakeStore()], failing: { unlock: { type: 'StorageFull' } } },
  workerLost: { stores: [fakeStore()], failing: { unlock: { type: 'WorkerLost' } } },
  unrehearsed: { stores: [fakeStore()], view: { rehearsedAt: null } },
  broken: { stores: [fakeStore()], more: { listIncidents: async () => ok([null as never]) } },
  clock: { stores: [fakeStore()], view: { clockDoubtful: true } },
};

export const sceneOf = (name: string | null): FakeOptions => SCENES[name ?? 'one'] ?? {};
