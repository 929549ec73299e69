import type { Result } from '../../../src/core/domain/result.ts';
import type { PageKind, PageRef } from '../../../src/core/formats/page.ts';
import type { PageRow, PageWrite, StoredPage } from './page-row.ts';

/** How storage fails. A subset of VaultError, so that it travels to the screen unchanged. */
export type StorageError =
  | { readonly type: 'StorageFull' }
  | { readonly type: 'StorageFailed'; readonly name: string }
  | { readonly type: 'DatabaseMissing' }
  | { readonly type: 'NewerFormat'; readonly found: number };

/**
 * What became of a write. 'unknown': the engine reported a failure and could not be asked afterwards; the write may be
 * stored or not, and whoever asked for it no longer knows the state of the database.
 */
export type WriteOutcome =
  | { readonly type: 'stored' }
  /** Another writer was there: the expected row has changed. Nothing was written. */
  | { readonly type: 'conflict' }
  | { readonly type: 'failed'; readonly error: StorageError }
  | { readonly type: 'unknown'; readonly error: StorageError };

export type PageStoreEvent =
  /** The engine wants the database closed (another tab deletes or upgrades it); it is closed already. */
  | { readonly type: 'closed' }
  /** A write transaction began; `durability` as the engine states it. Tests count them. */
  | { readonly type: 'write'; readonly durability: string };

/** The database of one store. Every function resolves; none rejects for what a disk or an engine can do. */
export interface PageStore {
  readonly storeId: string;
  /** Opens an existing database; never makes one. */
  readonly open: () => Promise<Result<null, StorageError>>;
  /** Makes an empty database; one that is there already is kept as it is. The format row comes with the first write. */
  readonly create: () => Promise<Result<null, StorageError>>;
  /** In the order asked for; null where no row lies. */
  readonly read: (refs: readonly PageRef[]) => Promise<Result<readonly (PageRow | null)[], StorageError>>;
  /** One row and whole kinds of a book in ONE transaction: rows that were there together, whoever writes meanwhile. */
  readonly readTogether: (ref: PageRef, kinds: readonly PageKind[]) => Promise<Result<RowsTogether, StorageError>>;
  /** Places of all pages, without their content; `foreign` counts keys that none of ours can be. */
  readonly list: () => Promise<Result<{ readonly refs: readonly PageRef[]; readonly foreign: number }, StorageError>>;
  /**
   * One strict transaction; resolves after its `oncomplete`. On a failure the database is closed, opened and asked whether
   * the write is there after all; if not, the same bytes are written again, three times at most.
   */
  readonly write: (write: PageWrite) => Promise<WriteOutcome>;
  readonly close: () => void;
  /** A new connection to the same database, which nothing cached answers for. */
  readonly reopen: () => Promise<Result<null, StorageError>>;
  /** Closes and deletes the database. What must be unreadable was overwritten before, elsewhere. */
  readonly destroy: () => Promise<Result<null, StorageError>>;
}

export interface RowsTogether {
  readonly row: PageRow | null;
  /** In the order asked for; each ascending. */
  readonly kinds: readonly (readonly StoredPage[])[];
}
