import { Aes256Gcm, CipherSuite, DecapError, DeserializeError, DhkemP256HkdfSha256, HkdfSha256, OpenError } from '@hpke/core';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { ExportedPair } from './key-bytes.ts';
import { exportPair, keyOrNull } from './key-bytes.ts';
import { isP256Point } from './p256-point.ts';

/**
 * HPKE base mode (RFC 9180): DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. P-256 because every engine's WebCrypto has
 * it and it is on the CRYPTREC list. Key pairs are generated, never derived from a seed: Firefox cannot.
 */
const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

const CURVE: EcKeyImportParams = { name: 'ECDH', namedCurve: 'P-256' };

/** A new pair as bytes. */
export const generateHpkePair = async (): Promise<ExportedPair> =>
  exportPair(await crypto.subtle.generateKey(CURVE, true, ['deriveBits']));

/** Raw P-256 point to a key. Null when it is not a point on the curve. */
export const importHpkePublic = (publicKey: Uint8Array<ArrayBuffer>): Promise<CryptoKey | null> =>
  keyOrNull(crypto.subtle.importKey('raw', publicKey, CURVE, true, []));

/** Private half non-extractable. Null when the bytes are not such a pair. */
export const importHpkePair = async (exported: ExportedPair): Promise<CryptoKeyPair | null> => {
  const publicKey = await importHpkePublic(exported.publicKey);
  if (publicKey === null) return null;
  const privateKey = await keyOrNull(crypto.subtle.importKey('pkcs8', exported.pkcs8, CURVE, false, ['deriveBits']));
  return privateKey === null ? null : { publicKey, privateKey };
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

/**
 * What the library throws where `enc` is no point or `ct` does not open. An engine may look at a point only when it reckons with it: then
 * the point tells whether it was that. All else is an engine that fails, and says nothing of what is sealed.
 */
const isOfWhatIsSealed = (cause: unknown, { enc }: HpkeSealed): boolean =>
  cause instanceof DeserializeError || cause instanceof OpenError || (cause instanceof DecapError && !isP256Point(enc));

/** Damaged: not for this key, this place, or changed. The plaintext is the caller's to zero. */
export const openWith = async (
  pair: CryptoKeyPair,
  info: Uint8Array<ArrayBuffer>,
  sealed: HpkeSealed,
): Promise<Result<Uint8Array<ArrayBuffer>, 'Damaged'>> => {
  try {
    return ok(new Uint8Array(await suite.open({ recipientKey: pair, enc: sealed.enc, info }, sealed.ct)));
  } catch (cause) {
    if (isOfWhatIsSealed(cause, sealed)) return err('Damaged');
    throw cause;
  }
};
