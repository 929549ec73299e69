import { describe, expect, it } from 'vitest';
import { notStoredColumns, readSheet } from '../../../../src/core/domain/import/import-sheet.ts';
import type { ImportSheet } from '../../../../src/core/domain/import/import-sheet.ts';
import { correctImport } from '../../../../src/core/domain/import/import-state.ts';
import { begin, digest, fileOf, IMPORT, numberOf, previewOf, rowAt } from './support.ts';

const read = (...lines: readonly string[]) => readSheet(fileOf('a.csv', lines.join('\n')));
const sheetOf = (...lines: readonly string[]): ImportSheet => {
  const sheet = read(...lines);
  if (!sheet.ok) throw new Error(sheet.error.type);
  return sheet.value;
};
const shape = ({ headerLine, lines }: ImportSheet) => [headerLine, lines.map(({ line }) => line)];

describe('the header', () => {
  it('is the line with the most words we know, however wide the others are', () => {
    expect(shape(sheetOf('氏名,あ,い,う,え', '社員番号,氏名,個人番号', '1,甲,'))).toEqual([2, [3]]);
    expect(shape(sheetOf('社員番号,氏名,個人番号', '1,名前,', '2,甲,'))).toEqual([1, [2, 3]]);
  });

  it('is the first of two that are understood as well', () => {
    expect(shape(sheetOf('氏名,個人番号', '氏名,個人番号', '甲,'))).toEqual([1, [2, 3]]);
  });

  it('names a column of names', () => {
    expect(read('住所,個人番号', 'a,b')).toEqual({ ok: false, error: { type: 'NoHeader' } });
    expect(shape(sheetOf('氏名,備考', '住所,個人番号'))).toEqual([1, [2]]);
    for (const name of ['氏名', '社員名', '取引先名', '家族氏名', '姓']) expect(read(name, '甲').ok).toBe(true);
  });

  it('stands among the first five lines that hold anything', () => {
    expect(shape(sheetOf('a', '', 'b', ' ,　', 'c', 'd', '氏名', '甲'))).toEqual([7, [8]]);
    expect(read('a', 'b', 'c', 'd', 'e', '氏名', '甲')).toEqual({ ok: false, error: { type: 'NoHeader' } });
  });
});

describe('lines of blanks', () => {
  it('are no rows', () => {
    expect(read('氏名,住所', ' ,　', '\t,')).toEqual({ ok: false, error: { type: 'NoRows' } });
    expect(shape(sheetOf('氏名,住所', ' ,', '甲,', ',　'))).toEqual([1, [3]]);
  });
});

describe('columns that are not stored', () => {
  it('are told without the blanks around their header', () => {
    expect(notStoredColumns(sheetOf('氏名, 備考　', '甲,'))).toEqual([{ column: 2, header: '備考' }]);
  });

  it('are told without a header where anything stands in them', () => {
    expect(notStoredColumns(sheetOf('氏名,,', '甲,,x'))).toEqual([{ column: 3, header: '' }]);
    expect(notStoredColumns(sheetOf('氏名', '甲,x', '乙,,,y'))).toEqual([{ column: 2, header: '' }, { column: 4, header: '' }]);
    expect(notStoredColumns(sheetOf('氏名,', '甲,　', '乙, ,'))).toEqual([]);
  });
});

describe('a file that is a list of', () => {
  const file = fileOf('a.csv', `取引先名,個人番号\n甲,${numberOf(1)}\n`);

  it('whatever a header decides, without the blanks around it', () => {
    expect(previewOf(begin(fileOf('a.csv', ' 取引先名　,個人番号\n甲,\n'))).files[0]).toMatchObject({ kind: 'payees', decidedBy: '取引先名' });
  });

  it('another kind, by the word of the user, was decided by no header', () => {
    const turned = correctImport(begin(file), { importId: IMPORT, fileIndex: 0, kind: 'employees' });
    expect(turned.ok && previewOf(turned.value)).toMatchObject({ files: [{ kind: 'employees', decidedBy: '' }], rows: [{ kind: 'employee' }] });
  });

  it('payees has no employees in it, whatever is typed', () => {
    const typed = correctImport(begin(file), { importId: IMPORT, rowId: '0-2', change: { type: 'field', field: 'relationship', text: '本人' } });
    expect(typed.ok && rowAt(previewOf(typed.value), '0-2')).toMatchObject({ kind: 'payee', relationship: '' });
  });
});

describe('ticked purposes', () => {
  const row = (header: string, cells: string) => previewOf(begin(fileOf('a.csv', `${header}\n${cells}\n`))).rows[0];

  it('that such a person cannot have are told, and are none', () => {
    const first = row('社員番号,氏名,国民年金第3号被保険者届出事務,源泉徴収票作成事務', '1,甲,1,1');
    expect(first?.notes).toEqual([{ type: 'PurposeNotAllowed', purpose: 'third-category-spouse' }]);
  });

  it('end with the cells of the row', () => {
    expect(row('社員番号,氏名,雇用保険届出事務', '1,甲')?.notes).toEqual([]);
  });

  it('of somebody who may be a company leave open what it is', () => {
    const first = row('取引先名,個人番号', '㈱甲,');
    expect(first && digest(first)).toBe('doubt none OwnerKindUnclear:number +NameOutsideForms');
    expect(first?.corporate).toBe(false);
  });
});
