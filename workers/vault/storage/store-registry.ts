import type { Result } from '../../../src/core/domain/result.ts';
import type { StorageError } from './page-store.ts';

/** What lies on the device under one store id. */
export interface FoundStore {
  readonly storeId: string;
  readonly folder: boolean;
  readonly database: boolean;
}

/** The stores of a device, found by their names alone: folders and databases. */
export interface StoreRegistry {
  readonly list: () => Promise<Result<readonly FoundStore[], StorageError>>;
  /** Slots overwritten, then the database, then the folder. May be called again after a failure. */
  readonly erase: (storeId: string) => Promise<Result<null, StorageError>>;
}
