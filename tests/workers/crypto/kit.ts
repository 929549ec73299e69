import { parseBase64url } from '../../../src/core/formats/base64url.ts';
import { createRandom } from '../../../workers/vault/crypto/random.ts';
import { createSeals } from '../../../workers/vault/crypto/seal.ts';

/** What these tests share: the real primitives, wired as the composition root does. */
export const random = createRandom((bytes) => crypto.getRandomValues(bytes));
export const seals = createSeals({ random });

/** base64url of a vector; throws where the vector is not what it should be. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = parseBase64url(text);
  if (bytes === null) throw new Error('vector is not base64url');
  return bytes;
};

export const flipBit = (bytes: Uint8Array, bit: number): Uint8Array<ArrayBuffer> => {
  const flipped = new Uint8Array(bytes);
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
};
