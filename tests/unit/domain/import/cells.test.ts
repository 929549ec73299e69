import { describe, expect, it } from 'vitest';
import { cleanCell, isEmptyWord, isExponent } from '../../../../src/core/domain/import/import-cell.ts';
import { withoutNumbers } from '../../../../src/core/domain/import/mask-numbers.ts';
import { readCorporateCell, readIndividualCell } from '../../../../src/core/domain/import/number-cell.ts';
import { MASKED_NUMBER } from '../../../../src/core/domain/number/individual-number.ts';
import { begin, digest, fileOf, numberOf, previewOf, rowAt } from './support.ts';

/** Payee rows: code, name, entity, number or both numbers. */
const payee = (cells: string): string => digest(rowAt(previewOf(begin(fileOf('a.csv', `取引先コード,取引先名,区分,個人番号,法人番号\n${cells}\n`))), '0-2'));
/** Employee rows. */
const employee = (cells: string): string =>
  digest(rowAt(previewOf(begin(fileOf('a.csv', `社員番号,氏名,フリガナ,生年月日,郵便番号,住所,入社日,退職日,個人番号\n${cells}\n`))), '0-2'));

const N = numberOf(7);

describe('cells', () => {
  it.each([
    ['="0001"', '0001'],
    ['＝"0001"', '0001'],
    ["'0123", '0123'],
    ['’0123', '0123'],
    ["'abc", "'abc"],
    ['  a\r\nb\t ', 'a b'],
    [' ="0001" ', '0001'],
    ['=" 7 "', '7'],
    ['=1+1', '=1+1'],
    ['="1"&"2"', '="1"&"2"'],
    ['x="1"', 'x="1"'],
    ["O'1", "O'1"],
    ["='1", "='1"],
  ])('cleans %j', (cell, clean) => {
    expect(cleanCell(cell)).toBe(clean);
  });

  it.each(['-', '－', 'ー', '---', 'なし', 'N/A', '未提出'])('%s says nothing', (cell) => {
    expect(isEmptyWord(cell)).toBe(true);
  });

  it.each(['0', '梨', '-1', '1-', 'a'])('%s says something', (cell) => {
    expect(isEmptyWord(cell)).toBe(false);
  });

  it.each(['9.00000E+11', '1.23E+11', '９．０００００Ｅ＋１１', '9e11', '1,5E+12', '+9E11', '-9E11', '9.0 E+11'])('%s is an exponent', (cell) => {
    expect(isExponent(cell)).toBe(true);
  });

  it.each(['E11', '900000000010', '9.0', '1E', 'A1E5', '9E11x', '9E1111', '9E+11 9E+11'])('%s is none', (cell) => {
    expect(isExponent(cell)).toBe(false);
  });

  it.each([
    ['', null],
    [N, null],
    ['９０００－００００－００７' + N.slice(-1), null],
    ['9.00000E+11', 'SpreadsheetExponent'],
    ['=A1', 'Formula'],
    ['90000000042', 'LeadingZeroDropped'],
    ['9000-0000-042', 'LeadingZeroDropped'],
    ['90000000043', 'NotTwelveDigits'],
    ['000000000000', 'AllZero'],
    ['900000000061', 'CheckDigit'],
    ['ABC', 'NotDigits'],
    ['7123456789012', 'NotTwelveDigits'],
    ['########', 'NotDigits'],
  ])('reads the number cell %j', (cell, doubt) => {
    const read = readIndividualCell(cell, false);
    expect(read.doubt?.type ?? null).toBe(doubt);
    expect(read.individual !== null).toBe(doubt === null && cell !== '');
    expect(JSON.stringify(read.doubt)).not.toMatch(/[0-9]{3}/);
  });

  it('tells nothing of a formula but that it is one', () => {
    for (const read of [readIndividualCell('=A1', false), readCorporateCell('=A1')]) expect(read.doubt).toEqual({ type: 'Formula', field: 'number', written: '' });
  });

  it('adds the zero only when the user says so', () => {
    expect(readIndividualCell('90000000042', false)).toMatchObject({ individual: null, suggested: '090000000042' });
    expect(readIndividualCell('90000000042', true)).toMatchObject({ individual: '090000000042', doubt: null });
    // Where no zero is missing, the word changes nothing.
    expect(readIndividualCell('90000000043', true).individual).toBeNull();
  });

  it.each([
    ['7123456789012', null],
    ['7-1234-5678-9012', null],
    ['8123456789012', 'CorporateCheckDigit'],
    [N, 'NumberForCompany'],
    ['712345678901', 'NotThirteenDigits'],
    ['7.12346E+12', 'SpreadsheetExponent'],
    ['T7123456789012', 'NotDigits'],
  ])('reads the corporate number cell %j', (cell, doubt) => {
    const read = readCorporateCell(cell);
    expect(read.doubt?.type ?? null).toBe(doubt);
    expect(read.corporate !== null).toBe(doubt === null);
  });
});

