import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { sameBytes } from '../../../src/core/formats/bytes.ts';
import { KEYRING_FILE_BYTES } from '../../../src/core/formats/consts.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import type { KeyringChoiceProblem } from '../../../src/core/formats/keyring-choice.ts';
import { chooseNewest } from '../../../src/core/formats/keyring-choice.ts';
import { encodeKeyringFile } from '../../../src/core/formats/keyring-file.ts';
import type { Keyring } from '../../../src/core/formats/keyring.ts';
import { KEYRING_FILES } from './names.ts';
import type { StorageError } from './page-store.ts';
import { toStorageError } from './storage-error.ts';
import type { StoreFolder } from './store-folder.ts';

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
  /**
   * As `write`, for what must not lie beside the keyring any more: a slot that refuses, but holds something whole, does not keep the
   * other from being rewritten. A crash meanwhile leaves the one that refused. Not for what may yet have to be taken back.
   */
  readonly writeEach: (keyring: Keyring) => Promise<Result<null, KeyringError>>;
  /** Both slots := zeros, read back, each whatever the other answers. What they held can no longer be opened from this device's files. */
  readonly erase: () => Promise<Result<null, KeyringError>>;
}

type Order = readonly [first: string, second: string];
type Slots = readonly [a: Uint8Array<ArrayBuffer> | null, b: Uint8Array<ArrayBuffer> | null];

const never = (): Promise<boolean> => Promise.resolve(false);
const always = (): Promise<boolean> => Promise.resolve(true);

const toKeyringError = (problem: KeyringChoiceProblem): KeyringError => {
  if (problem.type === 'NewerFormat') return problem;
  return { type: problem.type === 'Missing' ? 'KeyringMissing' : 'KeyringDamaged' };
};

/**
 * No vault comes to the end of them, but a file that says so can be planted, and must not keep the next change from being stored. Until
 * both files are written that one counts, as the earlier one does.
 */
const sequenceAfter = (sequence: number): number => (sequence < Number.MAX_SAFE_INTEGER ? sequence + 1 : 1);

export const createKeyringStore = (folder: StoreFolder, sha256: Sha256): KeyringStore => {
  const readSlots = async (): Promise<Result<Slots, KeyringError>> => {
    try {
      const [a, b] = KEYRING_FILES;
      return ok(await Promise.all([folder.read(a), folder.read(b)]));
    } catch (error) {
      return err(toStorageError(error));
    }
  };

  /** Written, flushed, and found there by a reader that did not write it. */
  const writeSlot = async (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Result<null, KeyringError>> => {
    try {
      await folder.write(name, bytes);
      const found = await folder.read(name);
      return found !== null && sameBytes(found, bytes) ? ok(null) : err({ type: 'StorageFailed', name: 'ReadBackError' });
    } catch (error) {
      return err(toStorageError(error));
    }
  };

  const isWhole = async (name: string): Promise<boolean> => {
    try {
      return chooseNewest(await folder.read(name), null, sha256).ok;
    } catch {
      return false;
    }
  };

  const writeBoth = async (
    bytes: Uint8Array<ArrayBuffer>,
    [first, second]: Order,
    passes: (name: string) => Promise<boolean>,
  ): Promise<Result<null, KeyringError>> => {
    const one = await writeSlot(first, bytes);
    if (!one.ok && !(await passes(first))) return one;
    const two = await writeSlot(second, bytes);
    return one.ok ? two : one;
  };

  const writeKeyring = async (keyring: Keyring, passes: (name: string) => Promise<boolean>): Promise<Result<null, KeyringError>> => {
    const slots = await readSlots();
    if (!slots.ok) return slots;
    const newest = chooseNewest(slots.value[0], slots.value[1], sha256);
    // A keyring of a newer program is never overwritten by this one. A damaged pair is: whoever writes has read it before.
    if (!newest.ok && newest.error.type === 'NewerFormat') return err(newest.error);
    const sequence = newest.ok ? sequenceAfter(newest.value.sequence) : 1;
    const bytes = encodeKeyringFile({ sequence, keyring }, sha256);
    if (!bytes.ok) return err({ type: 'StorageFailed', name: bytes.error });
    const [a, b] = KEYRING_FILES;
    // A crash while the first is written leaves the newest one whole; while the second is written, the first is.
    return writeBoth(bytes.value, newest.ok && newest.value.slot === 'a' ? [b, a] : [a, b], passes);
  };

  return {
    read: async () => {
      const slots = await readSlots();
      if (!slots.ok) return slots;
      const chosen = chooseNewest(slots.value[0], slots.value[1], sha256);
      return chosen.ok ? ok({ keyring: chosen.value.keyring, twin: chosen.value.twin }) : err(toKeyringError(chosen.error));
    },

    write: (keyring) => writeKeyring(keyring, never),
    writeEach: (keyring) => writeKeyring(keyring, isWhole),

    erase: () => writeBoth(new Uint8Array(KEYRING_FILE_BYTES), KEYRING_FILES, always),
  };
};
