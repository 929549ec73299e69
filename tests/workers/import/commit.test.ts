import { expect, test } from 'vitest';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import { actionsOf, ALL, fields, makeRehearsedVault, numberOf, personId } from '../service/support.ts';
import { errorOf, must } from '../session/support/device.ts';

const HEADER = '従業員番号,氏名,住所,マイナンバー';
const list = (...rows: readonly string[]): File => new File([[HEADER, ...rows, ''].join('\n')], 'a.csv');
const EMPLOYED = ['purpose:wage-withholding', 'purpose:employment-insurance', 'purpose:health-pension'];
const EVERYBODY = { text: '', kinds: [], states: [], offset: 0, limit: 50 } as const;

test('each row is an entry of its own: who is new, who is changed, whose number is new or another', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const take = async (...rows: readonly string[]) => {
    const preview = must(await api.readImport([list(...rows)]));
    for (const row of preview.rows.filter(({ doubts }) => doubts.some(({ type }) => type === 'NumberDiffers')))
      must(await api.correctImport({ importId: preview.importId, rowId: row.rowId, change: { type: 'takeFile', field: 'number' } }));
    const before = (await actionsOf(vault)).length;
    const outcome = must(await api.commitImport(preview.importId));
    return { preview, outcome, written: (await actionsOf(vault)).slice(before) };
  };
  const idOf = async (name: string) => must(await api.listPersons({ ...EVERYBODY, text: name })).rows[0]?.id ?? personId();

  const first = await take(`1,阿部,京都,${numberOf(1)}`, '2,伊藤,京都,', '3,上田,京都,');
  expect(first.outcome).toEqual({ registered: 3, changed: 0, unchanged: 0, leftOut: 0, numbers: 1 });
  expect(first.written).toEqual(['import', 'register', 'number-put', 'register', 'register']);
  expect(must(await api.listEntries({ ...ALL, actions: ['register'] })).rows.map(({ codes }) => codes)).toEqual([EMPLOYED, EMPLOYED, EMPLOYED]);

  expect(vault.worker.events.filter((event) => event.type === 'Progress')).toEqual([{ type: 'Progress', job: 'import', done: 0, total: 3 }]);

  const second = await take(`1,阿部,大阪,${numberOf(4)}`, `2,伊藤,,${numberOf(2)}`, '3,上田,奈良,', '4,江口,,', '5,,,');
  expect(second.outcome).toEqual({ registered: 1, changed: 3, unchanged: 0, leftOut: 1, numbers: 2 });
  expect(second.written).toEqual(['import', 'change', 'number-replace', 'number-put', 'change', 'register']);
  expect(must(await api.listEntries({ ...ALL, actions: ['change', 'number-replace'] })).rows.map(({ codes }) => codes)).toEqual([[], [], []]);
  const abe = must(await api.viewPerson(await idOf('阿部')));
  expect(abe).toMatchObject({ rev: 2, hasNumber: true, fields: { address: '大阪' } });
  expect(must(await api.viewPerson(await idOf('伊藤')))).toMatchObject({ rev: 1, hasNumber: true, fields: { address: '京都' } });
  expect(must(await api.matchNumber({ personId: abe.id, text: numberOf(4) })).matches).toBe(true);
  expect(must(await api.matchNumber({ personId: abe.id, text: numberOf(1) })).matches).toBe(false);

  const third = await take('3,上田,,', '4,江口,,');
  expect(third.outcome).toEqual({ registered: 0, changed: 0, unchanged: 2, leftOut: 0, numbers: 0 });
  expect(third.written).toEqual([]);
  // Its files may be reported destroyed all the same, once.
  must(await api.confirmSourceDestroyed(first.preview.importId));
  must(await api.confirmSourceDestroyed(third.preview.importId));
  expect(errorOf(await api.confirmSourceDestroyed(third.preview.importId))).toBe('NotFound');
});

