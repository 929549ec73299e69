import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import { createKeyringStore } from '../storage/keyring-store.ts';
import { createMarkStore } from '../storage/mark-store.ts';
import { createPageDb } from '../storage/page-db.ts';
import type { Engine } from '../storage/page-tables.ts';
import { toStorageError } from '../storage/storage-error.ts';
import type { DeviceFolders } from '../storage/store-folder.ts';
import { createStoreRegistry } from '../storage/store-registry.ts';
import { createTriesStore } from '../storage/tries-store.ts';
import type { Device, StoreFiles } from './platform.ts';

export interface DeviceDeps {
  readonly folders: DeviceFolders;
  readonly sha256: Sha256;
  /** Another engine than the worker's own: tests. */
  readonly engine?: Engine;
  /** `indexedDB.databases`, where the engine has it. */
  readonly databaseNames: (() => Promise<readonly string[]>) | null;
}

/** The stores of this device, by folder and database. */
export const createDevice = ({ folders, sha256, engine, databaseNames }: DeviceDeps): Device => {
  const ofEngine = engine === undefined ? {} : { engine };

  const filesOf = async (storeId: string): Promise<StoreFiles> => {
    const folder = await folders.open(storeId);
    return {
      keyring: createKeyringStore(folder, sha256),
      mark: createMarkStore(folder),
      tries: createTriesStore(folder),
      pages: createPageDb({ storeId, ...ofEngine }),
    };
  };

  const caught = async (work: () => Promise<Result<StoreFiles, VaultError>>): Promise<Result<StoreFiles, VaultError>> => {
    try {
      return await work();
    } catch (cause) {
      return err(toStorageError(cause));
    }
  };

  return {
    opfs: folders.kind === 'opfs',
    registry: createStoreRegistry({ folders, sha256, databaseNames, ...ofEngine }),
    openFiles: (storeId) =>
      caught(async () => ((await folders.list()).includes(storeId) ? ok(await filesOf(storeId)) : err({ type: 'KeyringMissing' }))),
    makeFiles: (storeId) => caught(async () => ok(await filesOf(storeId))),
  };
};
