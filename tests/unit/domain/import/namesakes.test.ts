import { describe, expect, it } from 'vitest';
import { begin, commit, correct, digest, fileOf, idOf, numberOf, previewOf } from './support.ts';
import type { Vault } from './support.ts';

const EMPLOYEES = '社員番号,氏名,住所,生年月日,個人番号';
const PAYEES = '取引先コード,取引先名,住所,法人番号';
const listOf = (header: string, ...rows: readonly string[]) => begin(fileOf('a.csv', [header, ...rows].join('\n')));
const staff = (...rows: readonly string[]): Vault => commit(listOf(EMPLOYEES, ...rows), undefined, 'v');
const employee = (row: string, vault: Vault): string => previewOf(listOf(EMPLOYEES, row), vault).rows.map(digest).join();
const payee = (row: string, vault: Vault): string => previewOf(listOf(PAYEES, row), vault).rows.map(digest).join();
const MAYBE = 'doubt none MaybeSamePerson:name';

describe('a row without a code of a name that the vault has is about that person', () => {
  const N = numberOf(1);

  it.each([
    ['with the same birth date', ',甲,,2000/1/1,', '1,甲,,2000/1/1,', 'same none'],
    ['with the same address, and no birth date on one side', ',甲,京都,2000/1/1,', '1,甲,京都,,', 'changed none ~birthDate'],
    ['with the same address, and no birth date on the other', ',甲,京都,,', '1,甲,京都,2000/1/1,', 'same none'],
    ['with the same number', `,甲,,,${N}`, `1,甲,,,${N}`, 'same same'],
  ])('%s', (_name, row, stored, expected) => {
    expect(employee(row, staff(stored))).toBe(expected);
  });

  it.each([
    ['with nothing else', ',甲,,,', '1,甲,,,', MAYBE],
    ['with an address, where none is stored', ',甲,京都,,', '1,甲,,,', MAYBE],
    ['with no address, where one is stored', ',甲,,,', '1,甲,京都,,', MAYBE],
    ['with no address on either side', ',甲,,,', '1,甲,,2000/1/1,', MAYBE],
    ['with the number, but another birth date', `,甲,,2000/1/1,${N}`, `1,甲,,2001/1/1,${N}`, 'doubt problem MaybeSamePerson:name SameNumberTwice:number'],
  ])('perhaps: %s', (_name, row, stored, expected) => {
    expect(employee(row, staff(stored))).toBe(expected);
  });

  it.each([
    ['with another birth date', ',甲,,2000/1/1,', '1,甲,,2001/1/1,'],
    ['with another birth date, at the same address', ',甲,京都,2000/1/1,', '1,甲,京都,2001/1/1,'],
  ])('no: %s', (_name, row, stored) => {
    expect(employee(row, staff(stored))).toBe('new none');
  });
});

