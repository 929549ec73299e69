import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import type { Keyring } from '../../../src/core/formats/keyring.ts';
import type { KeyringStore } from '../storage/keyring-store.ts';

/** Tries to write a keyring that alone may stay. */
const TRIES = 3;

/**
 * Writes the slots for one session, and remembers what it still owes them: the keyring that belongs to what the database holds, where
 * the files did not take it. Until then they open with keys or ways in that were told as gone, or lack those that were told as kept.
 */
export interface SlotKeeper {
  /** Both slots, before the database changes. What was owed is in it. Errors leave something to put back. */
  readonly write: (keyring: Keyring) => Promise<Result<null, VaultError>>;
  /** The keyring from before a change that was not stored. False: owed. */
  readonly putBack: (keyring: Keyring) => Promise<boolean>;
  /** The keyring that belongs to what is stored now, with more than one try. False: owed. */
  readonly settle: (keyring: Keyring) => Promise<boolean>;
  /** One more try for what is owed; true when nothing is any more. */
  readonly payOff: () => Promise<boolean>;
}

/** `onChange`: something is owed from now on, or nothing is any more. */
export const createSlotKeeper = (store: Pick<KeyringStore, 'write' | 'writeEach'>, onChange: (settled: boolean) => void): SlotKeeper => {
  let owed: Keyring | null = null;
  let told = true;

  const tell = (): boolean => {
    const settled = owed === null;
    if (settled !== told) onChange(settled);
    told = settled;
    return settled;
  };

  const tryFor = async (keyring: Keyring, tries: number): Promise<boolean> => {
    owed = keyring;
    for (let left = tries; left > 0; left -= 1) {
      if (!(await store.writeEach(keyring)).ok) continue;
      owed = null;
      break;
    }
    return tell();
  };

  return {
    write: async (keyring) => {
      const written = await store.write(keyring);
      if (written.ok) owed = null;
      tell();
      return written;
    },
    putBack: (keyring) => tryFor(keyring, 1),
    settle: (keyring) => tryFor(keyring, TRIES),
    payOff: () => (owed === null ? Promise.resolve(true) : tryFor(owed, 1)),
  };
};
