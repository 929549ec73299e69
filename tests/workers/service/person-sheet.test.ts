import { expect, test } from 'vitest';
import type { WrittenDate } from '../../../src/core/domain/date/written-date.ts';
import { parseWrittenDate } from '../../../src/core/domain/date/written-date.ts';
import type { PersonFields } from '../../../src/core/domain/person/person.ts';
import { errorOf, must } from '../session/support/device.ts';
import { ALL, fields, makeRehearsedVault, numberOf, personId } from './support.ts';

const EVERYBODY = { text: '', kinds: [], states: [], limit: 2000 } as const;

const day = (text: string): WrittenDate => {
  const parsed = parseWrittenDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

/** Deletes every number page under the vault: whoever reads one from now on finds damage. */
const loseNumberPages = async (database: IDBDatabase): Promise<number> =>
  new Promise((resolve, reject) => {
    const store = database.transaction('pages', 'readwrite').objectStore('pages');
    const keys = store.getAllKeys();
    keys.addEventListener('success', () => {
      const numbers = keys.result.filter((key) => JSON.stringify(key).includes('"number"'));
      for (const key of numbers) store.delete(key);
      store.transaction.addEventListener('complete', () => resolve(numbers.length));
    });
    keys.addEventListener('error', () => reject(keys.error ?? new Error('keys')));
  });

test('the list for paper: filters hold, days and relation are on it, and no number page is opened', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const add = async (change: Partial<PersonFields>, number: number | null) => {
    const id = personId();
    must(await api.registerPerson({ id, fields: fields(change) }));
    if (number !== null) must(await api.enterNumber({ personId: id, text: numberOf(number), again: null, replaces: false, sameAs: null }));
    return id;
  };
  const parentId = await add({ kind: 'employee', name: '甲野　一郎', kana: 'コウノ　イチロウ', code: '0001', relationFrom: day('平成24年10月1日') }, 1);
  await add({ kind: 'employee', name: '乙山　二郎', kana: 'オツヤマ　ジロウ', code: '0002', relationFrom: day('2015/4/1'), relationTo: day('2024/3/31') }, 2);
  await add({ kind: 'dependant', name: '甲野　花', kana: 'コウノ　ハナ', parentId, relationship: '子', purposes: [] }, null);
  for (let no = 0; no < 40; no += 1) await add({ kind: 'payee', name: `支払先${no}`, kana: 'シハライサキ', code: `P${no}`, purposes: [] }, null);

  expect(await loseNumberPages(await vault.device.openDatabase(vault.storeId))).toBeGreaterThan(0);
  const before = must(await api.listEntries(ALL)).total;
  const whole = must(await api.viewPersonSheet(EVERYBODY));
  expect(whole).toMatchObject({ total: 43, counts: { all: 43, withNumber: 2, withoutNumber: 41 } });
  expect(whole.rows.slice(0, 3)).toMatchObject([
    { name: '乙山　二郎', kind: 'employee', code: '0002', state: 'use-ended', from: '2015-04-01', to: '2024-03-31', relationship: '' },
    { name: '甲野　一郎', code: '0001', state: 'kept', from: '2012-10-01', to: null },
    { name: '甲野　花', kind: 'dependant', parentName: '甲野　一郎', relationship: '子', state: 'not-asked', from: null, to: null },
  ]);
  for (const no of [1, 2]) expect(JSON.stringify(whole)).not.toContain(numberOf(no));
  expect(must(await api.viewPersonSheet({ ...EVERYBODY, kinds: ['employee'], states: ['kept'] })).rows.map(({ name }) => name)).toEqual(['甲野　一郎']);
  expect(must(await api.viewPersonSheet({ ...EVERYBODY, text: 'オツ' })).rows.map(({ name }) => name)).toEqual(['乙山　二郎']);
  expect(must(await api.viewPersonSheet({ ...EVERYBODY, limit: 42 }))).toMatchObject({ total: 43, rows: [] });
  // Looking is no entry; a number that is read is found to be gone.
  expect(must(await api.listEntries(ALL)).total).toBe(before);
  expect(errorOf(await api.revealNumber({ personId: parentId, reason: 'input-check' }))).toBe('DatabaseDamaged');
});

test('every sheet becomes an entry that names it', async () => {
  const { worker: { api } } = await makeRehearsedVault();
  const sheets = ['log', 'kit', 'checkpoint', 'persons', 'label', 'system'] as const;
  for (const sheet of sheets) must(await api.recordPrint(sheet));
  const { rows } = must(await api.listEntries({ ...ALL, actions: ['print'] }));
  expect(rows.map(({ codes }) => codes).toReversed()).toEqual(sheets.map((sheet) => [`content:${sheet}`]));
});
