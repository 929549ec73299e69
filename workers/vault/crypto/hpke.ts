import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256, HpkeError } from '@hpke/core';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';

/**
 * HPKE base mode (RFC 9180): DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. P-256 because every engine's WebCrypto has
 * it and it is on the CRYPTREC list. Key pairs are generated, never derived from a seed: Firefox cannot.
 */
const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

const CURVE: EcKeyImportParams = { name: 'ECDH', namedCurve: 'P-256' };

export interface ExportedPair {
  /** The caller's to zero after sealing it. */
  readonly pkcs8: Uint8Array<ArrayBuffer>;
  /** Raw: the uncompressed point, 65 bytes, or the 32 bytes of an Ed25519 key. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
}

/** A new pair as bytes: the private half exists unsealed only until the caller has sealed and zeroed it. */
export const generateHpkePair = async (): Promise<ExportedPair> => {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const [pkcs8, publicKey] = await Promise.all([
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
    crypto.subtle.exportKey('raw', pair.publicKey),
  ]);
  return { pkcs8: new Uint8Array(pkcs8), publicKey: new Uint8Array(publicKey) };
};

/** Raw P-256 point to a key. Null when it is not a point on the curve. */
export const importHpkePublic = async (publicKey: Uint8Array<ArrayBuffer>): Promise<CryptoKey | null> => {
  try {
    return await crypto.subtle.importKey('raw', publicKey, CURVE, true, []);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'DataError') return null;
    throw cause;
  }
};

/** Private half non-extractable. Null when the bytes are not such a pair. */
export const importHpkePair = async (exported: ExportedPair): Promise<CryptoKeyPair | null> => {
  const publicKey = await importHpkePublic(exported.publicKey);
  if (publicKey === null) return null;
  try {
    return { publicKey, privateKey: await crypto.subtle.importKey('pkcs8', exported.pkcs8, CURVE, false, ['deriveBits']) };
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'DataError') return null;
    throw cause;
  }
};

export interface HpkeSealed {
  readonly enc: Uint8Array<ArrayBuffer>;
  readonly ct: Uint8Array<ArrayBuffer>;
}

/** To one recipient, aad empty; `info` binds it to its place. */
export const sealTo = async (
  recipient: CryptoKey,
  info: Uint8Array<ArrayBuffer>,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<HpkeSealed> => {
  const sealed = await suite.seal({ recipientPublicKey: recipient, info }, plaintext);
  return { enc: new Uint8Array(sealed.enc), ct: new Uint8Array(sealed.ct) };
};

/** Damaged: not for this key, this place, or changed. The plaintext is the caller's to zero. */
export const openWith = async (
  pair: CryptoKeyPair,
  info: Uint8Array<ArrayBuffer>,
  sealed: HpkeSealed,
): Promise<Result<Uint8Array<ArrayBuffer>, 'Damaged'>> => {
  try {
    return ok(new Uint8Array(await suite.open({ recipientKey: pair, enc: sealed.enc, info }, sealed.ct)));
  } catch (cause) {
    if (cause instanceof HpkeError) return err('Damaged');
    throw cause;
  }
};
