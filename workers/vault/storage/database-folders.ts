import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import { DB_SCHEMA, FALLBACK_DB, FALLBACK_TABLE } from './names.ts';
import type { Engine } from './page-tables.ts';
import type { DeviceFolders } from './store-folder.ts';

type FileKey = [storeId: string, name: string];

/**
 * The files of all stores in a table of IndexedDB, where OPFS is missing. Same interface, weaker promise: engines keep what
 * was overwritten until they compact their files, so certificates say that traces may remain.
 */
export const createDatabaseFolders = (engine?: Engine): DeviceFolders => {
  const dexie = new Dexie(FALLBACK_DB, { chromeTransactionDurability: 'strict', cache: 'disabled', ...engine });
  dexie.version(DB_SCHEMA).stores({ [FALLBACK_TABLE]: '' });
  // Nothing that lies here is kept open for long; another tab may delete it at any time.
  dexie.on('versionchange', () => {
    dexie.close({ disableAutoOpen: false });
    return false;
  });
  const files: Table<Uint8Array<ArrayBuffer>, FileKey> = dexie.table(FALLBACK_TABLE);
  const ofStore = (storeId: string) => files.where(':id').between([storeId, Dexie.minKey], [storeId, Dexie.maxKey]);

  return {
    kind: 'database',
    list: async () => {
      const keys = await files.toCollection().primaryKeys();
      return [...new Set(keys.map(([storeId]) => storeId))];
    },
    open: (storeId) =>
      Promise.resolve({
        read: async (name) => (await files.get([storeId, name])) ?? null,
        write: async (name, bytes) => {
          await files.put(bytes, [storeId, name]);
        },
        remove: (name) => files.delete([storeId, name]),
      }),
    remove: async (storeId) => {
      await ofStore(storeId).delete();
    },
  };
};
