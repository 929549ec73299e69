import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { sameBytes } from '../../../src/core/formats/bytes.ts';
import { ID_BYTES } from '../../../src/core/formats/consts.ts';

/** The only source of randomness. A source that repeats itself throws: whatever it had made would be worth nothing. */
export interface Random {
  /** Up to 32 KiB. The caller owns the bytes, and overwrites them when they were secret. */
  readonly bytes: (length: number) => Uint8Array<ArrayBuffer>;
  /** 128 random bits, 22 characters. The caller brands it. */
  readonly id: () => string;
}

const PROBE_BYTES = 16;

/** `fill`: crypto.getRandomValues, or a deterministic one where vectors are written. */
export const createRandom = (fill: (bytes: Uint8Array<ArrayBuffer>) => void): Random => {
  let last = new Uint8Array(PROBE_BYTES);
  const bytes = (length: number): Uint8Array<ArrayBuffer> => {
    // The probe is drawn before the wanted bytes and thrown away after comparison: what is kept is never part of a key.
    const drawn = new Uint8Array(PROBE_BYTES + length);
    fill(drawn);
    const probe = drawn.slice(0, PROBE_BYTES);
    if (sameBytes(probe, last) || probe.every((byte) => byte === probe[0])) throw new Error('random source is stuck');
    last = probe;
    const wanted = drawn.slice(PROBE_BYTES);
    drawn.fill(0);
    return wanted;
  };
  return { bytes, id: () => encodeBase64url(bytes(ID_BYTES)) };
};
