import { expect, test } from 'vitest';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';
import type { RehearsedVault } from '../service/support.ts';
import { actionsOf, ALL, fields, makeRehearsedVault, numberOf, personId } from '../service/support.ts';
import { errorOf, must } from '../session/support/device.ts';

// A compromised page, or a curious member, tries numbers until one fits. Whatever call tells whether a number is kept is an entry
// before it answers, also where the answer is an error.

const vaultOfTwo = async (): Promise<RehearsedVault & { readonly a: PersonId; readonly b: PersonId }> => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const [a, b] = [personId(), personId()];
  must(await api.registerPerson({ id: a, fields: fields({ name: '阿部', code: '1' }) }));
  must(await api.registerPerson({ id: b, fields: fields({ name: '伊藤', code: '2' }) }));
  must(await api.enterNumber({ personId: a, text: numberOf(1), again: null, replaces: false, sameAs: null }));
  return { ...vault, a, b };
};

const matchesOf = async ({ worker }: RehearsedVault) =>
  must(await worker.api.listEntries({ ...ALL, actions: ['match'] })).rows.map(({ personId: id, codes }) => [id, ...codes]).toReversed();

test('entering a number tells nothing that is not recorded', async () => {
  const vault = await vaultOfTwo();
  const { a, b } = vault;
  const enter = (id: PersonId, n: number) => vault.worker.api.enterNumber({ personId: id, text: numberOf(n), again: null, replaces: false, sameAs: null });
  expect(errorOf(await enter(a, 2))).toBe('InvalidInput');
  expect(errorOf(await enter(a, 1))).toBe('ok');
  expect(errorOf(await enter(b, 1))).toBe('SameNumber');
  expect(await matchesOf(vault)).toEqual([
    [a, 'result:no-match'],
    [a, 'result:match'],
    [a, 'result:match'],
  ]);
});

test('a stand-in merged with a person tells nothing that is not recorded of that person', async () => {
  const vault = await vaultOfTwo();
  const { a, b } = vault;
  const { api } = vault.worker;
  for (const n of [2, 3, 1]) {
    must(await api.enterNumber({ personId: b, text: numberOf(n), again: null, replaces: true, sameAs: a }));
    expect(errorOf(await api.mergePersons({ keep: a, drop: b }))).toBe(n === 1 ? 'ok' : 'NotAllowed');
  }
  const guess = (hit: boolean) => [a, hit ? 'result:match' : 'result:no-match'];
  expect(await matchesOf(vault)).toEqual([guess(false), guess(false), guess(false), guess(false), guess(true), guess(true)]);
});

test('a merge without room for its entry answers alike, whatever the numbers', async () => {
  const vault = await vaultOfTwo();
  const { a, b } = vault;
  const { api } = vault.worker;
  const answers: unknown[] = [];
  for (const n of [2, 1]) {
    must(await api.enterNumber({ personId: b, text: numberOf(n), again: null, replaces: true, sameAs: a }));
    vault.device.faults.arm({ at: 1, way: 'lost', error: 'QuotaExceededError', sticky: true, sites: (site) => site.startsWith('idb') });
    answers.push(await api.mergePersons({ keep: a, drop: b }));
    vault.device.faults.disarm();
  }
  expect(answers).toEqual([{ ok: false, error: { type: 'StorageFull' } }, { ok: false, error: { type: 'StorageFull' } }]);
});

