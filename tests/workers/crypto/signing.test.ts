import { afterEach, describe, expect, it, vi } from 'vitest';
import { isReducedSignature } from '../../../src/core/formats/ed25519-signature.ts';
import { generateSigningPair, importSigningKey, signBytes, verifyEd25519 } from '../../../workers/vault/crypto/signing.ts';
import { hex, toHex, utf8 } from './hex.ts';
import type { WycheproofCase, WycheproofFile } from './published.ts';
import { readPublished } from './published.ts';

interface Rfc8032Case {
  readonly name: string;
  readonly secret: string;
  readonly public: string;
  readonly message: string;
  readonly signature: string;
}

interface EddsaGroup {
  readonly key: { readonly pk: string };
  readonly tests: readonly (WycheproofCase & { readonly msg: string; readonly sig: string })[];
}

const PKCS8_HEAD = '302e020100300506032b657004220420';

/** What an engine may say that fails, and is asked of a good key and a good signature. */
const FAILURES = [
  new DOMException('the engine', 'OperationError'),
  new DOMException('the engine', 'UnknownError'),
  new DOMException('the engine', 'NotSupportedError'),
  new TypeError('not by WebCrypto'),
];

describe('Ed25519', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  for (const test of (readPublished('rfc8032-ed25519.json') as readonly Rfc8032Case[])) {
    it(`RFC 8032 §7.1 ${test.name}`, async () => {
      const key = await importSigningKey(hex(PKCS8_HEAD + test.secret));
      expect(key).not.toBeNull();
      if (key === null) return;
      expect(toHex(await signBytes(key, hex(test.message)))).toBe(test.signature);
      expect(await verifyEd25519(hex(test.public), hex(test.message), hex(test.signature))).toBe(true);
    });
  }

  it('Wycheproof, all 145 cases', async () => {
    const file = readPublished('wycheproof/eddsa_test.json') as WycheproofFile<EddsaGroup>;
    let count = 0;
    for (const group of file.testGroups) {
      for (const test of group.tests) {
        count += 1;
        const verified = await verifyEd25519(hex(group.key.pk), hex(test.msg), hex(test.sig));
        expect(verified, `case ${test.tcId} ${test.comment}`).toBe(test.result === 'valid');
      }
    }
    expect(count).toBe(145);
  });

  it('a scalar that is not below the order is refused before any engine is asked', () => {
    const file = readPublished('wycheproof/eddsa_test.json') as WycheproofFile<EddsaGroup>;
    const malleable = file.testGroups.flatMap((group) => group.tests).filter((test) => test.comment.includes('malleability'));
    expect(malleable.map((test) => test.tcId)).toEqual([63, 64, 65, 66, 67, 68, 69, 70]);
    for (const test of malleable) expect(isReducedSignature(hex(test.sig)), `case ${test.tcId}`).toBe(false);
    const valid = file.testGroups.flatMap((group) => group.tests).filter((test) => test.result === 'valid');
    for (const test of valid) expect(isReducedSignature(hex(test.sig)), `case ${test.tcId}`).toBe(true);
    const zero = '00'.repeat(32);
    const order = 'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010';
    expect(isReducedSignature(hex(zero + order))).toBe(false);
    expect(isReducedSignature(hex(zero + order.replace(/^ed/, 'ec')))).toBe(true);
    expect(isReducedSignature(hex(zero + zero))).toBe(true);
  });

  it('answers false, never throws, for keys and signatures that are none', async () => {
    const message = utf8('message');
    expect(await verifyEd25519(new Uint8Array(31), message, new Uint8Array(64))).toBe(false);
    expect(await verifyEd25519(new Uint8Array(32).fill(255), message, new Uint8Array(64))).toBe(false);
    expect(await verifyEd25519(new Uint8Array(32), message, new Uint8Array(63))).toBe(false);
    expect(await importSigningKey(new Uint8Array(48))).toBeNull();
  });

  it.each([
    ['a key of 31 bytes', new Uint8Array(31).fill(2), '00'.repeat(64)],
    ['a key of 33 bytes', new Uint8Array(33).fill(2), '00'.repeat(64)],
    ['a key of small order', new Uint8Array(32), '00'.repeat(64)],
    ['a signature of 63 bytes', new Uint8Array(32).fill(2), '00'.repeat(63)],
    ['a signature of 65 bytes', new Uint8Array(32).fill(2), '00'.repeat(65)],
    ['a scalar beyond the order', new Uint8Array(32).fill(2), 'ff'.repeat(64)],
  ])('%s is refused before WebCrypto is asked: not every engine looks', async (_what, key, signature) => {
    const asked = [vi.spyOn(crypto.subtle, 'importKey'), vi.spyOn(crypto.subtle, 'verify')];
    expect(await verifyEd25519(key, utf8('message'), hex(signature))).toBe(false);
    for (const spy of asked) expect(spy).not.toHaveBeenCalled();
  });

  it('an engine that refuses a point at import says false as well; any other failure is thrown on', async () => {
    const verify = () => verifyEd25519(new Uint8Array(32).fill(2), utf8('message'), new Uint8Array(64));
    const importKey = vi.spyOn(crypto.subtle, 'importKey');
    importKey.mockRejectedValueOnce(new DOMException('not on the curve', 'DataError'));
    expect(await verify()).toBe(false);
    for (const failure of FAILURES) {
      importKey.mockRejectedValueOnce(failure);
      await expect(verify()).rejects.toBe(failure);
    }
  });

  it('an engine that fails at verification has said nothing of the signature: never false', async () => {
    const pair = await generateSigningPair();
    const key = await importSigningKey(pair.pkcs8);
    if (key === null) throw new Error('own key not accepted');
    const verify = async () => verifyEd25519(pair.publicKey, utf8('message'), await signBytes(key, utf8('message')));
    const asked = vi.spyOn(crypto.subtle, 'verify');
    for (const failure of [...FAILURES, new DOMException('of a key, at the wrong place', 'DataError')]) {
      asked.mockRejectedValueOnce(failure);
      await expect(verify()).rejects.toBe(failure);
    }
    expect(await verify()).toBe(true);
  });

  it('a generated key signs, is not extractable once imported, and refuses a changed message', async () => {
    const pair = await generateSigningPair();
    const key = await importSigningKey(pair.pkcs8);
    if (key === null) throw new Error('own key not accepted');
    expect(key.extractable).toBe(false);
    const signature = await signBytes(key, utf8('one'));
    expect(await verifyEd25519(pair.publicKey, utf8('one'), signature)).toBe(true);
    expect(await verifyEd25519(pair.publicKey, utf8('two'), signature)).toBe(false);
  });
});
