import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { SEAL_SALT_BYTES } from '../../../src/core/formats/consts.ts';
import { joinSeal, splitSeal } from '../../../src/core/formats/seal-layout.ts';
import { decryptGcm, encryptGcm } from './aes-gcm.ts';
import { deriveAesKey, importHkdfKey } from './hkdf.ts';
import type { Random } from './random.ts';

/**
 * The only envelope (public/spec/seal-v1.md). A fresh salt makes a fresh AES key, so the fixed nonce is used once per key
 * and no number of seals under one key brings two under the same (key, nonce).
 */
export interface Seals {
  /** Lengths: 48 bytes more than `plaintext`, which stays the caller's to zero. */
  readonly sealWith: (
    key: CryptoKey,
    aad: Uint8Array<ArrayBuffer>,
    plaintext: Uint8Array<ArrayBuffer>,
  ) => Promise<Uint8Array<ArrayBuffer>>;
  /** Damaged: too short, changed, under another key, or for another place. They cannot be told apart. */
  readonly openSealed: (
    key: CryptoKey,
    aad: Uint8Array<ArrayBuffer>,
    sealed: Uint8Array<ArrayBuffer>,
  ) => Promise<Result<Uint8Array<ArrayBuffer>, 'Damaged'>>;
}

const NONCE = new Uint8Array(12);

/** 32 raw bytes to a non-extractable key for `sealWith` and `openSealed`. Zeroing `raw` stays with its maker. */
export const importSealKey = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> => importHkdfKey(raw);

export const createSeals = (deps: { readonly random: Random }): Seals => ({
  sealWith: async (key, aad, plaintext) => {
    const salt = deps.random.bytes(SEAL_SALT_BYTES);
    const once = await deriveAesKey(key, salt, aad, 'encrypt');
    return joinSeal({ salt, box: await encryptGcm(once, NONCE, aad, plaintext) });
  },
  openSealed: async (key, aad, sealed) => {
    const parts = splitSeal(sealed);
    if (parts === null) return err('Damaged');
    const once = await deriveAesKey(key, parts.salt, aad, 'decrypt');
    const plaintext = await decryptGcm(once, NONCE, aad, parts.box);
    return plaintext === null ? err('Damaged') : ok(plaintext);
  },
});