test('purposes that a list changes stand in the record as those changed by hand do', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const [first, second] = [personId(), personId()];
  must(await api.registerPerson({ id: first, fields: fields({ name: '阿部', code: '1', purposes: ['wage-withholding'] }) }));
  must(await api.registerPerson({ id: second, fields: fields({ name: '伊藤', code: '2', purposes: ['wage-withholding'] }) }));
  const before = (await actionsOf(vault)).length;
  const rows = '従業員番号,氏名,住所,源泉徴収事務,雇用保険届出事務,健康保険届出事務\n1,阿部,,,○,○\n2,伊藤,奈良,○,○,\n';
  const { importId } = must(await api.readImport([new File([rows], 'a.csv')]));
  must(await api.commitImport(importId));
  const written = must(await api.listEntries(ALL)).rows.toReversed().slice(before).map(({ action, personId: id, codes }) => [action, id, ...codes]);
  expect(written).toEqual([
    ['import', importId, 'content:staff'],
    ['purpose-changed', first, 'purpose:employment-insurance', 'purpose:health-pension'],
    ['change', second],
    ['purpose-changed', second, 'purpose:wage-withholding', 'purpose:employment-insurance'],
  ]);

  // By hand, the same.
  const { fields: shown, rev } = must(await api.viewPerson(first));
  must(await api.changePerson({ id: first, rev, fields: { ...shown, address: '奈良', purposes: ['wage-withholding', 'employment-insurance'] } }));
  const byHand = must(await api.listEntries(ALL)).rows.slice(0, 2).toReversed().map(({ action, codes }) => [action, ...codes]);
  expect(byHand).toEqual([['change'], ['purpose-changed', 'purpose:wage-withholding', 'purpose:employment-insurance']]);
});

test('a code that was given to somebody else since the list was shown is given to nobody twice', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const [ito, other] = [personId(), personId()];
  must(await api.registerPerson({ id: ito, fields: fields({ name: '伊藤', code: '2' }) }));
  must(await api.enterNumber({ personId: ito, text: numberOf(2), again: null, replaces: false, sameAs: null }));
  const { importId, rows } = must(await api.readImport([list(`3,伊藤,,${numberOf(2)}`)]));
  const same = { type: 'sameAs', personId: ito, by: 'name' } as const;
  expect(must(await api.correctImport({ importId, rowId: rows[0]?.rowId ?? '', change: same })).counts).toMatchObject({ changed: 1 });
  must(await api.registerPerson({ id: other, fields: fields({ name: '上田', code: '3' }) }));
  expect(must(await api.commitImport(importId))).toEqual({ registered: 0, changed: 0, unchanged: 0, leftOut: 1, numbers: 0 });
  expect(must(await api.viewPerson(ito)).fields.code).toBe('2');
});

test('a number of a row ends the one before it, and none that has ended', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const numbersOf = async (id: PersonId) => must(await must(vault.worker.vaultRef.current()).writer.pages.readNumbers(id));
  const take = async (n: number): Promise<void> => {
    const { importId, rows } = must(await api.readImport([list(`1,阿部,京都,${numberOf(n)}`)]));
    must(await api.correctImport({ importId, rowId: rows[0]?.rowId ?? '', change: { type: 'takeFile', field: 'number' } }));
    must(await api.commitImport(importId));
  };
  await take(1);
  const id = must(await api.listPersons(EVERYBODY)).rows[0]?.id ?? personId();
  await take(2);
  const [first, second] = await numbersOf(id);
  expect([first?.to, second?.to]).toEqual([second?.from, null]);
  await take(3);
  const [ended, next, last] = await numbersOf(id);
  expect(ended).toEqual(first);
  expect([next?.to, last?.value, last?.to]).toEqual([last?.from, numberOf(3), null]);
});

test('how far a long list is, is told with every hundredth row', async () => {
  const { api, events } = (await makeRehearsedVault()).worker;
  const rows = Array.from({ length: 101 }, (_, at) => `${at + 1},阿部${at + 1},,`);
  must(await api.commitImport(must(await api.readImport([list(...rows)])).importId));
  expect(events.flatMap((event) => (event.type === 'Progress' && event.job === 'import' ? [[event.done, event.total]] : []))).toEqual([[0, 101], [100, 101]]);
});
