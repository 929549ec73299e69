import { expect, test } from 'vitest';
import type { ImportPreview, ImportPreviewRow, RowChange } from '../../../src/core/domain/import/import-preview.ts';
import { createTestDevice, errorOf, makeVault, must } from '../session/support/device.ts';
import { actionsOf, ALL, fields, makeRehearsedVault, numberOf, personId, rehearse, SAMPLE_NAMES, sampleFile } from './support.ts';

const samples = (): readonly File[] => SAMPLE_NAMES.map(sampleFile);

const doubtful = ({ rows }: ImportPreview): readonly ImportPreviewRow[] => rows.filter((row) => row.verdict === 'doubt' && !row.leftOut);

const rowNamed = (preview: ImportPreview, name: string, line?: number): ImportPreviewRow => {
  const row = preview.rows.find((one) => one.name.includes(name) && (line === undefined || one.line === line));
  if (row === undefined) throw new Error(`no row ${name}`);
  return row;
};

test('the three lists go in with one commit after their doubts are answered, and a second time change nothing', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  let preview = must(await api.readImport(samples()));
  expect(preview.files.map((file) => [file.kind, file.encoding, file.rows])).toEqual([
    ['employees', 'shift_jis', 12],
    ['dependants', 'utf-8-bom', 7],
    ['payees', 'utf-8', 4],
  ]);
  expect(doubtful(preview).length).toBe(7);
  const correct = async (row: ImportPreviewRow, change: RowChange): Promise<void> => {
    preview = must(await api.correctImport({ importId: preview.importId, rowId: row.rowId, change }));
  };
  await correct(rowNamed(preview, 'さくら'), { type: 'addLeadingZero' });
  for (const row of doubtful(preview)) await correct(row, { type: 'leaveOut' });
  expect(doubtful(preview)).toEqual([]);

  const before = (await actionsOf(vault)).length;
  const outcome = must(await api.commitImport(preview.importId));
  expect(outcome.registered).toBe(preview.rows.filter((row) => row.accepted).length);
  const written = (await actionsOf(vault)).slice(before);
  expect(written.filter((action) => action === 'import').length).toBe(1);
  expect(written.filter((action) => action === 'register').length).toBe(outcome.registered);
  expect(written.filter((action) => action === 'number-put').length).toBe(outcome.numbers);
  expect(must(await api.listEntries({ ...ALL, actions: ['import'] })).rows[0]?.codes).toEqual(['content:staff', 'content:dependants', 'content:payees']);

  must(await api.confirmSourceDestroyed(preview.importId));
  expect((await actionsOf(vault)).at(-1)).toBe('source-destroyed');
  expect(errorOf(await api.confirmSourceDestroyed(preview.importId))).toBe('NotFound');

  const found = must(await api.listPersons({ text: 'タカハシ', kinds: ['employee'], states: [], offset: 0, limit: 10 }));
  expect(found.total).toBeLessThanOrEqual(1);
  const sato = must(await api.listPersons({ text: 'さとういちろう', kinds: [], states: [], offset: 0, limit: 10 })).rows[0];
  if (sato === undefined) throw new Error('not found');
  expect(must(await api.viewPerson(sato.id))).toMatchObject({ fields: { birthDate: { date: '1973-04-02', written: '昭和48年4月2日' } }, hasNumber: true });
  expect(must(await api.viewPerson(sato.id)).dependants.map((row) => row.name)).toContain('佐藤　恵子');
  expect(must(await api.matchNumber({ personId: sato.id, text: '900000000010' })).matches).toBe(true);

  const again = must(await api.readImport([sampleFile('fuyou-utf8bom.csv')]));
  expect(again.rows.filter((row) => row.verdict === 'new' || row.verdict === 'changed')).toEqual([]);
});

test('that files were destroyed can be said in a later session too, of one import once', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const take = async (name: string): Promise<string> => {
    const { importId } = must(await api.readImport([new File([`従業員番号,氏名\n${name},山田 ${name}\n`], 'a.csv')]));
    must(await api.commitImport(importId));
    return importId;
  };
  const [first, second] = [await take('1'), await take('2')];
  must(await api.confirmSourceDestroyed(second));
  vault.worker.kill();
  const worker = await vault.device.boot();
  must(await vault.unlock(worker));
  const later = worker.api;
  expect(errorOf(await later.confirmSourceDestroyed(second))).toBe('NotFound');
  expect(errorOf(await later.confirmSourceDestroyed(vault.memberId))).toBe('NotFound');
  expect((await Promise.all([first, first].map((id) => later.confirmSourceDestroyed(id)))).map(errorOf)).toEqual(['ok', 'NotFound']);
  expect(errorOf(await later.confirmSourceDestroyed(first))).toBe('NotFound');
  const { rows } = must(await later.listEntries({ ...ALL, actions: ['import', 'source-destroyed'] }));
  expect(rows.map((row) => [row.action, row.personId])).toEqual([['source-destroyed', first], ['source-destroyed', second], ['import', second], ['import', first]]);
});

