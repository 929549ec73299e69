import { isReducedSignature } from '../../src/core/formats/ed25519-signature.ts';
import type { VerifyEd25519 } from '../../src/core/formats/hash.ts';

/** Imported keys kept at hand; a hostile file can name many, so the store is emptied when full. */
const MAX_KEYS = 256;

export const createVerifyEd25519 = (subtle: SubtleCrypto): VerifyEd25519 => {
  const keys = new Map<string, CryptoKey>();

  const keyOf = async (publicKey: Uint8Array): Promise<CryptoKey> => {
    const name = publicKey.join();
    const known = keys.get(name);
    if (known !== undefined) return known;
    const key = await subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', false, ['verify']);
    if (keys.size >= MAX_KEYS) keys.clear();
    keys.set(name, key);
    return key;
  };

  return async (publicKey, message, signature) => {
    // WebKit accepts scalars beyond the order, which would give one note two signatures.
    if (publicKey.length !== 32 || signature.length !== 64 || !isReducedSignature(signature)) return false;
    try {
      return await subtle.verify('Ed25519', await keyOf(publicKey), new Uint8Array(signature), new Uint8Array(message));
    } catch {
      // An engine may refuse a point that is none at import instead of at verification.
      return false;
    }
  };
};
