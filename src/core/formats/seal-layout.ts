import { concatBytes } from './bytes.ts';
import { SEAL_OVERHEAD, SEAL_SALT_BYTES } from './consts.ts';

/** Byte layout of a seal: salt(32) ‖ AES-256-GCM ciphertext ‖ tag(16). public/spec/seal-v1.md §2. */
export interface SealParts {
  readonly salt: Uint8Array<ArrayBuffer>;
  /** Ciphertext and tag, as WebCrypto wants them. */
  readonly box: Uint8Array<ArrayBuffer>;
}

/** Null when too short to be a seal. The parts are views, not copies. */
export const splitSeal = (sealed: Uint8Array<ArrayBuffer>): SealParts | null =>
  sealed.length < SEAL_OVERHEAD ? null : { salt: sealed.subarray(0, SEAL_SALT_BYTES), box: sealed.subarray(SEAL_SALT_BYTES) };

export const joinSeal = (parts: SealParts): Uint8Array<ArrayBuffer> => concatBytes(parts.salt, parts.box);
