import { describe, expect, it } from 'vitest';
import { decryptGcm, encryptGcm } from '../../../workers/vault/crypto/aes-gcm.ts';
import { hex, toHex } from './hex.ts';
import type { WycheproofCase, WycheproofFile } from './published.ts';
import { readPublished } from './published.ts';

interface GcmGroup {
  readonly keySize: number;
  readonly ivSize: number;
  readonly tagSize: number;
  readonly tests: readonly (WycheproofCase & {
    readonly key: string;
    readonly iv: string;
    readonly aad: string;
    readonly msg: string;
    readonly ct: string;
    readonly tag: string;
  })[];
}

const file = readPublished('wycheproof/aes_gcm_test.json') as WycheproofFile<GcmGroup>;
const importKey = (key: string) => crypto.subtle.importKey('raw', hex(key), 'AES-GCM', false, ['encrypt', 'decrypt']);

describe('AES-GCM against Wycheproof', () => {
  it('has the whole file to run', () => {
    const counted = file.testGroups.reduce((count, group) => count + group.tests.length, 0);
    expect(counted).toBe(file.numberOfTests);
    expect(counted).toBe(256);
  });

  for (const group of file.testGroups) {
    // We only ever use 96 bits. Node refuses very short and very long ivs; it may refuse them, but never open them wrongly.
    const mayRefuse = group.ivSize < 96 || group.ivSize > 1024;
    it(`key ${group.keySize}, iv ${group.ivSize}: ${group.tests.length} cases`, async () => {
      for (const test of group.tests) {
        const key = await importKey(test.key);
        const opened = await decryptGcm(key, hex(test.iv), hex(test.aad), hex(test.ct + test.tag));
        if (test.result === 'invalid') {
          expect(opened, `case ${test.tcId} ${test.comment}`).toBeNull();
          continue;
        }
        if (opened === null && mayRefuse) continue;
        expect(opened === null ? null : toHex(opened), `case ${test.tcId} ${test.comment}`).toBe(test.msg);
        const sealed = await encryptGcm(key, hex(test.iv), hex(test.aad), hex(test.msg));
        expect(toHex(sealed), `case ${test.tcId}`).toBe(test.ct + test.tag);
      }
    });
  }

  it('a key that may not open is a defect, not a box that does not verify', async () => {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', false, ['encrypt']);
    const box = await encryptGcm(key, new Uint8Array(12), new Uint8Array(), new Uint8Array(1));
    await expect(decryptGcm(key, new Uint8Array(12), new Uint8Array(), box)).rejects.toMatchObject({ name: 'InvalidAccessError' });
  });
});
