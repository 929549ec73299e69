import { describe, expect, it } from 'vitest';
import type { ColumnSlot } from '../../../../src/core/domain/import/column-map.ts';
import { mapColumns } from '../../../../src/core/domain/import/column-map.ts';
import { meaningOf } from '../../../../src/core/domain/import/column-meaning.ts';
import type { SheetKind } from '../../../../src/core/domain/import/sheet-kind.ts';

const slotsOf = (kind: SheetKind, header: string): Partial<Record<ColumnSlot, number>> =>
  Object.fromEntries(mapColumns(header.split(',').map(meaningOf), kind).slots);

describe('of several columns that could fill a place, the one that says so most plainly does', () => {
  it.each<[SheetKind, ColumnSlot, readonly string[]]>([
    ['employees', 'code', ['社員番号', 'コード', '取引先コード']],
    ['employees', 'name', ['社員名', '氏名', '取引先名']],
    ['employees', 'number', ['個人番号', '個人番号又は法人番号']],
    ['dependants', 'parentCode', ['社員番号', 'コード']],
    ['dependants', 'name', ['家族氏名', '氏名']],
    ['dependants', 'kana', ['家族カナ', 'カナ']],
    ['dependants', 'birthDate', ['家族生年月日', '生年月日']],
    ['dependants', 'number', ['家族個人番号', '個人番号']],
    ['payees', 'code', ['取引先コード', 'コード', '社員番号']],
    ['payees', 'name', ['取引先名', '氏名', '社員名']],
    ['payees', 'number', ['個人番号又は法人番号', '個人番号']],
  ])('%s, %s', (kind, slot, headers) => {
    for (const [at, header] of headers.entries()) {
      expect(slotsOf(kind, header)[slot]).toBe(0);
      // Whatever is less plain stands to the left of it.
      expect(slotsOf(kind, headers.slice(at).toReversed().join(','))[slot]).toBe(headers.length - 1 - at);
    }
  });

  it('of equal ones the first', () => {
    expect(slotsOf('employees', '氏名,お名前,住所,現住所')).toEqual({ name: 0, address: 2 });
  });

  it('an employee beside the dependant is named by what is left', () => {
    expect(slotsOf('dependants', '社員名,家族氏名')).toEqual({ parentName: 0, name: 1 });
    expect(slotsOf('dependants', '氏名,家族氏名')).toEqual({ parentName: 0, name: 1 });
    expect(slotsOf('dependants', '氏名')).toEqual({ name: 0 });
  });
});

describe('every place is filled from its column', () => {
  const COMMON = '郵便番号,住所,入社日,退職日';
  const common = { postalCode: 0, address: 1, relationFrom: 2, relationTo: 3 };

  it.each<[SheetKind, string, Partial<Record<ColumnSlot, number>>]>([
    ['employees', '姓,名,姓カナ,名カナ,カナ,生年月日', { familyName: 4, givenName: 5, familyKana: 6, givenKana: 7, kana: 8, birthDate: 9 }],
    ['dependants', '姓,名,姓カナ,名カナ,カナ,生年月日,続柄', { familyName: 4, givenName: 5, familyKana: 6, givenKana: 7, kana: 8, birthDate: 9, relationship: 10 }],
    ['payees', '姓,名,姓カナ,名カナ,カナ,生年月日,法人番号,区分,支払金額', { familyName: 4, givenName: 5, familyKana: 6, givenKana: 7, kana: 8, birthDate: 9, corporateNumber: 10, entity: 11, paidAmount: 12 }],
  ])('%s', (kind, header, own) => {
    expect(slotsOf(kind, `${COMMON},${header}`)).toEqual({ ...common, ...own });
  });
});

describe('in a list that names the employee and the dependant', () => {
  it.each(['カナ', '姓カナ', '名カナ', '生年月日', '個人番号'])('%s is of whoever stands to its left', (header) => {
    const [slot] = Object.keys(slotsOf('dependants', header)) as ColumnSlot[];
    if (slot === undefined) throw new Error(header);
    expect(slotsOf('dependants', `社員名,${header},家族氏名`)[slot]).toBeUndefined();
    expect(slotsOf('dependants', `社員名,家族氏名,${header}`)[slot]).toBe(2);
    expect(slotsOf('dependants', `家族氏名,${header},社員名`)[slot]).toBe(1);
    expect(slotsOf('dependants', `家族氏名,社員名,${header}`)[slot]).toBeUndefined();
    expect(slotsOf('dependants', `${header},社員名,家族氏名`)[slot]).toBe(0);
    // A family name is a name.
    expect(slotsOf('dependants', `社員名,姓,${header}`)[slot]).toBe(2);
  });

  it.each(['家族カナ', '家族生年月日', '家族個人番号'])('%s is of the dependant wherever it stands', (header) => {
    expect(new Set(Object.values(slotsOf('dependants', `社員名,${header},家族氏名`)))).toEqual(new Set([0, 1, 2]));
  });

  it.each(['住所', '郵便番号', '続柄'])('%s is not asked whose it is', (header) => {
    expect(new Set(Object.values(slotsOf('dependants', `社員名,${header},家族氏名`)))).toEqual(new Set([0, 1, 2]));
  });
});

describe('an address in parts', () => {
  const map = (header: string) => mapColumns(header.split(',').map(meaningOf), 'employees');

  it('is joined from its columns, where none holds it whole', () => {
    expect(map('氏名,都道府県,備考,番地').addressParts).toEqual([1, 3]);
    expect(map('氏名,都道府県,住所').addressParts).toEqual([]);
  });

  it('counts as stored, as purposes do, and what is only looked at does not', () => {
    expect(map('氏名,都道府県,備考,雇用保険届出事務').stored).toEqual(new Set([0, 1, 3]));
    const payees = mapColumns('氏名,支払金額'.split(',').map(meaningOf), 'payees');
    expect(payees.stored).toEqual(new Set([0]));
    const family = mapColumns('社員名,家族氏名'.split(',').map(meaningOf), 'dependants');
    expect(family.stored).toEqual(new Set([1]));
  });
});
