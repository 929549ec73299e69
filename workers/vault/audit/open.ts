import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import type { PageStore } from '../storage/page-store.ts';
import type { BookState } from './book-state.ts';
import type { MarkState, PageSealer } from './ports.ts';

/** A table version the database may be at: the keyring's, or the one before it when a rotation was cut off. */
export interface AcceptedTable {
  readonly version: number;
  readonly hash: string;
  /** Epoch of this store in that table. */
  readonly epoch: number;
}

export interface OpenBookInput {
  readonly store: PageStore;
  /** One for each epoch of the keyring whose keys were checked against the table. */
  readonly sealers: readonly PageSealer[];
  readonly tables: readonly AcceptedTable[];
  /** Newest of file and localStorage; `root` empty when its seal did not open. Null: no mark was found. */
  readonly mark: MarkState | null;
  readonly sha256: Sha256;
}

export interface OpenedBook {
  readonly state: BookState;
  /** The database's epoch decides: every other epoch must be dropped from the keyring before anything is written. */
  readonly sealer: PageSealer;
}

/**
 * Head, index pages and tail, in parallel, each compared with what names it. Errors: DatabaseMissing, DatabaseOlder (behind the
 * mark, or in an epoch that is gone), DatabaseDamaged (a page is not in the state head names, or was planted), NewerFormat,
 * StorageFailed.
 */
export type OpenBook = (input: OpenBookInput) => Promise<Result<OpenedBook, VaultError>>;