test('a number that comes between the comparison and the merge is not compared in silence', async () => {
  const answers: unknown[] = [];
  for (const n of [1, 2]) {
    const vault = await vaultOfTwo();
    const { a, b } = vault;
    const { api } = vault.worker;
    const merging = api.mergePersons({ keep: a, drop: b });
    const entering = api.enterNumber({ personId: b, text: numberOf(n), again: null, replaces: true, sameAs: a });
    answers.push([errorOf(await merging), errorOf(await entering)]);
    const { personId: last } = must(await api.listEntries({ ...ALL, actions: ['match'] })).rows[0] ?? { personId: null };
    expect(last).toBe(a);
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toEqual(['ChangedMeanwhile', 'ok']);
});

test('without room for the entry there is no answer', async () => {
  const vault = await vaultOfTwo();
  vault.device.faults.arm({ at: 1, way: 'lost', error: 'QuotaExceededError', sticky: true, sites: (site) => site.startsWith('idb') });
  const enter = (n: number) => vault.worker.api.enterNumber({ personId: vault.a, text: numberOf(n), again: null, replaces: false, sameAs: null });
  expect(await enter(1)).toEqual(await enter(2));
  vault.device.faults.disarm();
});

test('a preview of an import is a match with what is kept, once for what it holds, again for every number typed into it', async () => {
  const vault = await vaultOfTwo();
  const { api } = vault.worker;
  const file = new File([`従業員番号,氏名,マイナンバー\n1,阿部,${numberOf(7)}\n9,上田,${numberOf(8)}\n`], 'a.csv');
  const before = (await actionsOf(vault)).length;
  const preview = must(await api.readImport([file]));
  expect((await actionsOf(vault)).slice(before)).toEqual(['match']);
  const row = preview.rows[0];
  if (row === undefined) throw new Error('no row');
  const type = async (n: number): Promise<void> => {
    must(await api.correctImport({ importId: preview.importId, rowId: row.rowId, change: { type: 'field', field: 'number', text: numberOf(n) } }));
  };
  await type(1);
  await type(2);
  await type(1);
  expect((await actionsOf(vault)).slice(before)).toEqual(['match', 'match', 'match']);
  expect((await matchesOf(vault)).at(-1)).toEqual(['', 'content:staff']);
});

test('a vault that keeps no number has nothing to tell, and records nothing', async () => {
  const vault = await makeRehearsedVault();
  const before = (await actionsOf(vault)).length;
  must(await vault.worker.api.readImport([new File([`従業員番号,氏名,マイナンバー\n1,阿部,${numberOf(7)}\n`], 'a.csv')]));
  expect((await actionsOf(vault)).length).toBe(before);
});

test('a number that is kept since a list was read is compared with it in the record, by a correction and by the commit', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const id = personId();
  must(await api.registerPerson({ id, fields: fields({ name: '阿部', code: '1' }) }));
  const { importId, rows } = must(await api.readImport([new File([`従業員番号,氏名,マイナンバー\n9,上田,${numberOf(7)}\n`], 'a.csv')]));
  const correct = async (field: 'address' | 'kana') => must(await api.correctImport({ importId, rowId: rows[0]?.rowId ?? '', change: { type: 'leaveEmpty', field } })).counts;
  const enter = async (n: number) => must(await api.enterNumber({ personId: id, text: numberOf(n), again: null, replaces: true, sameAs: null }));
  expect(await correct('address')).toMatchObject({ new: 1 });
  await enter(8);
  const before = (await actionsOf(vault)).length;
  expect(await correct('kana')).toMatchObject({ new: 1 });
  expect(await correct('address')).toMatchObject({ new: 1 });
  await enter(7);
  expect(await correct('kana')).toMatchObject({ doubt: 1 });
  expect((await actionsOf(vault)).slice(before)).toEqual(['match', 'number-replace', 'match']);

  // Nothing else goes in, and the answer tells.
  await enter(6);
  expect(await correct('kana')).toMatchObject({ new: 1 });
  await enter(7);
  const then = (await actionsOf(vault)).length;
  expect(must(await api.commitImport(importId))).toMatchObject({ registered: 0, leftOut: 1 });
  expect((await actionsOf(vault)).slice(then)).toEqual(['match']);
});

test('a list that changes nothing, as it was shown, is no entry', async () => {
  const vault = await vaultOfTwo();
  const { api } = vault.worker;
  const { importId } = must(await api.readImport([new File([`従業員番号,氏名,マイナンバー\n1,阿部,${numberOf(1)}\n`], 'a.csv')]));
  const before = await actionsOf(vault);
  expect(must(await api.commitImport(importId))).toMatchObject({ unchanged: 1 });
  expect(await actionsOf(vault)).toEqual(before);
});

test('both verifiers take the entries of such matches', async () => {
  const vault = await vaultOfTwo();
  must(await vault.worker.api.readImport([new File([`従業員番号,氏名,マイナンバー\n1,阿部,${numberOf(7)}\n`], 'a.csv')]));
  const both = await createVerifyBoth();
  const file = must(await vault.worker.api.exportLog('verify')).file;
  const { app, independent } = await both(new Uint8Array(await file.arrayBuffer()));
  expect(independent).toEqual(app);
  expect(app).toMatchObject({ ok: true, problems: [] });
});
