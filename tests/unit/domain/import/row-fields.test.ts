import { describe, expect, it } from 'vitest';
import type { RowTexts } from '../../../../src/core/domain/import/row-fields.ts';
import { readRowFields } from '../../../../src/core/domain/import/row-fields.ts';
import { numberOf, TODAY } from './support.ts';

const TEXTS: RowTexts = {
  kind: 'employee',
  name: '甲',
  kana: '',
  code: '',
  relationship: '',
  corporate: false,
  corporateNumber: null,
  birthDate: '',
  postalCode: '',
  address: '',
  relationFrom: '',
  relationTo: '',
};
const read = (texts: Partial<RowTexts>) => readRowFields({ ...TEXTS, ...texts }, TODAY);
const doubtsOf = (texts: Partial<RowTexts>) => read(texts).doubts;

describe('a date that is none', () => {
  it.each([
    ['2001/2/29', { type: 'NoSuchDay', written: '2001/2/29' }],
    ['きのう', { type: 'NotADate', written: 'きのう' }],
    ['1700/1/1', { type: 'YearOutOfRange', written: '1700/1/1' }],
    ['昭和65年1月8日', { type: 'EraOutOfRange', written: '昭和65年1月8日', date: '1990-01-08' }],
  ])('%s', (text, doubt) => {
    for (const field of ['birthDate', 'relationFrom', 'relationTo'] as const) {
      const { fields, doubts } = read({ [field]: text });
      expect(doubts).toEqual([{ field, ...doubt }]);
      expect(fields[field]).toBeNull();
    }
  });

  it('as a day to come is none of birth, but may be one of work', () => {
    expect(doubtsOf({ birthDate: '2030/1/1' })).toEqual([{ type: 'BirthInFuture', field: 'birthDate', written: '2030/1/1' }]);
    expect(doubtsOf({ relationFrom: '2030/1/1', relationTo: '2031/1/1' })).toEqual([]);
  });

  it('ends before it begins', () => {
    const { fields, doubts } = read({ relationFrom: '2020/4/1', relationTo: '2019/4/1' });
    expect(doubts).toEqual([{ type: 'RelationEndsBeforeBegin', field: 'relationTo' }]);
    expect([fields.relationFrom?.date, fields.relationTo]).toEqual(['2020-04-01', null]);
  });

  it('hides a number that stands there', () => {
    for (const doubt of doubtsOf({ birthDate: numberOf(1), relationTo: numberOf(2) })) expect(JSON.stringify(doubt)).not.toMatch(/9000/);
  });
});

describe('a cell that is refused', () => {
  it('is shown as far as it takes to know it again, never a number', () => {
    expect(doubtsOf({ kana: '漢'.repeat(80) })).toMatchObject([{ field: 'kana', written: '漢'.repeat(60) }]);
    expect(doubtsOf({ kana: '\u{20bb7}'.repeat(61) })).toMatchObject([{ written: '\u{20bb7}'.repeat(60) }]);
    expect(doubtsOf({ address: `=A1 ${numberOf(1)}` }).map((doubt) => JSON.stringify(doubt)).join()).not.toMatch(/9000/);
  });

  it('is taken out, and the others stay', () => {
    const { fields, doubts } = read({ name: '', kana: '漢', code: '=A1', postalCode: '1', address: '京都' });
    expect(doubts.map(({ type, field }) => `${type}:${field}`)).toEqual(['NameMissing:name', 'FieldProblem:kana', 'Formula:code', 'FieldProblem:postalCode']);
    expect(fields).toMatchObject({ name: '', kana: '', code: '', postalCode: '', address: '京都', corporate: false, parentId: null, purposes: [] });
  });

  it('as a relationship leaves none', () => {
    const { fields, doubts } = read({ kind: 'dependant', relationship: '' });
    expect(doubts).toEqual([{ type: 'FieldProblem', field: 'relationship', problem: 'Empty', written: '' }]);
    expect(fields.relationship).toBe('');
    expect(read({ kind: 'dependant', relationship: '子' }).fields.relationship).toBe('子');
  });

  it.each(['kana', 'postalCode', 'relationship', 'address', 'code', 'name'] as const)('as a formula in %s says so', (field) => {
    const kind = field === 'relationship' ? 'dependant' : 'employee';
    expect(doubtsOf({ kind, relationship: kind === 'dependant' ? '子' : '', [field]: '=A1' })).toEqual([{ type: 'Formula', field, written: '=A1' }]);
  });

  it('as a birth date of a company says so, and it stays a company', () => {
    const { fields, doubts } = read({ kind: 'payee', corporate: true, corporateNumber: '7123456789012', birthDate: '2000/1/1' });
    expect(doubts).toEqual([{ type: 'FieldProblem', field: 'birthDate', problem: 'NotForCompany', written: '2000/1/1' }]);
    expect(fields).toMatchObject({ corporate: true, corporateNumber: '7123456789012', birthDate: null });
  });

  it('as a company among employees is said of its name, and is none', () => {
    const { fields, doubts } = read({ corporate: true });
    expect(doubts).toEqual([{ type: 'FieldProblem', field: 'name', problem: 'OnlyForPayee', written: '' }]);
    expect(fields).toMatchObject({ name: '甲', corporate: false });
  });
});
