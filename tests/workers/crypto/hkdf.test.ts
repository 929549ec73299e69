import { describe, expect, it } from 'vitest';
import { deriveAesKey, deriveBytes, importHkdfKey } from '../../../workers/vault/crypto/hkdf.ts';
import { hex, toHex } from './hex.ts';
import type { WycheproofCase, WycheproofFile } from './published.ts';
import { readPublished } from './published.ts';

interface HkdfCase {
  readonly name: string;
  readonly ikm: string;
  readonly salt: string;
  readonly info: string;
  readonly length: number;
  readonly okm: string;
}

interface HkdfGroup {
  readonly tests: readonly (WycheproofCase & {
    readonly ikm: string;
    readonly salt: string;
    readonly info: string;
    readonly size: number;
    readonly okm: string;
  })[];
}

const derive = async (ikm: string, salt: string, info: string, length: number): Promise<string> =>
  toHex(await deriveBytes(await importHkdfKey(hex(ikm)), hex(salt), hex(info), length));

describe('HKDF-SHA256', () => {
  for (const test of (readPublished('rfc5869-sha256.json') as readonly HkdfCase[])) {
    it(`RFC 5869 ${test.name}`, async () => {
      expect(await derive(test.ikm, test.salt, test.info, test.length)).toBe(test.okm);
    });
  }

  it('Wycheproof, all 105 cases', async () => {
    const file = readPublished('wycheproof/hkdf_sha256_test.json') as WycheproofFile<HkdfGroup>;
    const tests = file.testGroups.flatMap((group) => group.tests);
    expect(tests.length).toBe(105);
    for (const test of tests) {
      const derived = derive(test.ikm, test.salt, test.info, test.size);
      if (test.result === 'invalid') await expect(derived, `case ${test.tcId} ${test.comment}`).rejects.toThrow();
      else expect(await derived, `case ${test.tcId} ${test.comment}`).toBe(test.okm);
    }
  });

  it('derives the same AES key as the bytes say, and one that cannot be exported', async () => {
    const ikm = await importHkdfKey(new Uint8Array(32).fill(7));
    const salt = new Uint8Array(32).fill(1);
    const info = new Uint8Array([1, 2, 3]);
    const iv = new Uint8Array(12);
    const bytes = await deriveBytes(ikm, salt, info, 32);
    const expected = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt']);
    const derived = await deriveAesKey(ikm, salt, info, 'encrypt');
    const seal = async (key: CryptoKey) => toHex(new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, salt)));
    expect(await seal(derived)).toBe(await seal(expected));
    expect(derived.extractable).toBe(false);
    expect(ikm.extractable).toBe(false);
  });
});
