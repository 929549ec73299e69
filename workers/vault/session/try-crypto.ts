import { parseBase64url } from '../../../src/core/formats/base64url.ts';
import { sameBytes } from '../../../src/core/formats/bytes.ts';
import { KEY_BYTES } from '../../../src/core/formats/consts.ts';
import { generateHpkePair, importHpkePair, openWith, sealTo } from '../crypto/hpke.ts';
import { derivePasswordKey, KDF_POLICY, policyToParams } from '../crypto/kdf.ts';
import { importSealKey } from '../crypto/seal.ts';
import { generateSigningPair, importSigningKey, signBytes, verifyEd25519 } from '../crypto/signing.ts';
import type { VaultCrypto } from './platform.ts';

// The cryptography of vaults, used once on words of no meaning. True: it does what it must, and refuses what it must.

const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);
const WORDS = text('kinko-self-test');

const bent = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  const changed = bytes.slice();
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  return changed;
};

/** AES-256-GCM under a key of HKDF-SHA-256. */
export const trySeals = async ({ random, seals }: VaultCrypto): Promise<boolean> => {
  const raw = random.bytes(KEY_BYTES);
  const key = await importSealKey(raw);
  raw.fill(0);
  const sealed = await seals.sealWith(key, WORDS, WORDS);
  const opened = await seals.openSealed(key, WORDS, sealed);
  const changed = await seals.openSealed(key, WORDS, bent(sealed));
  return opened.ok && sameBytes(opened.value, WORDS) && !changed.ok;
};

const tryP256 = async (): Promise<boolean> => {
  const exported = await generateHpkePair();
  const pair = await importHpkePair(exported);
  exported.pkcs8.fill(0);
  if (pair === null) return false;
  const sealed = await sealTo(pair.publicKey, WORDS, WORDS);
  const opened = await openWith(pair, WORDS, sealed);
  const changed = await openWith(pair, WORDS, { ...sealed, ct: bent(sealed.ct) });
  return opened.ok && sameBytes(opened.value, WORDS) && !changed.ok;
};

const tryEd25519 = async (): Promise<boolean> => {
  const exported = await generateSigningPair();
  const key = await importSigningKey(exported.pkcs8);
  exported.pkcs8.fill(0);
  if (key === null) return false;
  const signature = await signBytes(key, WORDS);
  const good = await verifyEd25519(exported.publicKey, WORDS, signature);
  return good && !(await verifyEd25519(exported.publicKey, bent(WORDS), signature));
};

/** The two key pairs of a member: HPKE on P-256, signatures by Ed25519. */
export const tryKeys = async (): Promise<boolean> => (await Promise.all([tryP256(), tryEd25519()])).every((works) => works);

/** Opens only under what Argon2id makes of these words and this salt at today's policy. */
const KDF_SALT = Uint8Array.from({ length: 16 }, (_, at) => at);
const KDF_BOX = 'dDFw91URb3ciJzSk4zP25nT5k1FgsQ3RgQd-AnDHKbPivhYj-rgxD5n0Zz1-LcEq1KY8tNX-NAQiKoPodPqt';

/** Takes the memory and the time of a real unlock. */
export const tryKdf = async ({ seals }: VaultCrypto): Promise<boolean> => {
  const key = await derivePasswordKey(WORDS, KDF_SALT, policyToParams(KDF_POLICY));
  const box = parseBase64url(KDF_BOX);
  if (!key.ok || box === null) return false;
  const opened = await seals.openSealed(key.value, WORDS, box);
  return opened.ok && sameBytes(opened.value, WORDS);
};
