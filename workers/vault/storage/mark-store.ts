import type { Result } from '../../../src/core/domain/result.ts';
import type { StorageError } from './page-store.ts';

/** The mark file of a store (public/spec/keyring-v1.md): text of one JSON line, padded. What it says is sealed by others. */
export interface MarkStore {
  /** Null when there is none. */
  readonly read: () => Promise<Result<string | null, StorageError>>;
  readonly write: (mark: string) => Promise<Result<null, StorageError>>;
}
