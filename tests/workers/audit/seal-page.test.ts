import { describe, expect, it } from 'vitest';
import type { StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import type { PageSealer } from '../../../workers/vault/audit/ports.ts';
import { PageTooLarge, sealPage } from '../../../workers/vault/audit/seal-page.ts';
import { ownRef } from '../../../workers/vault/book/layout.ts';

/** Keeps what it was given to seal, as it was then and as it is now. */
const recording = () => {
  const given: { readonly text: string; readonly bytes: Uint8Array }[] = [];
  const sealer: PageSealer = {
    vaultId: '' as VaultId,
    storeId: '' as StoreId,
    epoch: 3,
    holds: () => true,
    seal: (_ref, rev, plaintext) => {
      given.push({ text: new TextDecoder().decode(plaintext), bytes: plaintext });
      return Promise.resolve({ rev, epoch: 3, blob: new Uint8Array(1) });
    },
    open: () => Promise.resolve(null),
  };
  return { sealer, given };
};

describe('a page that is sealed', () => {
  it('says its place, and lies there with the rev it was given', async () => {
    const { sealer, given } = recording();
    const ref = ownRef('setting', 7);
    expect(await sealPage(sealer, ref, 5, { label: 'x' })).toEqual({ at: ref, row: { rev: 5, epoch: 3, blob: new Uint8Array(1) } });
    expect(given[0]?.text).toBe('{"page":["own","setting",7],"schema":1,"label":"x"}');
  });

  it('of numbers leaves none in the bytes that were sealed; others are left to the collector', async () => {
    const { sealer, given } = recording();
    await sealPage(sealer, ownRef('number', 0), 1, { numbers: [] });
    await sealPage(sealer, ownRef('person', 0), 1, { persons: [] });
    expect(given.map(({ text }) => text.includes('schema'))).toEqual([true, true]);
    expect(given.map(({ bytes }) => bytes.every((byte) => byte === 0))).toEqual([true, false]);
  });

  it('too large is refused by its place, and nothing is sealed', async () => {
    const { sealer, given } = recording();
    await expect(sealPage(sealer, ownRef('setting', 7), 1, { label: 'x'.repeat(50_000) })).rejects.toThrow(new PageTooLarge('own/setting/7'));
    expect(given).toEqual([]);
  });
});
