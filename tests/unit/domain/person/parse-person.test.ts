import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import type { PersonInput } from '../../../../src/core/domain/person/parse-person.ts';
import { parsePersonFields } from '../../../../src/core/domain/person/parse-person.ts';

const PARENT = 'AAAAAAAAAAAAAAAAAAAAAA';

const employee: PersonInput = {
  kind: 'employee',
  name: '佐藤　一郎',
  kana: 'ｻﾄｳ ｲﾁﾛｳ',
  code: ' ０００１ ',
  parentId: null,
  relationship: '',
  corporate: false,
  corporateNumber: null,
  birthDate: '昭和48年4月2日',
  postalCode: '〒160-0023',
  address: '東京都新宿区西新宿２－８－１',
  relationFrom: 'H20.4.1',
  relationTo: '',
  purposes: ['health-pension', 'wage-withholding', 'health-pension'],
};
const dependant: PersonInput = { ...employee, kind: 'dependant', parentId: PARENT, relationship: '次男', purposes: ['wage-withholding'] };
const company: PersonInput = {
  ...employee,
  kind: 'payee',
  name: '株式会社ナナ印刷',
  corporate: true,
  corporateNumber: '7-1234-5678-9012',
  birthDate: null,
  purposes: [],
};

const problemsOf = (input: PersonInput, context = {}) => {
  const parsed = parsePersonFields(input, context);
  return parsed.ok ? [] : parsed.error;
};

const day = (text: string) => {
  const parsed = parseCivilDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

describe('fields of a person', () => {
  test('an employee, folded and kept as written where it matters', () => {
    expect(parsePersonFields(employee)).toEqual({
      ok: true,
      value: {
        kind: 'employee',
        name: '佐藤　一郎',
        kana: 'サトウ　イチロウ',
        code: '0001',
        parentId: null,
        relationship: '',
        corporate: false,
        corporateNumber: null,
        birthDate: { date: '1973-04-02', written: '昭和48年4月2日', calendar: 'japanese' },
        postalCode: '1600023',
        address: '東京都新宿区西新宿２－８－１',
        relationFrom: { date: '2008-04-01', written: 'H20.4.1', calendar: 'japanese' },
        relationTo: null,
        purposes: ['wage-withholding', 'health-pension'],
      },
    });
  });

  test('a dependant hangs on someone; the relationship is one word of the list', () => {
    const parsed = parsePersonFields(dependant);
    expect(parsed.ok && [parsed.value.parentId, parsed.value.relationship]).toEqual([PARENT, '二男']);
    expect(problemsOf({ ...dependant, parentId: null })).toEqual([{ field: 'parentId', type: 'Missing' }]);
    expect(problemsOf({ ...dependant, parentId: 'x' })).toEqual([{ field: 'parentId', type: 'Unknown' }]);
    expect(problemsOf({ ...dependant, relationship: ' ' })).toEqual([{ field: 'relationship', type: 'Empty' }]);
    expect(problemsOf({ ...dependant, relationship: '父の従兄弟の子の配偶者の母' })).toEqual([{ field: 'relationship', type: 'TooLong' }]);
  });

  test('a company payee has a public number, no birth date, and is a payee', () => {
    const parsed = parsePersonFields(company);
    expect(parsed.ok && parsed.value.corporateNumber).toBe('7123456789012');
    expect(problemsOf({ ...company, corporateNumber: '7123456789013' })).toEqual([{ field: 'corporateNumber', type: 'CheckDigit' }]);
    expect(problemsOf({ ...company, corporate: false })).toEqual([{ field: 'corporateNumber', type: 'OnlyForCompany' }]);
    expect(problemsOf({ ...company, birthDate: '1990/1/1' })).toEqual([{ field: 'birthDate', type: 'NotForCompany' }]);
    expect(problemsOf({ ...company, kind: 'employee' })).toEqual([{ field: 'corporate', type: 'OnlyForPayee' }]);
    expect(problemsOf({ ...company, corporateNumber: null })).toEqual([]);
  });

  test.each<[Partial<PersonInput>, string, string]>([
    [{ kind: 'friend' }, 'kind', 'Unknown'],
    [{ name: '' }, 'name', 'Empty'],
    [{ name: '=1+1' }, 'name', 'Formula'],
    [{ kana: '佐藤' }, 'kana', 'NotKana'],
    [{ code: '1'.repeat(21) }, 'code', 'TooLong'],
    [{ code: '900000000010' }, 'code', 'IndividualNumber'],
    [{ parentId: PARENT }, 'parentId', 'OnlyForDependant'],
    [{ relationship: '妻' }, 'relationship', 'OnlyForDependant'],
    [{ birthDate: '平成14年2月30日' }, 'birthDate', 'NoSuchDay'],
    [{ birthDate: '昭和64年1月8日' }, 'birthDate', 'EraOutOfRange'],
    [{ postalCode: '600023' }, 'postalCode', 'NotSevenDigits'],
    [{ address: '9000-0000-0010' }, 'address', 'IndividualNumber'],
    [{ address: 'あ'.repeat(121) }, 'address', 'TooLong'],
    [{ relationTo: '2008/3/31' }, 'relationTo', 'EndBeforeBegin'],
    [{ purposes: ['marketing'] }, 'purposes', 'Unknown'],
    [{ purposes: ['remuneration-report'] }, 'purposes', 'NotForKind'],
  ])('%j: %s %s', (change, field, type) => {
    expect(problemsOf({ ...employee, ...change })).toEqual([{ field, type }]);
  });

  test('all problems are told at once', () => {
    const problems = problemsOf({ ...employee, name: '', kana: '漢', postalCode: '1', birthDate: '不明' });
    expect(problems.map(({ field }) => field)).toEqual(['name', 'kana', 'birthDate', 'postalCode']);
  });

  test('with context: not born tomorrow, and only for what this business files', () => {
    const today = day('2026-11-22');
    expect(problemsOf({ ...employee, birthDate: '2026-11-22' }, { today })).toEqual([]);
    expect(problemsOf({ ...employee, birthDate: '2026-11-23' }, { today })).toEqual([{ field: 'birthDate', type: 'InFuture' }]);
    const rent: PersonInput = { ...employee, kind: 'payee', purposes: ['rent-report'] };
    expect(problemsOf(rent)).toEqual([]);
    expect(problemsOf(rent, { business: { entityType: 'realtor', paysSalary: false } })).toEqual([]);
    expect(problemsOf(rent, { business: { entityType: 'sole', paysSalary: true } })).toEqual([{ field: 'purposes', type: 'NotForBusiness' }]);
  });

  test('one day of relation is one', () => {
    expect(problemsOf({ ...employee, relationTo: '2008/4/1' })).toEqual([]);
  });

  test('parsing what was parsed changes nothing, and JSON carries it', () => {
    const names = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });
    fc.assert(
      fc.property(fc.constantFrom(employee, dependant, company), names, names, (base, name, kana) => {
        const parsed = parsePersonFields({ ...base, name, kana });
        if (!parsed.ok) return;
        expect(parsePersonFields(parsed.value)).toEqual(parsed);
        expect(JSON.parse(JSON.stringify(parsed.value))).toEqual(parsed.value);
      }),
    );
  });
});
