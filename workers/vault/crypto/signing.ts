import { ED25519_PUBLIC_BYTES, ED25519_SIGNATURE_BYTES } from '../../../src/core/formats/consts.ts';
import { isSmallOrderKey } from '../../../src/core/formats/ed25519-key.ts';
import { isReducedSignature } from '../../../src/core/formats/ed25519-signature.ts';
import type { VerifyEd25519 } from '../../../src/core/formats/hash.ts';
import type { ExportedPair } from './key-bytes.ts';
import { exportPair, keyOrNull } from './key-bytes.ts';

/** Ed25519 (RFC 8032) by WebCrypto. */
const ALGORITHM = 'Ed25519';

/** A new pair as bytes. */
export const generateSigningPair = async (): Promise<ExportedPair> =>
  exportPair(await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']));

/** Non-extractable. Null when the bytes are not an Ed25519 private key. */
export const importSigningKey = (pkcs8: Uint8Array<ArrayBuffer>): Promise<CryptoKey | null> =>
  keyOrNull(crypto.subtle.importKey('pkcs8', pkcs8, ALGORITHM, false, ['sign']));

/** 64 bytes, deterministic. */
export const signBytes = async (key: CryptoKey, message: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, message));

/** Own copies: WebCrypto wants bytes that no other thread can change. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

export const verifyEd25519: VerifyEd25519 = async (publicKey, message, signature) => {
  if (publicKey.length !== ED25519_PUBLIC_BYTES || signature.length !== ED25519_SIGNATURE_BYTES) return false;
  if (!isReducedSignature(signature) || isSmallOrderKey(publicKey)) return false;
  // Engines may check the point on import and refuse a bad one there; today's all say false at verification.
  const key = await keyOrNull(crypto.subtle.importKey('raw', owned(publicKey), ALGORITHM, false, ['verify']));
  return key !== null && crypto.subtle.verify(ALGORITHM, key, owned(signature), owned(message));
};
