import { createSHA256 } from 'hash-wasm';
import { HASH_BYTES } from '../../src/core/formats/consts.ts';
import type { Sha256 } from '../../src/core/formats/hash.ts';

/** Synchronous, because a leaf is hashed for every line: a digest promise each would cost ten times the hashing. */
export const createSha256 = async (): Promise<Sha256> => {
  const hasher = await createSHA256();
  return (bytes) => {
    const digest = hasher.init().update(bytes).digest('binary');
    if (!isDigest(digest)) throw new Error('no SHA-256');
    return digest;
  };
};

// The package cuts each out of its memory, as its type does not say. Asking for its buffer would cost more than a copy.
const isDigest = (digest: Uint8Array): digest is Uint8Array<ArrayBuffer> => digest.length === HASH_BYTES;
