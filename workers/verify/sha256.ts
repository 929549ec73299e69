import { createSHA256 } from 'hash-wasm';
import type { Sha256 } from '../../src/core/formats/hash.ts';

/** Synchronous, because a leaf is hashed for every line: a digest promise each would cost ten times the hashing. */
export const createSha256 = async (): Promise<Sha256> => {
  const hasher = await createSHA256();
  return (bytes) => new Uint8Array(hasher.init().update(bytes).digest('binary'));
};