describe('a row with a code', () => {
  it.each([
    ['Ａ １', 'A1', 'same none'],
    ['a1', 'A1', 'same none'],
    ['ς1', 'Σ1', 'same none'],
    ['001', '1', 'same none +CodeZerosDiffer'],
    ['0', '00', 'same none +CodeZerosDiffer'],
    ['10', '100', 'new none'],
    ['1', '10', 'new none'],
  ])('%j is, or is not, about whoever has %j', (code, stored, expected) => {
    expect(employee(`${code},甲,,,`, staff(`${stored},甲,,,`))).toBe(expected);
  });

  it('or without one is about nobody for having none alike', () => {
    expect(employee(',甲,,,', staff(',乙,,,'))).toBe('new none');
  });

  it('is about somebody without one as far as anything else agrees', () => {
    expect(employee('7,甲,,2000/1/1,', staff(',甲,,2000/1/1,'))).toBe('changed none ~code');
    expect(employee('7,甲,,,', staff(',甲,,,'))).toBe(MAYBE);
  });

  it('is about somebody with another one perhaps, where birth date or number agree', () => {
    const N = numberOf(1);
    expect(employee('7,甲,,2000/1/1,', staff('1,甲,,2000/1/1,'))).toBe(MAYBE);
    expect(employee(`7,甲,,,${N}`, staff(`1,甲,,,${N}`))).toBe('doubt problem MaybeSamePerson:name SameNumberTwice:number');
    expect(employee('7,甲,京都,,', staff('1,甲,京都,,'))).toBe('new none');
  });

  it('is about whoever has it, before anybody whose code differs in zeros', () => {
    const vault = staff('01,甲,,,', '1,甲,,,');
    expect(previewOf(listOf(EMPLOYEES, '01,甲,,,', '1,甲,,,'), vault).rows.map(({ personId }) => personId)).toEqual([idOf('v_0-2'), idOf('v_0-3')]);
  });

  it('of two who have it is about the one of that name', () => {
    const twice: Vault = { ...staff('1,甲,,,'), persons: new Map([...staff('1,甲,,,').persons, ...commit(listOf(EMPLOYEES, '1,乙,,,'), undefined, 'w').persons]) };
    expect(previewOf(listOf(EMPLOYEES, '1,乙,,,'), twice).rows[0]?.personId).toBe(idOf('w_0-2'));
    expect(previewOf(listOf(EMPLOYEES, '1,丙,,,'), twice).rows[0]?.personId).toBe(idOf('v_0-2'));
  });

  it('is about nobody with other zeros and another name, nor where two have them', () => {
    expect(employee('1,乙,,,', staff('001,甲,,,'))).toBe('new none');
    expect(employee('1,甲,,,', staff('01,甲,,,', '001,甲,,,'))).toBe('new none');
  });
});

describe('of two namesakes in the vault', () => {
  const vault = staff('1,甲,京都,2000/1/1,', '2,甲,奈良,2001/1/1,');

  it('the one that agrees is meant', () => {
    expect(previewOf(listOf(EMPLOYEES, ',甲,,2001/1/1,'), vault).rows[0]).toMatchObject({ verdict: 'same', personId: idOf('v_0-3') });
    expect(previewOf(listOf(EMPLOYEES, ',甲,奈良,,'), vault).rows[0]).toMatchObject({ verdict: 'same', personId: idOf('v_0-3') });
  });

  it('the first is asked about where both agree, or neither', () => {
    const doubtOf = (row: string, known: Vault) => previewOf(listOf(EMPLOYEES, row), known).rows[0]?.doubts;
    expect(doubtOf(',甲,,,', vault)).toMatchObject([{ type: 'MaybeSamePerson', personId: idOf('v_0-2'), birthDate: '2000/1/1' }]);
    const alike = staff('1,甲,京都,,', '2,甲,京都,,');
    expect(doubtOf(',甲,京都,,', alike)).toMatchObject([{ type: 'MaybeSamePerson', personId: idOf('v_0-2'), code: '1', birthDate: '' }]);
  });
});

describe('a company', () => {
  const known = commit(listOf(PAYEES, 'P,丁,,7123456789012'), undefined, 'v');

  it('is known by its number', () => {
    expect(payee(',丁,,7123456789012', known)).toBe('same corporate');
  });

  it('of another number, or none, is asked about', () => {
    expect(payee(',丁,,6123456789013', known)).toBe('doubt corporate MaybeSamePerson:name');
    expect(payee(',丁,,', known)).toBe(MAYBE);
  });
});

describe('the word of the user who it is', () => {
  const vault = commit(listOf(PAYEES, 'P,丁,,'), staff('1,甲,,,'), 'p');

  it('holds for somebody of the same kind', () => {
    const state = listOf(EMPLOYEES, '9,乙,,,');
    expect(previewOf(correct(state, '0-2', { type: 'sameAs', personId: idOf('v_0-2'), by: 'name' }), vault).rows.map(digest)).toEqual(['doubt none NameDiffers:name ~code']);
    expect(previewOf(correct(state, '0-2', { type: 'sameAs', personId: idOf('p_0-2'), by: 'name' }), vault).rows.map(digest)).toEqual(['new none']);
  });
});
