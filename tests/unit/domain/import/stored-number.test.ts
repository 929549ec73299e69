import { describe, expect, it } from 'vitest';
import type { RowChange } from '../../../../src/core/domain/import/import-preview.ts';
import { begin, commit, correctAll, digest, fileOf, numberOf, previewOf } from './support.ts';

const HEADER = '社員番号,氏名,住所,個人番号';
const ZERO = '090000000042';
const list = (...rows: readonly string[]) => begin(fileOf('a.csv', [HEADER, ...rows].join('\n')));
/** 1 and 2 have a number, 3 has none. */
const vault = commit(list(`1,甲,,${ZERO}`, `2,乙,,${numberOf(2)}`, '3,丙,,'), undefined, 'v');

const digestOf = (row: string, ...changes: readonly RowChange[]): string => {
  const [first] = previewOf(correctAll(list(row), changes.map((change) => ['0-2', change] as const)), vault).rows;
  return first === undefined ? '' : digest(first);
};
const KEEP = { type: 'keepStored', field: 'number' } as const;

describe('a number cell that cannot be read, of somebody whose number is kept', () => {
  it.each(['9.00000E+11', 'ABC', '123', '000000000000', '900000000061'])('%s is passed over', (cell) => {
    expect(digestOf(`2,乙,,${cell}`)).toBe('same kept +StoredKept');
    expect(digestOf(`2,乙,,${cell}`, KEEP)).toBe('same kept');
  });

  it('is a question where it is no slip: a formula, or another number without its zero', () => {
    expect(digestOf('2,乙,,=A1')).toBe('doubt problem Formula:number');
    expect(digestOf('2,乙,,=A1', KEEP)).toBe('same kept');
    expect(digestOf('2,乙,,90000000042')).toBe('doubt problem LeadingZeroDropped:number');
    expect(digestOf('2,乙,,90000000042', KEEP)).toBe('same kept');
  });

  it('is the same number where its zero alone is missing', () => {
    expect(digestOf('1,甲,,90000000042')).toBe('same same +SameWithLeadingZero');
  });

  it('leaves the doubts about other cells as they are', () => {
    expect(digestOf('2,乙,=A1,ABC')).toBe('doubt kept Formula:address +StoredKept');
    expect(digestOf('2,乙,=A1,=A1', KEEP)).toBe('doubt kept Formula:address');
    expect(digestOf('1,甲,=A1,90000000042')).toBe('doubt same Formula:address +SameWithLeadingZero');
  });

  it('is a question where none is kept', () => {
    expect(digestOf('3,丙,,ABC')).toBe('doubt problem NotDigits:number');
    expect(digestOf('3,丙,,ABC', KEEP)).toBe('doubt problem NotDigits:number');
    expect(digestOf('4,丁,,ABC')).toBe('doubt problem NotDigits:number');
  });
});

describe('a number that can be read', () => {
  it('is kept out by the word of the user where one is kept, and only there', () => {
    expect(digestOf(`2,乙,,${numberOf(9)}`, KEEP)).toBe('same kept');
    expect(digestOf(`3,丙,,${numberOf(9)}`, KEEP)).toBe('changed masked ~number');
  });

  it('is doubted as that of somebody else, also in place of the one that is kept', () => {
    expect(digestOf(`2,乙,,${ZERO}`)).toBe('doubt problem SameNumberTwice:number');
    expect(digestOf(`2,乙,,${ZERO}`, { type: 'takeFile', field: 'number' })).toBe('doubt problem SameNumberTwice:number');
    expect(digestOf(`2,乙,,${ZERO}`, KEEP)).toBe('same kept');
  });

  it('of two rows is doubted in both, but where one of them keeps another', () => {
    const both = list(`2,乙,,${numberOf(9)}`, `4,丁,,${numberOf(9)}`);
    const digests = (...changes: readonly (readonly [string, RowChange])[]) => previewOf(correctAll(both, changes), vault).rows.map(digest);
    expect(digests()).toEqual(['doubt differs NumberDiffers:number SameNumberTwice:number', 'doubt masked SameNumberTwice:number']);
    expect(digests(['0-2', KEEP])).toEqual(['same kept', 'new masked']);
    expect(digests(['0-3', KEEP])).toEqual(['doubt differs NumberDiffers:number SameNumberTwice:number', 'doubt masked SameNumberTwice:number']);
    expect(digests(['0-3', { type: 'leaveOut' }])).toEqual(['doubt differs NumberDiffers:number', '(new) masked']);
  });

  it('of three rows names another in each', () => {
    const three = previewOf(list(`5,戊,,${numberOf(9)}`, `6,己,,${numberOf(9)}`, `7,庚,,${numberOf(9)}`)).rows;
    expect(three.map(({ doubts }) => doubts.map((doubt) => (doubt.type === 'SameNumberTwice' && doubt.other.type === 'row' ? doubt.other.rowId : doubt.type)))).toEqual([['0-3'], ['0-2'], ['0-2']]);
  });
});
