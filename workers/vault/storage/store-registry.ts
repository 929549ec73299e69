import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { isId } from '../../../src/core/domain/ids.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import { createKeyringStore } from './keyring-store.ts';
import { DB_PREFIX, MARK_FILE } from './names.ts';
import { createPageDb } from './page-db.ts';
import type { StorageError } from './page-store.ts';
import type { Engine } from './page-tables.ts';
import { toStorageError } from './storage-error.ts';
import type { DeviceFolders } from './store-folder.ts';

/** What lies on the device under one store id. */
export interface FoundStore {
  readonly storeId: string;
  readonly folder: boolean;
  readonly database: 'ready' | 'missing' | 'newer' | 'failed';
}

/** The stores of a device, found by their names alone: folders, databases, and marks the page remembers. */
export interface StoreRegistry {
  /** `remembered`: store ids of marks in localStorage. One with neither folder nor database is a store that was lost. */
  readonly list: (remembered: readonly string[]) => Promise<Result<readonly FoundStore[], StorageError>>;
  /** Slots overwritten, then the database, then the folder. May be called again after a failure. */
  readonly erase: (storeId: string) => Promise<Result<null, StorageError>>;
}

export interface RegistryDeps {
  readonly folders: DeviceFolders;
  readonly sha256: Sha256;
  /** Another engine than the worker's own: tests. */
  readonly engine?: Engine;
  /** `indexedDB.databases`, where the engine has it: finds a database whose folder is gone. */
  readonly databaseNames: (() => Promise<readonly string[]>) | null;
}

export const createStoreRegistry = ({ folders, sha256, engine, databaseNames }: RegistryDeps): StoreRegistry => {
  const openDb = (storeId: string) => createPageDb({ storeId, ...(engine === undefined ? {} : { engine }) });

  const lookAt = async (storeId: string): Promise<FoundStore['database']> => {
    const db = openDb(storeId);
    const opened = await db.open();
    db.close();
    if (opened.ok) return 'ready';
    if (opened.error.type === 'DatabaseMissing') return 'missing';
    return opened.error.type === 'NewerFormat' ? 'newer' : 'failed';
  };

  const namesOf = async (remembered: readonly string[]): Promise<{ readonly ids: readonly string[]; readonly withFolder: ReadonlySet<string> }> => {
    const withFolder = new Set((await folders.list()).filter(isId));
    const names = databaseNames === null ? [] : await databaseNames();
    const ofDatabases = names.filter((name) => name.startsWith(DB_PREFIX)).map((name) => name.slice(DB_PREFIX.length));
    return { ids: [...new Set([...withFolder, ...ofDatabases, ...remembered])].filter(isId).toSorted(), withFolder };
  };

  return {
    list: async (remembered) => {
      try {
        const { ids, withFolder } = await namesOf(remembered);
        const found: FoundStore[] = [];
        for (const storeId of ids) found.push({ storeId, folder: withFolder.has(storeId), database: await lookAt(storeId) });
        return ok(found);
      } catch (error) {
        return err(toStorageError(error));
      }
    },

    erase: async (storeId) => {
      try {
        const folder = await folders.open(storeId);
        // First the keys: from here on, whatever deletion leaves in the engine's files stays sealed for ever.
        const erased = await createKeyringStore(folder, sha256).erase();
        if (!erased.ok) return err(erased.error.type === 'StorageFull' ? erased.error : { type: 'StorageFailed', name: erased.error.type });
        const destroyed = await openDb(storeId).destroy();
        if (!destroyed.ok) return destroyed;
        // The mark after the database: a mark without one is a store that was lost, not one that was never there.
        await folder.remove(MARK_FILE);
        await folders.remove(storeId);
        return ok(null);
      } catch (error) {
        return err(toStorageError(error));
      }
    },
  };
};