describe('withoutNumbers', () => {
  it.each([N, `x${N}y`, '90000000004', '９００００００００００４', '9000 0000 0061', '9000-0000-006', '9000ー0000ー0061', '19000-0000-0061', '9000_0000_006', '9000・0000・0062', '9000-0000-00615', '②②②②②②②②②②②②'])('hides %s', (text) => {
    expect(withoutNumbers(text)).toContain(MASKED_NUMBER);
    expect(withoutNumbers(text).normalize('NFKC')).not.toMatch(/[0-9]{3}/);
  });

  it.each(['東京都新宿区西新宿２－８－１－１２０２', '160-0023', '03-1234-5678', '昭和48年4月2日', '2026/11/22', '2026/11/22 10:30', '(03)1234-5678/1235', '0001', '1985-11-30'])('leaves %s as it is', (text) => {
    expect(withoutNumbers(text)).toBe(text);
  });
});

describe('payees', () => {
  it.each([
    [`A,甲,個人,${N},`, 'new masked'],
    ['A,甲,法人,,7123456789012', 'new corporate'],
    ['A,甲,法人,7123456789012,', 'new corporate'],
    ['A,甲,,7123456789012,', 'new corporate'],
    [`A,甲,,${N},`, 'new masked'],
    ['A,甲,,,', 'new none'],
    ['A,甲,法人,,', 'new corporate'],
    [`A,甲,法人,${N},`, 'doubt problem NumberForCompany:number'],
    ['A,甲,法人,,8123456789012', 'doubt problem CorporateCheckDigit:corporateNumber'],
    ['A,甲,,8123456789012,', 'doubt problem CorporateCheckDigit:corporateNumber'],
    ['A,甲,個人,7123456789012,', 'doubt problem OwnerKindUnclear:number'],
    [`A,甲,個人,${N},7123456789012`, 'doubt problem OwnerKindUnclear:number'],
    [`A,甲,,${N},7123456789012`, 'doubt problem OwnerKindUnclear:number'],
    ['A,㈱甲,,,', 'doubt none OwnerKindUnclear:number +NameOutsideForms'],
    ['A,甲税理士法人,,,', 'doubt none OwnerKindUnclear:number'],
    ['A,株式会社甲,個人,,', 'new none'],
  ])('%s', (cells, expected) => {
    expect(payee(cells)).toBe(expected);
  });
});

describe('employees', () => {
  it.each([
    ['1,甲,,,,,,,', 'new none'],
    ['1,,,,,,,,', 'doubt none NameMissing:name'],
    ['1,－,,,,,,,', 'doubt none NameMissing:name'],
    ['1,=A1,,,,,,,', 'doubt none Formula:name'],
    ['1,＝A1,,,,,,,', 'doubt none Formula:name'],
    ['1,\t=A1,,,,,,,', 'doubt none Formula:name'],
    ['1,@SUM(1),,,,,,,', 'doubt none Formula:name'],
    ['1,甲,=A1,,,,,,', 'doubt none Formula:kana'],
    ['1,甲,,,,"=HYPERLINK(""x"")",,,', 'doubt none Formula:address'],
    ['=1+1,甲,,,,,,,', 'doubt none Formula:code'],
    ['1,甲,,,=A1,,,,', 'doubt none Formula:postalCode'],
    ['1,甲,漢字,,,,,,', 'doubt none FieldProblem:kana'],
    ['1,甲,,2001/2/29,,,,,', 'doubt none NoSuchDay:birthDate'],
    ['1,甲,,昭和65年1月8日,,,,,', 'doubt none EraOutOfRange:birthDate'],
    ['1,甲,,1/2/1985,,,,,', 'doubt none NotADate:birthDate'],
    ['1,甲,,31381,,,,,', 'doubt none NotADate:birthDate'],
    ['1,甲,,2026/11/23,,,,,', 'doubt none BirthInFuture:birthDate'],
    ['1,甲,,2026/11/22,,,,,', 'new none'],
    ['1,甲,,-,-,-,,なし,-', 'new none'],
    ['1,甲,,,100001,,,,', 'doubt none FieldProblem:postalCode'],
    ['1,甲,,,,,2024/4/1,2024/3/31,', 'doubt none RelationEndsBeforeBegin:relationTo'],
    ['1,甲,,,,,2024/4/1,2024/4/1,', 'new none +RelationEnded'],
    ['1,甲,,,,,2024/4/1,2026/11/22,', 'new none'],
    [`1,甲,,,,住所 ${N},,,`, 'doubt none NumberInText:address'],
    [`${N},甲,,,,,,,`, 'doubt none NumberInText:code'],
    ['1,甲,,2001/2/30,,,2024/2/30,,=A1', 'doubt problem NoSuchDay:birthDate NoSuchDay:relationFrom Formula:number'],
    [`="0001",甲,,,,,,,="${N}"`, 'new masked'],
  ])('%j', (cells, expected) => {
    expect(employee(cells)).toBe(expected);
  });
});
