import { KEYRING_FILE_BYTES } from '../../../src/core/formats/consts.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import { encodeKeyring } from '../../../src/core/formats/keyring-document.ts';
import type { KeyringStore } from '../../../workers/vault/storage/keyring-store.ts';
import { createKeyringStore } from '../../../workers/vault/storage/keyring-store.ts';
import { KEYRING_FILES } from '../../../workers/vault/storage/names.ts';
import type { StoreFolder } from '../../../workers/vault/storage/store-folder.ts';
import type { ReferenceKeyring } from '../reference.ts';
import type { Tally } from '../tally.ts';
import { createTally } from '../tally.ts';
import type { Share } from './share.ts';
import { flipBit, placesOf } from './share.ts';

/**
 * Every single bit of a keyring file, and every shorter one. In one of the two files: the other takes over, and says that the first must
 * be rewritten. In both: refused. No bit is without meaning, those of the padding included.
 */

const [A, B] = KEYRING_FILES;

interface Bench {
  readonly store: KeyringStore;
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
}

const createBench = (sha256: Sha256): Bench => {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const folder: StoreFolder = {
    // Not copied: a million times 128 KiB would be all that is measured.
    read: (name) => Promise.resolve(files.get(name) ?? null),
    write: () => Promise.reject(new Error('reading writes nothing')),
    remove: () => Promise.reject(new Error('reading removes nothing')),
  };
  return { store: createKeyringStore(folder, sha256), files };
};

/** Outcome of a bent file beside a whole one, in a and b by turns, and in both; or what is wrong. */
const judge = async (bench: Bench, reference: ReferenceKeyring, document: string, place: number, bent: Uint8Array<ArrayBuffer>): Promise<readonly string[]> => {
  const { store, files } = bench;
  const [one, other] = (place >> 3) % 2 === 0 ? [A, B] : [B, A];
  files.set(one, bent);
  files.set(other, reference.file);
  const found = await store.read();
  const same = found.ok && !found.value.twin && encodeKeyring(found.value.keyring) === document;
  files.set(other, bent);
  const both = await store.read();
  return [
    same ? 'other file took over' : `WRONG in ${one}: ${JSON.stringify(found).slice(0, 200)}`,
    both.ok ? 'WRONG in both: read as if nothing were wrong' : both.error.type,
  ];
};

const tryAll = async (
  sha256: Sha256,
  reference: ReferenceKeyring,
  places: Iterable<number>,
  bend: (place: number) => Uint8Array<ArrayBuffer>,
  name: (place: number) => string,
): Promise<Tally> => {
  const tally = createTally();
  const bench = createBench(sha256);
  const document = encodeKeyring(reference.keyring);
  for (const place of places) {
    try {
      for (const outcome of await judge(bench, reference, document, place, bend(place))) {
        if (outcome.startsWith('WRONG')) tally.fail(`${name(place)}: ${outcome}`);
        else tally.count(outcome);
      }
    } catch (error) {
      tally.fail(`${name(place)}: ${String(error)}`);
    }
  }
  return tally.tally();
};

export const flipKeyring = (sha256: Sha256, reference: ReferenceKeyring, share: Share): Promise<Tally> => {
  let last: number | null = null;
  const bytes = reference.file.slice();
  return tryAll(
    sha256,
    reference,
    placesOf(share, KEYRING_FILE_BYTES * 8),
    (bit) => {
      if (last !== null) flipBit(bytes, last);
      flipBit(bytes, bit);
      last = bit;
      return bytes;
    },
    (bit) => `keyring, bit ${bit & 7} of byte ${bit >> 3}`,
  );
};

export const cutKeyring = (sha256: Sha256, reference: ReferenceKeyring, share: Share): Promise<Tally> =>
  tryAll(sha256, reference, placesOf(share, KEYRING_FILE_BYTES), (length) => reference.file.slice(0, length), (length) => `keyring cut to ${length} bytes`);
