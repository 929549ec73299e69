import { expect, test } from 'vitest';
import { actionsOf, makeRehearsedVault } from '../service/support.ts';
import { errorOf, INPUT, must } from '../session/support/device.ts';

const list = (...rows: readonly string[]): File => new File([['従業員番号,氏名', ...rows, ''].join('\n')], 'a.csv');
const EVERYBODY = { text: '', kinds: [], states: [], offset: 0, limit: 50 } as const;

test('there is one import at a time: the one of before is nobody\'s, and does nothing to the one at work', async () => {
  const { api } = (await makeRehearsedVault()).worker;
  const before = must(await api.readImport([list('1,阿部')]));
  const { importId, rows } = must(await api.readImport([list('2,伊藤')]));
  const rowId = rows[0]?.rowId ?? '';
  expect(errorOf(await api.correctImport({ importId: before.importId, rowId, change: { type: 'leaveOut' } }))).toBe('NotFound');
  expect(errorOf(await api.commitImport(before.importId))).toBe('NotFound');
  expect(errorOf(await api.dropImport(before.importId))).toBe('NotFound');
  expect(must(await api.commitImport(importId))).toMatchObject({ registered: 1 });
  expect(must(await api.listPersons(EVERYBODY)).rows.map(({ name }) => name)).toEqual(['伊藤']);
});

test('a list that is read while the one before goes in is the one at work', async () => {
  const { api } = (await makeRehearsedVault()).worker;
  const before = must(await api.readImport([list('1,阿部')]));
  const committing = api.commitImport(before.importId);
  const next = must(await api.readImport([list('2,伊藤')]));
  must(await committing);
  expect(must(await api.commitImport(next.importId))).toMatchObject({ registered: 1 });
  expect(errorOf(await api.commitImport(next.importId))).toBe('NotFound');
  expect(must(await api.listPersons(EVERYBODY)).rows.map(({ name }) => name)).toEqual(['伊藤', '阿部']);
});

test('what is dropped while a correction is on its way stays dropped', async () => {
  const { api } = (await makeRehearsedVault()).worker;
  const { importId, rows } = must(await api.readImport([list('1,阿部', '2,伊藤')]));
  const corrected = api.correctImport({ importId, rowId: rows[0]?.rowId ?? '', change: { type: 'leaveOut' } });
  must(await api.dropImport(importId));
  must(await corrected);
  expect(errorOf(await api.commitImport(importId))).toBe('NotFound');
  expect(must(await api.listPersons(EVERYBODY)).total).toBe(0);
});

test('that files were destroyed can be said again where there was no room for it, also of a list that changed nothing', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const take = async (): Promise<string> => {
    const { importId } = must(await api.readImport([list('1,阿部')]));
    must(await api.commitImport(importId));
    return importId;
  };
  for (const importId of [await take(), await take()]) {
    vault.device.faults.arm({ at: 1, way: 'lost', error: 'QuotaExceededError', sticky: true, sites: (site) => site === 'idb.write' });
    expect(errorOf(await api.confirmSourceDestroyed(importId))).toBe('StorageFull');
    vault.device.faults.disarm();
    must(await api.confirmSourceDestroyed(importId));
    expect(errorOf(await api.confirmSourceDestroyed(importId))).toBe('NotFound');
  }
  expect((await actionsOf(vault)).filter((action) => action === 'import' || action === 'source-destroyed')).toEqual(['import', 'source-destroyed', 'source-destroyed']);
});

test('that files were destroyed is said to the vault they went into, and once by two who say it at the same time', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  // Each second one changes nothing, and is no entry.
  const take = async (name: string): Promise<string> => {
    const { importId } = must(await api.readImport([list(`,${name}`)]));
    must(await api.commitImport(importId));
    return importId;
  };
  const [recorded, unrecorded] = [await take('阿部'), await take('阿部')];
  const twice = async (importId: string) => (await Promise.all([api.confirmSourceDestroyed(importId), api.confirmSourceDestroyed(importId)])).map(errorOf);
  const other = [await take('伊藤'), await take('伊藤')];
  for (const importId of other) expect(await twice(importId)).toEqual(['ok', 'NotFound']);
  const destroyed = (await actionsOf(vault)).filter((action) => action === 'source-destroyed');
  expect(destroyed.length).toBe(other.length);

  must(await api.createVault({ ...INPUT, label: 'となりの店' }));
  for (const importId of [recorded, unrecorded]) expect(errorOf(await api.confirmSourceDestroyed(importId))).toBe('NotFound');
  expect((await actionsOf(vault)).includes('source-destroyed')).toBe(false);
});