test('nothing of a number crosses: not in the preview, not in a refusal', async () => {
  const { numberForms } = await import('../../support/disk/number-forms.ts');
  const vault = await makeRehearsedVault();
  const preview = Buffer.from(JSON.stringify(must(await vault.worker.api.readImport(samples()))));
  for (const digits of ['900000000010', '900000000028', '900000001016', '900000002047', '90000000042'])
    for (const form of numberForms(digits.padStart(12, '0'))) expect(preview.includes(form.bytes), form.name).toBe(false);
});

test('files that are no lists are refused with their reason, large ones before they are read', async () => {
  const { worker: { api } } = await makeRehearsedVault();
  const read = (name: string, content: BlobPart) => api.readImport([new File([content], name)]);
  expect(await read('a.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toMatchObject({ error: { type: 'ImportRefused', fileName: 'a.xlsx', refusal: { type: 'Workbook' } } });
  expect(await read('a.csv', '')).toMatchObject({ error: { refusal: { type: 'Empty' } } });
  expect(await read('a.csv', 'ひとつ,ふたつ\n1,2\n')).toMatchObject({ error: { refusal: { type: 'NoHeader' } } });
  const huge = new File(['x'], 'huge.csv');
  Object.defineProperty(huge, 'size', { value: 6 * 1024 * 1024 });
  Object.defineProperty(huge, 'arrayBuffer', { value: () => Promise.reject(new Error('was read')) });
  expect(await api.readImport([huge])).toMatchObject({ error: { refusal: { type: 'TooLarge' } } });
  expect(await api.readImport(Array.from({ length: 11 }, () => sampleFile('fuyou-utf8bom.csv')))).toMatchObject({ error: { type: 'TooManyFiles' } });
});

test('no numbers come in before the recovery code was asked back, and the same list does afterwards', async () => {
  const vault = await makeVault(await createTestDevice());
  const { api } = vault.worker;
  const total = async () => must(await api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 10 })).total;
  const preview = must(await api.readImport([new File([`従業員番号,氏名,マイナンバー\n1,山田 太郎,${numberOf(9)}\n`], 'a.csv')]));
  expect(errorOf(await api.commitImport(preview.importId))).toBe('RehearsalMissing');
  expect(errorOf(await api.confirmSourceDestroyed(preview.importId))).toBe('NotFound');
  expect(await total()).toBe(0);
  await rehearse(vault);
  expect(must(await api.commitImport(preview.importId))).toMatchObject({ registered: 1, numbers: 1 });
  expect(await total()).toBe(1);
});

test('a list without numbers comes in before the recovery code was asked back', async () => {
  const { worker: { api } } = await makeVault(await createTestDevice());
  const preview = must(await api.readImport([new File(['従業員番号,氏名\n1,山田 太郎\n'], 'a.csv')]));
  expect(must(await api.commitImport(preview.importId))).toMatchObject({ registered: 1, numbers: 0 });
});

test('what is taken in is judged against the vault as it is then, not as it was when the list was shown', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const list = (): File => new File([`従業員番号,氏名,マイナンバー\n1,山田 太郎,${numberOf(9)}\n2,山田 花子,\n`], 'a.csv');
  const preview = must(await api.readImport([list()]));
  expect(preview.counts).toMatchObject({ new: 2, numbers: 1 });
  // Meanwhile one of the two is registered by hand, under another number.
  const id = personId();
  must(await api.registerPerson({ id, fields: fields({ name: '山田 太郎', code: '1' }) }));
  must(await api.enterNumber({ personId: id, text: numberOf(8), again: null, replaces: false, sameAs: null }));
  expect(must(await api.commitImport(preview.importId))).toMatchObject({ registered: 1, numbers: 0, leftOut: 1 });
  expect(must(await api.matchNumber({ personId: id, text: numberOf(8) })).matches).toBe(true);

  // A business that pays no salaries has other purposes.
  const other = must(await api.readImport([new File(['氏名,住所\n鈴木 一,東京都\n'], 'shiharai.csv')]));
  const shown = must(await api.correctImport({ importId: other.importId, fileIndex: 0, kind: 'payees' }));
  must(await api.changeSettings({ paysSalary: false }));
  must(await api.commitImport(shown.importId));
  const payee = must(await api.listPersons({ text: '鈴木', kinds: ['payee'], states: [], offset: 0, limit: 10 })).rows[0];
  expect(payee === undefined ? null : must(await api.viewPerson(payee.id)).fields.purposes).not.toContain('remuneration-report');
});

test('a commit tried again after a lost answer registers nobody twice', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const preview = must(await api.readImport([new File([`従業員番号,氏名,マイナンバー\n1,山田 太郎,${numberOf(9)}\n2,山田 花子,\n`], 'a.csv')]));
  vault.device.faults.arm({ at: 1, way: 'reported', error: 'AbortError', sticky: false, sites: (site) => site === 'idb.commit' });
  must(await api.commitImport(preview.importId));
  vault.device.faults.disarm();
  expect(must(await api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 10 })).total).toBe(2);
});
