import { describe, expect, test } from 'vitest';
import type { VaultCalls } from '../../../../src/app/bridge/vault-client.ts';
import { createCopiesModel } from '../../../../src/app/models/copies-model.ts';
import type { FileSaver, SavedFile } from '../../../../src/app/platform/file-save.ts';
import type { CopyOverview, CopyRow } from '../../../../src/core/contract/copy-api.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { NOON, settle, testVault } from './support.ts';

const counts = { persons: 12, numbers: 8, entries: 41 };
const row = (verifiedAt: number | null): CopyRow => ({ copyId: 'c'.repeat(22), madeAt: NOON, fileName: 'kinko-20261122-1200.kinko', bytes: 40_000, counts, verifiedAt, brokenUntil: null });
const overview = (change: Partial<CopyOverview>): CopyOverview => ({ copies: [], opensEarlier: [], age: 'red', lastVerifiedAt: null, changesSince: 3, waysChanged: false, ...change });
const written = new File(['copy'], 'kinko-20261122-1200.kinko');

const saver = (...answers: readonly SavedFile[]): FileSaver => {
  const left = [...answers];
  return { asksPlace: () => true, mayAsk: () => true, save: async () => left.shift() ?? { how: 'cancelled' } };
};

const prepared = (more: Partial<VaultCalls> = {}, seen: CopyOverview = overview({})) => {
  const vault = testVault({
    more: () => ({
      overviewCopies: async () => ok(seen),
      makeCopy: async () => ok({ copyId: 'c'.repeat(22), file: new Blob(['copy']), fileName: 'kinko-20261122-1200.kinko', counts }),
      verifyCopy: async () => ok(row(NOON)),
      ...more,
    }),
  });
  return { vault, model: createCopiesModel(vault) };
};

describe('a copy on its way', () => {
  test('a written file is read back at once: it is the file and not the memory that is verified', async () => {
    const given: Blob[] = [];
    const { model } = prepared({
      verifyCopy: async ({ file }) => {
        given.push(file);
        return ok(row(NOON));
      },
    });
    await model.make();
    expect(model.work.value.at).toBe('made');
    await model.save(saver({ how: 'written', file: written }));
    expect(given).toEqual([written]);
    expect(model.work.value).toMatchObject({ at: 'verified' });
  });

  test('a download waits for the user to choose the saved file', async () => {
    const { vault, model } = prepared();
    await model.make();
    expect(model.atHand.value).toEqual({ copyId: 'c'.repeat(22), isSaved: false });
    await model.save(saver({ how: 'downloaded' }));
    expect(model.work.value.at).toBe('to-check');
    expect(model.atHand.value).toEqual({ copyId: 'c'.repeat(22), isSaved: true });
    expect(vault.calls.map(({ name }) => name)).not.toContain('verifyCopy');
    await model.check({ copyId: 'c'.repeat(22), fileName: 'kinko-20261122-1200.kinko' }, written);
    expect(model.work.value.at).toBe('verified');
    expect(model.atHand.value).toBeNull();
  });

  test('one in memory alone is put aside by nothing: neither by another that is looked at, nor by a second one', async () => {
    const { vault, model } = prepared();
    await model.make();
    expect(model.isUnsaved.value).toBe(true);
    await model.check({ copyId: 'd'.repeat(22), fileName: 'older.kinko' }, written);
    await model.make();
    expect(model.work.value).toMatchObject({ at: 'made', copy: { copyId: 'c'.repeat(22) } });
    expect(vault.calls.map(({ name }) => name).filter((name) => name === 'makeCopy' || name === 'verifyCopy')).toEqual(['makeCopy']);
    expect(vault.held.map((isUnfinished) => isUnfinished())).toContain(true);
    await model.save(saver({ how: 'downloaded' }));
    expect(model.isUnsaved.value).toBe(false);
    await model.check({ copyId: 'd'.repeat(22), fileName: 'older.kinko' }, written);
    expect(model.work.value.at).toBe('verified');
  });

  test('a dialog that was closed and a stick that is full lose nothing', async () => {
    const { model } = prepared();
    await model.make();
    await model.save(saver({ how: 'cancelled' }));
    expect(model.work.value).toMatchObject({ at: 'made', trouble: { type: 'cancelled' } });
    await model.save(saver({ how: 'failed', reason: 'QuotaExceededError' }));
    expect(model.work.value).toMatchObject({ at: 'made', trouble: { type: 'failed', reason: 'QuotaExceededError' } });
    await model.save(saver({ how: 'written', file: written }));
    expect(model.work.value.at).toBe('verified');
  });

  test('another file than the copy leaves it unchecked, with the reason and the way to try again', async () => {
    const { model } = prepared({ verifyCopy: async () => err({ type: 'FileRefused', reason: 'Truncated' }) });
    await model.check({ copyId: 'c'.repeat(22), fileName: 'a.kinko' }, written);
    expect(model.work.value).toMatchObject({ at: 'refused', copy: { fileName: 'a.kinko' }, error: { reason: 'Truncated' } });
  });

  test('a second touch while one is made makes no second copy', async () => {
    const { vault, model } = prepared();
    await Promise.all([model.make(), model.make()]);
    expect(vault.calls.filter(({ name }) => name === 'makeCopy')).toHaveLength(1);
  });
});

test.each([
  ['none', overview({})],
  ['unverified', overview({ copies: [row(null)] })],
  ['amber', overview({ copies: [row(NOON)], lastVerifiedAt: NOON, age: 'amber' })],
  ['green', overview({ copies: [row(NOON)], lastVerifiedAt: NOON, age: 'green' })],
] as const)('how copies stand: %s', async (standing, seen) => {
  const { model } = prepared({}, seen);
  expect(model.standing.value).toBeNull();
  await settle();
  expect(model.standing.value).toBe(standing);
});
