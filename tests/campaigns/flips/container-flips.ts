import { readContainer } from '../../../workers/vault/copy/read-container.ts';
import type { VaultCrypto } from '../../../workers/vault/session/platform.ts';
import type { Tally } from '../tally.ts';
import { createTally } from '../tally.ts';
import type { Share } from './share.ts';
import { flipBit, placesOf } from './share.ts';

/**
 * Every single bit of a copy, and every shorter file: each must be refused with a reason. No bit of a copy is without meaning, the
 * last line feed included, so nothing that differs may be read at all.
 */

type Read = (bytes: Uint8Array<ArrayBuffer>) => Promise<string | null>;

const createRead =
  (crypto: VaultCrypto): Read =>
  async (bytes) => {
    const read = await readContainer(crypto, new Blob([bytes]), () => undefined);
    if (read.ok) return null;
    return read.error.type === 'FileRefused' ? read.error.reason : read.error.type;
  };

const tryAll = async (
  places: Iterable<number>,
  bend: (place: number) => Promise<string | null>,
  name: (place: number) => string,
): Promise<Tally> => {
  const tally = createTally();
  for (const place of places) {
    try {
      const reason = await bend(place);
      if (reason === null) tally.fail(`${name(place)}: read as if nothing were wrong`);
      else tally.count(reason);
    } catch (error) {
      tally.fail(`${name(place)}: ${String(error)}`);
    }
  }
  return tally.tally();
};

export const flipContainer = (crypto: VaultCrypto, reference: Uint8Array<ArrayBuffer>, share: Share): Promise<Tally> => {
  const read = createRead(crypto);
  const bytes = reference.slice();
  return tryAll(
    placesOf(share, reference.length * 8),
    async (bit) => {
      flipBit(bytes, bit);
      const reason = await read(bytes);
      flipBit(bytes, bit);
      return reason;
    },
    (bit) => `container, bit ${bit & 7} of byte ${bit >> 3}`,
  );
};

export const cutContainer = (crypto: VaultCrypto, reference: Uint8Array<ArrayBuffer>, share: Share): Promise<Tally> => {
  const read = createRead(crypto);
  return tryAll(placesOf(share, reference.length), (length) => read(reference.slice(0, length)), (length) => `container cut to ${length} bytes`);
};
