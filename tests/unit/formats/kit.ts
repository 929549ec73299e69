import { createHash, createPublicKey, verify as verifyByNode } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Sha256, Sha256Stream, VerifyEd25519 } from '../../../src/core/formats/hash.ts';
import type { VerifyDeps } from '../../../src/core/formats/signed-note-verify.ts';

/** What pure formats take as arguments, by Node's own crypto. */
export const sha256: Sha256 = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());

export const createStream = (): Sha256Stream => {
  const hash = createHash('sha256');
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    peek: () => new Uint8Array(hash.copy().digest()),
    digest: () => new Uint8Array(hash.digest()),
  };
};

const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

const verify: VerifyEd25519 = (publicKey, message, signature) => {
  const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, publicKey]), format: 'der', type: 'spki' });
  return Promise.resolve(verifyByNode(null, message, key, signature));
};

export const verifyDeps: VerifyDeps = { sha256, verify };

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Our own vectors, for the caller to type; written by tests/vectors/writer. */
export const readVectors = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../vectors/${name}`, import.meta.url), 'utf8'));

export const flipBit = (bytes: Uint8Array, bit: number): Uint8Array<ArrayBuffer> => {
  const flipped = new Uint8Array(bytes);
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
};
