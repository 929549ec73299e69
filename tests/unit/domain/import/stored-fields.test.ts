import { describe, expect, it } from 'vitest';
import type { ImportField } from '../../../../src/core/domain/import/import-field.ts';
import { begin, commit, correctAll, digest, fileOf, numberOf, previewOf } from './support.ts';

const HEADER = '社員番号,氏名,カナ,郵便番号,住所,生年月日,入社日,退職日';
const list = (row: string) => begin(fileOf('a.csv', `${HEADER}\n${row}\n`));
const full = commit(list('1,甲,コウ,1600023,京都,2000/1/1,2020/4/1,2030/3/31'), undefined, 'v');
const bare = commit(list('1,甲,,,,,,'), undefined, 'v');
const digestOf = (row: string, vault = full, ...keep: readonly ImportField[]): string =>
  previewOf(correctAll(list(row), keep.map((field) => ['0-2', { type: 'keepStored', field }] as const)), vault).rows.map(digest).join();

describe('a cell that cannot be read', () => {
  it.each([
    ['1,甲,漢字,,,,,', 'FieldProblem:kana'],
    ['1,甲,,1,,,,', 'FieldProblem:postalCode'],
    ['1,甲,,,,2001/2/30,,', 'NoSuchDay:birthDate'],
    ['1,甲,,,,きのう,,', 'NotADate:birthDate'],
    ['1,甲,,,,昭和65年1月8日,,', 'EraOutOfRange:birthDate'],
    ['1,甲,,,,,1700/1/1,', 'YearOutOfRange:relationFrom'],
    ['1,甲,,,,,,きのう', 'NotADate:relationTo'],
  ])('%s: what is stored stays, what is not is asked for', (row, doubt) => {
    expect(digestOf(row)).toBe('same none +StoredKept');
    expect(digestOf(row, bare)).toBe(`doubt none ${doubt}`);
  });

  it('is said to be so, with its field', () => {
    expect(previewOf(list('1,,漢字,,,,,'), full).rows[0]?.notes).toEqual([
      { type: 'StoredKept', field: 'name', because: 'NameMissing' },
      { type: 'StoredKept', field: 'kana', because: 'FieldProblem' },
    ]);
  });
});

describe('a formula or a number in a cell', () => {
  it.each<[string, ImportField, string]>([
    ['1,甲,,,=A1,,,', 'address', 'Formula:address'],
    [`1,甲,,,住所 ${numberOf(1)},,,`, 'address', 'NumberInText:address'],
    ['1,甲,=A1,,,,,', 'kana', 'Formula:kana'],
  ])('%s is doubted until the user keeps what is stored', (row, field, doubt) => {
    expect(digestOf(row)).toBe(`doubt none ${doubt}`);
    expect(digestOf(row, full, field)).toBe('same none');
    expect(digestOf(row, full, 'code')).toBe(`doubt none ${doubt}`);
    // Nothing is stored that could be kept.
    expect(digestOf(row, bare, field)).toBe(`doubt none ${doubt}`);
  });

  it('is doubted in the number cell of somebody without a number, whatever is to be kept', () => {
    const rows = begin(fileOf('a.csv', '社員番号,氏名,個人番号\n1,甲,=A1\n'));
    const kept = correctAll(rows, [['0-2', { type: 'keepStored', field: 'number' }]]);
    expect(previewOf(kept, bare).rows.map(digest)).toEqual(['doubt problem Formula:number']);
  });
});

it('a birth in the future is doubted, whatever is stored', () => {
  expect(digestOf('1,甲,,,,2030/1/1,,')).toBe('doubt none BirthInFuture:birthDate');
  expect(digestOf('1,甲,,,,2030/1/1,,', full, 'birthDate')).toBe('doubt none BirthInFuture:birthDate');
});
