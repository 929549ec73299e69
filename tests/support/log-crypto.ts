import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { Sha256, VerifyEd25519 } from '../../src/core/formats/hash.ts';

/** Node's own SHA-256 and Ed25519, for building logs in tests without the vault's crypto. */

export const sha256: Sha256 = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());

export interface SigningKey {
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly sign: (message: Uint8Array) => Uint8Array<ArrayBuffer>;
}

// PKCS8 of an Ed25519 key is this head and the 32-byte seed (RFC 8410 §7).
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key pair of a 32-byte seed. */
export const signingKeyOf = (seed: Uint8Array): SigningKey => {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' });
  return {
    publicKey: new Uint8Array(Buffer.from(String(jwk.x), 'base64url')),
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  };
};

export const verifyEd25519: VerifyEd25519 = async (publicKey, message, signature) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const x = Buffer.from(publicKey).toString('base64url');
  return verify(null, message, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }), signature);
};
