import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { ImportPreview } from '../../../src/core/domain/import/import-preview.ts';
import type { RehearsedVault } from '../service/support.ts';
import { actionsOf, fields, makeRehearsedVault, numberOf, personId } from '../service/support.ts';
import { errorOf, must, pageMarks } from '../session/support/device.ts';

// Rows are judged once where nothing has changed since they were shown. Whatever changes between the preview and the commit, what goes in
// must be what would go in if the file were read at that moment: a stale judgement would bring back who was cancelled, or end a number.

const LIST = (...rows: readonly string[]): File => new File([`従業員番号,氏名,フリガナ,マイナンバー\n${rows.join('\n')}\n`], 'a.csv');

const everybody = async ({ worker }: RehearsedVault): Promise<readonly string[]> =>
  must(await worker.api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 50 })).rows.map(({ name }) => name);

const numbersIn = async ({ worker }: RehearsedVault): Promise<number> =>
  must(await worker.api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 1 })).counts.withNumber;

interface Case {
  readonly vault: RehearsedVault;
  readonly api: RehearsedVault['worker']['api'];
  readonly a: PersonId;
  readonly preview: ImportPreview;
}

/** 阿部 without a number; the list gives 阿部 one, and brings 伊藤. */
const shown = async (): Promise<Case> => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const a = personId();
  must(await api.registerPerson({ id: a, fields: fields({ name: '阿部', kana: 'アベ', code: '1' }) }));
  const preview = must(await api.readImport([LIST(`1,阿部,アベ,${numberOf(1)}`, `2,伊藤,イトウ,${numberOf(2)}`)]));
  expect(preview.counts).toMatchObject({ new: 1, changed: 1, numbers: 2 });
  return { vault, api, a, preview };
};

const entered = (n: number, id: PersonId) => ({ personId: id, text: numberOf(n), again: null, replaces: false, sameAs: null });

describe('between the preview and the commit', () => {
  test('a number is entered: it is not ended by the one of the file', async () => {
    const { api, a, preview } = await shown();
    must(await api.enterNumber(entered(3, a)));
    expect(must(await api.commitImport(preview.importId))).toMatchObject({ registered: 1, changed: 0, numbers: 1, leftOut: 1 });
    expect(must(await api.matchNumber({ personId: a, text: numberOf(3) })).matches).toBe(true);
  });

  test('the number of a row is given to somebody else: it is not stored a second time', async () => {
    const { api, preview } = await shown();
    const other = personId();
    must(await api.registerPerson({ id: other, fields: fields({ name: '上田', code: '9' }) }));
    must(await api.enterNumber(entered(2, other)));
    expect(must(await api.commitImport(preview.importId))).toMatchObject({ registered: 0, numbers: 1, leftOut: 1 });
  });

  test('a person is cancelled: nothing of them comes back under the old id', async () => {
    const { vault, api, a, preview } = await shown();
    must(await api.cancelPersons([a]));
    must(await api.commitImport(preview.importId));
    expect(errorOf(await api.viewPerson(a))).toBe('NotFound');
    expect(await everybody(vault)).toEqual(['阿部', '伊藤']);
    expect((await actionsOf(vault)).filter((action) => action === 'change')).toEqual([]);
  });

  test('a person is changed: what the file does not speak of is not put back', async () => {
    const { api, a } = await shown();
    const preview = must(await api.readImport([LIST('1,阿部,アベノ,')]));
    const { rev } = must(await api.viewPerson(a));
    must(await api.changePerson({ id: a, rev, fields: fields({ name: '阿部', kana: 'アベ', code: '1', address: '東京都港区1' }) }));
    expect(must(await api.commitImport(preview.importId))).toMatchObject({ changed: 1 });
    expect(must(await api.viewPerson(a)).fields).toMatchObject({ kana: 'アベノ', address: '東京都港区1' });
  });

  test('the commit is asked for twice at once: nobody and no number is stored twice', async () => {
    const { vault, api, preview } = await shown();
    await Promise.all([api.commitImport(preview.importId), api.commitImport(preview.importId)]);
    expect(await everybody(vault)).toEqual(['阿部', '伊藤']);
    expect(await numbersIn(vault)).toBe(2);
    expect((await actionsOf(vault)).filter((action) => action.startsWith('number-') || action === 'register').length).toBe(4);
  });

  test('a correction is on its way: it counts', async () => {
    const { vault, api, preview } = await shown();
    const rowId = preview.rows.find(({ name }) => name === '伊藤')?.rowId ?? '';
    const corrected = api.correctImport({ importId: preview.importId, rowId, change: { type: 'leaveOut' } });
    expect(must(await api.commitImport(preview.importId))).toMatchObject({ registered: 0, changed: 1 });
    await corrected;
    expect(await everybody(vault)).toEqual(['阿部']);
  });

  test('another tab takes the vault: the import of before is nobody\'s, there and here', async () => {
    const { vault, preview } = await shown();
    const other = await vault.device.boot();
    must(await other.api.takeOver(vault.storeId));
    must(await vault.unlock(other));
    expect(errorOf(await vault.worker.api.commitImport(preview.importId))).toBe('Locked');
    expect(errorOf(await other.api.commitImport(preview.importId))).toBe('NotFound');
    must(await other.api.lock());
    await vault.worker.api.inspectDevice(pageMarks(vault.device));
    must(await vault.unlock(vault.worker));
    expect(errorOf(await vault.worker.api.commitImport(preview.importId))).toBe('NotFound');
    expect(await everybody(vault)).toEqual(['阿部']);
    expect(await numbersIn(vault)).toBe(0);
  });
});
