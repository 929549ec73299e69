import { describe, expect, test } from 'vitest';
import type { VaultCalls } from '../../../../src/app/bridge/vault-client.ts';
import { createRestoreModel } from '../../../../src/app/models/restore-model.ts';
import type { CopyInspection, RestoreInput } from '../../../../src/core/contract/copy-api.ts';
import type { StoreId, VaultId } from '../../../../src/core/domain/ids.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { createFakeVault, fakeView } from '../../../support/fake-vault-api.ts';
import { NOON } from './support.ts';

const counts = { persons: 41, numbers: 38, entries: 1204 };
const copy = (index: number, change: Partial<CopyInspection> = {}): CopyInspection => ({
  index,
  fileName: `kinko-${index}.kinko`,
  vaultId: 'v'.repeat(22) as VaultId,
  createdAt: NOON - index,
  counts,
  sameVaultHere: false,
  otherVaultHere: false,
  entriesMissing: 0,
  ...change,
});
const FILES = [0, 1, 2].map((at) => new File([`${at}`], `kinko-${at}.kinko`));
const BY_PASSWORD: RestoreInput['secret'] = { kind: 'password', password: 'asagao-uchiwa-kakigoori' };
const RESTORED = { storeId: 'n'.repeat(22) as StoreId, counts, restoredUpTo: NOON, record: 'good' as const, brokenUntil: null, earlierStoreId: null };

const prepared = (more: Partial<VaultCalls> = {}) => {
  const inputs: RestoreInput[] = [];
  const { api } = createFakeVault({
    more: {
      inspectCopies: async () =>
        ok({ usable: [copy(1), copy(2)], refused: [{ index: 0, fileName: 'kinko-0.kinko', error: { type: 'FileRefused', reason: 'Truncated' } }] }),
      restoreCopy: async (input) => {
        inputs.push(input);
        return ok(RESTORED);
      },
      ...more,
    },
  });
  return { inputs, model: createRestoreModel({ api, enter: async () => ok(fakeView()) }) };
};

describe('bringing a vault back', () => {
  test('takes the newest usable file, whatever its place among those chosen', async () => {
    const { inputs, model } = prepared();
    await model.inspect(FILES);
    expect(model.chosen.value?.index).toBe(1);
    expect(await model.restore(BY_PASSWORD)).toBe(true);
    expect(inputs[0]?.file).toBe(FILES[1]);
    expect(inputs[0]?.evenIfOlder).toBe(false);
    expect(model.stage.value).toEqual({ at: 'done', restored: RESTORED, isEntering: false });
  });

  test('an older copy is agreed to explicitly, and anew for another copy', async () => {
    const { inputs, model } = prepared({ inspectCopies: async () => ok({ usable: [copy(1, { entriesMissing: 14 }), copy(2)], refused: [] }) });
    await model.inspect(FILES);
    expect(model.older.value).toEqual({ entries: 14 });
    model.agree(true);
    model.choose(2);
    expect(model.older.value).toBeNull();
    expect(model.isAgreed.value).toBe(false);
    model.choose(1);
    model.agree(true);
    await model.restore(BY_PASSWORD);
    expect(inputs[0]).toMatchObject({ file: FILES[1], evenIfOlder: true });
  });

  test('asks when only the vault finds out that the copy is older', async () => {
    const { model } = prepared({ restoreCopy: async ({ evenIfOlder }) => (evenIfOlder ? ok(RESTORED) : err({ type: 'FileRefused', reason: 'Older' })) });
    await model.inspect(FILES);
    expect(await model.restore(BY_PASSWORD)).toBe(false);
    expect(model.older.value).toEqual({ entries: 0 });
    expect(model.error.value).toBeNull();
    model.agree(true);
    expect(await model.restore(BY_PASSWORD)).toBe(true);
  });

  test('a wrong password keeps the choice', async () => {
    const { model } = prepared({ restoreCopy: async () => err({ type: 'WrongSecret' }) });
    await model.inspect(FILES);
    model.choose(2);
    expect(await model.restore(BY_PASSWORD)).toBe(false);
    expect(model.error.value).toEqual({ type: 'WrongSecret' });
    expect(model.chosen.value?.index).toBe(2);
    expect(model.stage.value).toMatchObject({ at: 'chosen', isRestoring: false });
  });

  test('a second touch while it runs restores nothing twice', async () => {
    const { inputs, model } = prepared();
    await model.inspect(FILES);
    await Promise.all([model.restore(BY_PASSWORD), model.restore(BY_PASSWORD)]);
    expect(inputs).toHaveLength(1);
  });

  test('files of which none can be used leave nothing chosen', async () => {
    const { model } = prepared({ inspectCopies: async () => ok({ usable: [], refused: [] }) });
    await model.inspect(FILES);
    expect(model.chosen.value).toBeNull();
    expect(await model.restore(BY_PASSWORD)).toBe(false);
    model.reset();
    expect(model.stage.value).toEqual({ at: 'choose' });
  });
});
