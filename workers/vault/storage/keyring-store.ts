import type { Result } from '../../../src/core/domain/result.ts';
import type { Keyring } from '../../../src/core/formats/keyring.ts';
import type { StorageError } from './page-store.ts';

export type KeyringError =
  | StorageError
  | { readonly type: 'KeyringDamaged' }
  | { readonly type: 'KeyringMissing' };

export interface FoundKeyring {
  readonly keyring: Keyring;
  /** False: the slots differ, the other one may open with something older. `write` the same keyring before anything else. */
  readonly twin: boolean;
}

/** The two keyring slots of one store. */
export interface KeyringStore {
  /** The valid slot with the highest sequence. */
  readonly read: () => Promise<Result<FoundKeyring, KeyringError>>;
  /**
   * Both slots := this keyring, one after the other, each read back through a fresh handle before the next is touched; the slot
   * that is not the newest goes first. On an error at least one slot holds the earlier or the new keyring whole.
   */
  readonly write: (keyring: Keyring) => Promise<Result<null, KeyringError>>;
  /** Both slots := zeros, read back. What they held can no longer be opened from this device's files. */
  readonly erase: () => Promise<Result<null, KeyringError>>;
}
