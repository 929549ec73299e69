import { isSmallOrderKey } from '../../src/core/formats/ed25519-key.ts';
import { isReducedSignature } from '../../src/core/formats/ed25519-signature.ts';
import type { VerifyEd25519 } from '../../src/core/formats/hash.ts';

/** Imported keys kept at hand; a hostile file can name many, so the store is emptied when full. */
const MAX_KEYS = 256;

export const createVerifyEd25519 = (subtle: SubtleCrypto): VerifyEd25519 => {
  const keys = new Map<string, CryptoKey>();

  /** Null for a point that is none, where an engine looks at it already here; today's all say false at verification. */
  const importOrNull = async (publicKey: Uint8Array): Promise<CryptoKey | null> => {
    try {
      return await subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', false, ['verify']);
    } catch (cause) {
      // Any other failure says nothing about the key: told as false, an engine that fails would make a forgery of a good signature.
      if (cause instanceof DOMException && cause.name === 'DataError') return null;
      throw cause;
    }
  };

  const keyOf = async (publicKey: Uint8Array): Promise<CryptoKey | null> => {
    const name = publicKey.join();
    const known = keys.get(name);
    if (known !== undefined) return known;
    const key = await importOrNull(publicKey);
    if (key === null) return null;
    if (keys.size >= MAX_KEYS) keys.clear();
    keys.set(name, key);
    return key;
  };

  return async (publicKey, message, signature) => {
    // WebKit accepts scalars beyond the order, which would give one note two signatures, and does not come back from some keys of small order.
    if (publicKey.length !== 32 || signature.length !== 64 || !isReducedSignature(signature) || isSmallOrderKey(publicKey)) return false;
    const key = await keyOf(publicKey);
    return key !== null && subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(message));
  };
};
