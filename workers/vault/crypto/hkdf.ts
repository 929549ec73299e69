/** HKDF-SHA256 (RFC 5869) by WebCrypto. Keys are non-extractable; raw key bytes are zeroed by whoever made them. */

/** Input key material as a key that can only derive. */
export const importHkdfKey = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey', 'deriveBits']);

const paramsOf = (salt: Uint8Array<ArrayBuffer>, info: Uint8Array<ArrayBuffer>): HkdfParams => ({ name: 'HKDF', hash: 'SHA-256', salt, info });

/** An AES-256-GCM key for one use in one direction or both; never leaves WebCrypto. */
export const deriveAesKey = (
  key: CryptoKey,
  salt: Uint8Array<ArrayBuffer>,
  info: Uint8Array<ArrayBuffer>,
  usage: 'encrypt' | 'decrypt',
): Promise<CryptoKey> => crypto.subtle.deriveKey(paramsOf(salt, info), key, { name: 'AES-GCM', length: 256 }, false, [usage]);

/** `length` bytes, at most 255 × 32. The caller owns and zeroes them. */
export const deriveBytes = async (
  key: CryptoKey,
  salt: Uint8Array<ArrayBuffer>,
  info: Uint8Array<ArrayBuffer>,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await crypto.subtle.deriveBits(paramsOf(salt, info), key, length * 8));
