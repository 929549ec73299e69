import { describe, expect, it } from 'vitest';
import type { RowChange } from '../../../../src/core/domain/import/import-preview.ts';
import { begin, correctAll, digest, fileOf, numberOf, planOf, previewOf } from './support.ts';

const list = (header: string, ...rows: readonly string[]) => begin(fileOf('a.csv', [header, ...rows].join('\n')));
const fieldsOf = (header: string, row: string) => planOf(list(header, row)).steps[0]?.fields;
const digestOf = (header: string, row: string, ...changes: readonly RowChange[]): string => {
  const [first] = previewOf(correctAll(list(header, row), changes.map((change) => ['0-2', change] as const))).rows;
  return first === undefined ? '' : digest(first);
};

const N = numberOf(7);

describe('a name in two columns', () => {
  it.each([
    ['山田,太郎', '山田　太郎'],
    ['山田,', '山田'],
    [',太郎', '太郎'],
    ['山田,－', '山田'],
    ['-,太郎', '太郎'],
  ])('%s', (cells, name) => {
    expect(fieldsOf('姓,名', cells)?.name).toBe(name);
    expect(fieldsOf('氏名,姓カナ,名カナ', `甲,${cells.replace('山田', 'ヤマダ').replace('太郎', 'タロウ')}`)?.kana).toBe(name.replace('山田', 'ヤマダ').replace('太郎', 'タロウ'));
  });

  it('is that of the one column where there is one', () => {
    expect(fieldsOf('氏名,姓,名', '山田 太郎,乙,丙')?.name).toBe('山田 太郎');
    expect(fieldsOf('氏名,姓,名', ',乙,丙')?.name).toBe('乙　丙');
  });
});

describe('an address in several columns', () => {
  it.each([
    ['東京都,千代田区,1-1', '東京都千代田区1-1'],
    ['千代田区1-1,201,', '千代田区1-1　201'],
    ['千代田区１－１,２０１,', '千代田区１－１　２０１'],
    ['1-1,タワー2,', '1-1タワー2'],
    ['1番地,2,', '1番地2'],
    ['1-1,B,', '1-1　B'],
    ['タワーＡ,ｂ,', 'タワーＡ　ｂ'],
    ['1-1,なし,201', '1-1　201'],
    ['-,1-1,', '1-1'],
  ])('%s', (cells, address) => {
    expect(fieldsOf('氏名,住所1,住所2,住所3', `甲,${cells}`)?.address).toBe(address);
  });
});

describe('what is not there', () => {
  it('is empty: a row may end before its columns do', () => {
    expect(fieldsOf('氏名,社員番号,住所,カナ,続き', '甲')).toMatchObject({ name: '甲', code: '', address: '', kana: '' });
    expect(digestOf('氏名,個人番号', '甲')).toBe('new none');
  });

  it('is said in words, but a name and a code may be such a word', () => {
    expect(fieldsOf('氏名,社員番号,住所', '無,NA,なし')).toMatchObject({ name: '無', code: 'NA', address: '' });
    expect(fieldsOf('氏名,社員番号', '甲,－')).toMatchObject({ code: '' });
    expect(digestOf('社員番号,家族氏名,続柄', 'NA,甲,子')).toBe('doubt none UnknownEmployee:parentCode');
    expect(digestOf('社員番号,家族氏名,続柄', '-,甲,子')).toBe('doubt none EmployeeMissing:parentCode');
  });
});

describe('what was paid to a person in the year', () => {
  const PAYEES = '取引先名,区分,支払金額';

  it.each(['50000', '50,000', '￥５０，０００', '¥50,000', '50 000', '49999円', '0'])('%s is below the sum that is reported', (sum) => {
    expect(digestOf(PAYEES, `甲,個人,"${sum}"`)).toBe('new none +BelowThreshold');
  });

  it.each(['50001', '50,001円', '約50000', '50000?', '1234567890123', '', '-'])('%j is not, as far as one can tell', (sum) => {
    expect(digestOf(PAYEES, `甲,個人,"${sum}"`)).toBe('new none');
  });

  it('is nothing to know of a company, nor in a list of employees', () => {
    expect(digestOf(PAYEES, '甲,法人,100')).toBe('new corporate');
    expect(digestOf('社員番号,氏名,支払金額', '1,甲,100')).toBe('new none');
  });
});

describe('a number that is typed', () => {
  const BOTH = '取引先名,区分,個人番号,法人番号';
  const both = `甲,,${N},7123456789012`;

  it('counts alone, whatever the two columns hold', () => {
    expect(digestOf(BOTH, both)).toBe('doubt problem OwnerKindUnclear:number');
    expect(digestOf(BOTH, both, { type: 'field', field: 'number', text: numberOf(8) })).toBe('new masked');
    expect(digestOf(BOTH, both, { type: 'field', field: 'corporateNumber', text: '7123456789012' })).toBe('new corporate');
    expect(digestOf(BOTH, both, { type: 'leaveEmpty', field: 'number' })).toBe('new none');
    expect(digestOf(BOTH, both, { type: 'leaveEmpty', field: 'corporateNumber' })).toBe('new none');
  });

  it('is what the user says the payee is, where the columns say both', () => {
    expect(digestOf(BOTH, both, { type: 'entity', corporate: false })).toBe('new masked');
    expect(digestOf(BOTH, both, { type: 'entity', corporate: true })).toBe('new corporate');
  });
});

describe('of a list of employees', () => {
  it('none is a company, whatever the name', () => {
    expect(digestOf('社員番号,氏名,個人番号', `1,株式会社甲,${N}`)).toBe('new masked');
    expect(digestOf('社員番号,氏名,個人番号', '1,甲,7123456789012')).toBe('doubt problem NotTwelveDigits:number');
  });
});
