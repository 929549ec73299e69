import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { createKeyringStore } from '../storage/keyring-store.ts';
import { createMarkStore } from '../storage/mark-store.ts';
import { PROBE_STORE } from '../storage/names.ts';
import { createPageDb } from '../storage/page-db.ts';
import { toStorageError } from '../storage/storage-error.ts';
import type { RegistryDeps } from '../storage/store-registry.ts';
import { createStoreRegistry } from '../storage/store-registry.ts';
import { createTriesStore } from '../storage/tries-store.ts';
import type { Device, StoreFiles } from './platform.ts';

/** The stores of this device, by folder and database. */
export const createDevice = ({ folders, sha256, engine, databaseNames }: RegistryDeps): Device => {
  const ofEngine = engine === undefined ? {} : { engine };

  const filesOf = async (storeId: string): Promise<StoreFiles> => {
    const folder = await folders.open(storeId);
    const kind = (await folders.kindOf?.(storeId)) ?? folders.kind;
    return {
      opfs: kind === 'opfs',
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
    probe: {
      openFolder: () => folders.open(PROBE_STORE),
      removeFolder: () => folders.remove(PROBE_STORE),
      openPages: (onEvent) => createPageDb({ storeId: PROBE_STORE, onEvent, ...ofEngine }),
    },
  };
};
