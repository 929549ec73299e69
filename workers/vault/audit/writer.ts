import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import type { Keyring } from '../../../src/core/formats/keyring.ts';
import type { KeyName } from '../../../src/core/formats/key-name.ts';
import type { PersonIndex } from '../book/person-index.ts';
import type { BookState } from './book-state.ts';
import type { LogReader } from './log-reader.ts';
import type { PageReader } from './page-reader.ts';
import type { Planner } from './plan.ts';
import type { NoteSigner, PageSealer } from './ports.ts';

/** What a commit that was stored answers. */
export interface Committed<T> {
  readonly value: T;
  /** Seq of its first entry, and the size of the log after it. */
  readonly firstSeq: number;
  readonly size: number;
  readonly time: number;
}

export type WriterEvent =
  /** Stored. `changed` names the kinds of pages that have new content. */
  | { readonly type: 'committed'; readonly size: number; readonly changed: readonly string[] }
  /** The state of the database is no longer known; nothing is written any more. */
  | { readonly type: 'halted'; readonly cause: VaultError }
  /** False: a slot did not take what belongs to the stored state, and may hold old keys or ways in. True: it has now. */
  | { readonly type: 'slots'; readonly settled: boolean }
  | { readonly type: 'progress'; readonly job: 'rotate'; readonly done: number; readonly total: number };

/**
 * The keyring's part in a commit that changes keys. `both` opens with the old and the new, and is on the disk before the
 * database changes; `next` opens with the new only, and is written after. `before` is put back when nothing was stored.
 */
export interface KeyringStep {
  readonly before: Keyring;
  readonly both: Keyring;
  readonly next: Keyring;
}

export interface KeyringCommitted<T> extends Committed<T> {
  /**
   * False: the database has the new state, but a slot could not be rewritten and may still open with the old keys. No
   * certificate may say otherwise. It is tried again behind every commit, before the lock and at the next unlock.
   */
  readonly settled: boolean;
}

export interface Rotation<T> {
  readonly planner: Planner<T>;
  readonly keyring: KeyringStep;
  /** Keys of epoch + 1. */
  readonly sealer: PageSealer;
  /** Every page under one of these is resealed; the log key is among them only when a member lost it or may have leaked it. */
  readonly renewed: readonly KeyName[];
}

/** Reading and the one way to write, for one unlocked session of one store. */
export interface VaultWriter {
  readonly book: () => BookState;
  readonly persons: PersonIndex;
  readonly pages: PageReader;
  readonly log: LogReader;
  readonly isHalted: () => boolean;
  /**
   * Resolves with success only after the transaction's `oncomplete`. Commits run one after the other in the order of the
   * calls. Errors: the planner's; StorageFull, StorageFailed (nothing stored, may be tried again); ChangedMeanwhile
   * (another writer, again and again); DatabaseMissing; Halted.
   */
  readonly commit: <T>(planner: Planner<T>) => Promise<Result<Committed<T>, VaultError>>;
  /** A commit that changes ways in: slots before and after it, in the order `KeyringStep` states. */
  readonly commitWithKeyring: <T>(planner: Planner<T>, keyring: KeyringStep) => Promise<Result<KeyringCommitted<T>, VaultError>>;
  /** A commit that also reseals everything under the next epoch. */
  readonly rotate: <T>(rotation: Rotation<T>) => Promise<Result<KeyringCommitted<T>, VaultError>>;
  /** Both slots := this keyring, which belongs to what is stored, outside a commit. False: they refused; it is tried again as behind a commit. */
  readonly putSlots: (keyring: Keyring) => Promise<boolean>;
  /** One more try for slots that refused before. False: they still do. */
  readonly settleSlots: () => Promise<boolean>;
  /** Later entries are this member's (after a key renewal: the same member's new key). */
  readonly actAs: (signer: NoteSigner) => void;
  /** Resolves when all commits so far and their marks are through. */
  readonly idle: () => Promise<void>;
}
