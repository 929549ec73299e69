import { createSHA256 } from 'hash-wasm';
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

const DIGEST_BYTES = 32;

/** Loads the WebAssembly module once; after that nothing waits. */
export const createHasher = async (): Promise<Hasher> => {
  const [whole, shared] = await Promise.all([createSHA256(), createSHA256()]);

  const digestOf = (digest: Uint8Array): Uint8Array<ArrayBuffer> => {
    const copy = new Uint8Array(DIGEST_BYTES);
    copy.set(digest);
    return copy;
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
      digest: () => {
        const hasher = resume();
        state = null;
        return digestOf(hasher.digest('binary'));
      },
    };
  };

  return { sha256: (bytes) => digestOf(whole.init().update(bytes).digest('binary')), createStream };
};
