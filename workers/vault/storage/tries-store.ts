import type { Result } from '../../../src/core/domain/result.ts';
import type { StorageError } from './page-store.ts';

/** Failed tries to unlock since the last success. Unsealed: it informs the owner, it protects nothing. */
export interface TriesStore {
  /** 0 when never counted or unreadable. */
  readonly read: () => Promise<number>;
  /** Before the KDF runs, so that a closed tab counts too. The new count. */
  readonly count: () => Promise<Result<number, StorageError>>;
  readonly reset: () => Promise<Result<null, StorageError>>;
}
