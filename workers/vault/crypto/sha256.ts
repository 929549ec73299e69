import { createSHA256 } from 'hash-wasm';
import { HASH_BYTES } from '../../../src/core/formats/consts.ts';
import type { Sha256, Sha256Stream } from '../../../src/core/formats/hash.ts';

/**
 * Synchronous SHA-256 for everything that is public or sealed: log lines, tables, pages, containers. Not for secrets: the
 * bytes stay in this module's memory until the next call (keys are hashed by WebCrypto, keys.ts).
 */
export interface Hasher {
  readonly sha256: Sha256;
  /** Any number of streams may run side by side. */
  readonly createStream: () => Sha256Stream;
}

/**
 * By WebCrypto, beside this thread: for blobs of pages, which come by the hundred and may be waited for. Many small things in a row, and
 * all inside a transaction, are the hasher's.
 */
export const digestOfBlob = async (blob: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', blob));

// The package cuts each out of its memory, as its type does not say. Asking for its buffer would cost more than a copy.
const isDigest = (digest: Uint8Array): digest is Uint8Array<ArrayBuffer> => digest.length === HASH_BYTES;

/** Loads the WebAssembly module once; after that nothing waits. */
export const createHasher = async (): Promise<Hasher> => {
  const [whole, shared] = await Promise.all([createSHA256(), createSHA256()]);

  const digestOf = (hasher: typeof whole): Uint8Array<ArrayBuffer> => {
    const digest = hasher.digest('binary');
    if (!isDigest(digest)) throw new Error('no SHA-256');
    return digest;
  };

  const createStream = (): Sha256Stream => {
    // One instance serves all streams: each keeps its own state between updates.
    let state: Uint8Array | null = shared.init().save();
    const resume = () => {
      if (state === null) throw new Error('this hash has ended');
      return shared.load(state);
    };
    return {
      update: (bytes) => {
        state = resume().update(bytes).save();
      },
      peek: () => digestOf(resume()),
      digest: () => {
        const hasher = resume();
        state = null;
        return digestOf(hasher);
      },
    };
  };

  return { sha256: (bytes) => digestOf(whole.init().update(bytes)), createStream };
};
