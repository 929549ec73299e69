import { describe, expect, it } from 'vitest';
import { keyOrNull } from '../../../workers/vault/crypto/key-bytes.ts';

describe('bytes that become a key', () => {
  const importAs = (length: number, usages: readonly KeyUsage[]) =>
    keyOrNull(crypto.subtle.importKey('raw', new Uint8Array(length), 'Ed25519', false, [...usages]));

  it('or are told to be none', async () => {
    expect((await importAs(32, ['verify']))?.type).toBe('public');
    expect(await importAs(31, ['verify'])).toBeNull();
  });

  it('anything else that WebCrypto refuses is a defect and thrown on', async () => {
    await expect(importAs(32, ['sign'])).rejects.toMatchObject({ name: 'SyntaxError' });
    const broken = new TypeError('not by WebCrypto');
    await expect(keyOrNull(Promise.reject(broken))).rejects.toBe(broken);
  });
});
