import { describe, expect, it } from 'vitest';
import type { RowChange } from '../../../../src/core/domain/import/import-preview.ts';
import { begin, commit, correctAll, digest, fileOf, idOf, previewOf } from './support.ts';
import type { Vault } from './support.ts';

const STAFF = '社員番号,氏名,住所';

const staffOf = (...rows: readonly string[]): Vault => commit(begin(fileOf('v.csv', [STAFF, ...rows].join('\n'))), undefined, 'v');

interface Case {
  /** Rows 0-2, 0-3 … */
  readonly staff?: readonly string[];
  readonly vault?: Vault;
  readonly changes?: readonly (readonly [string, RowChange])[];
}

/** Of one dependant, by the code and, perhaps, the name of its employee. */
const hung = (code: string, { staff = [], vault, changes = [] }: Case): string => {
  const files = [...(staff.length === 0 ? [] : [fileOf('e.csv', [STAFF, ...staff].join('\n'))]), fileOf('d.csv', `社員番号,従業員名,家族氏名,続柄\n${code},子供,子\n`)];
  const row = previewOf(correctAll(begin(...files), changes), vault).rows.at(-1);
  return row === undefined ? '' : `${row.parentName}: ${digest(row)}`;
};

const LEAVE_OUT = { type: 'leaveOut' } as const;

describe('a dependant hangs on', () => {
  it('the row of its employee that goes in, not on one before it that does not', () => {
    expect(hung('1,', { staff: ['1,甲,', '1,乙,'], changes: [['0-2', LEAVE_OUT]] })).toBe('乙: new none');
  });

  it('nobody while the only row of its employee is left out', () => {
    expect(hung('1,', { staff: ['1,甲,'], changes: [['0-2', LEAVE_OUT]] })).toBe('甲: doubt none EmployeeInDoubt:parentCode');
  });

  it('whom the row of that code is about, by the word of the user', () => {
    const vault = staffOf('1,甲,', '9,乙,');
    const changes = [['0-2', { type: 'sameAs', personId: idOf('v_0-3'), by: 'name' }]] as const;
    expect(hung('1,', { staff: ['1,丙,'], vault, changes })).toBe('乙: new none');
    expect(hung('1,', { staff: ['1,丙,'], vault, changes: [...changes, ['0-2', LEAVE_OUT]] })).toBe('甲: new none');
  });

  it('nobody whose row has no code', () => {
    expect(hung(',', { staff: [',甲,'] })).toBe(': doubt none EmployeeMissing:parentCode');
    expect(hung('0,', { staff: [',甲,'] })).toBe(': doubt none UnknownEmployee:parentCode');
  });
});

describe('a dependant of somebody new', () => {
  it('is new, though one of that name hangs on nobody in the vault since an employee was removed', () => {
    const family = commit(begin(fileOf('v.csv', `${STAFF}\n1,甲,`), fileOf('f.csv', '社員番号,従業員名,家族氏名,続柄\n1,甲,子供,子\n')), undefined, 'v');
    const orphans: Vault = { ...family, persons: new Map([...family.persons].filter(([, { kind }]) => kind === 'dependant').map(([id, fields]) => [id, { ...fields, parentId: null }])) };
    expect(orphans.persons.size).toBe(1);
    expect(hung('2,乙', { staff: ['2,乙,'], vault: orphans })).toBe('乙: new none');
  });
});

describe('where no code is the same but for its zeros', () => {
  const unknown = ': doubt none UnknownEmployee:parentCode';

  it('one row is enough, or one person of the vault', () => {
    expect(hung('1,', { staff: ['001,甲,'] })).toBe('甲: new none +CodeZerosDiffer');
    expect(hung('1,', { vault: staffOf('001,甲,') })).toBe('甲: new none +CodeZerosDiffer');
    expect(hung('1,', { staff: ['001,甲,'], vault: staffOf('0001,乙,') })).toBe('甲: new none +CodeZerosDiffer');
  });

  it('two are too many', () => {
    expect(hung('1,', { staff: ['01,甲,', '001,乙,'] })).toBe(unknown);
    expect(hung('1,', { vault: staffOf('01,甲,', '001,乙,') })).toBe(unknown);
    expect(hung('1,', { staff: ['01,甲,', '001,乙,'], vault: staffOf('0001,丙,') })).toBe(unknown);
  });

  it('a row that is left out does not count', () => {
    expect(hung('1,', { staff: ['01,甲,'], changes: [['0-2', LEAVE_OUT]] })).toBe(unknown);
    expect(hung('1,', { staff: ['01,甲,', '001,乙,'], changes: [['0-2', LEAVE_OUT]] })).toBe('乙: new none +CodeZerosDiffer');
  });
});

describe('the name of the employee in the list of dependants', () => {
  it('is compared where both are given, whatever the spelling', () => {
    expect(hung('1,甲 太郎', { staff: ['1,甲　太郎,'] })).toBe('甲　太郎: new none');
    expect(hung('1,甲 次郎', { staff: ['1,甲　太郎,'] })).toBe('甲　太郎: doubt none EmployeeNameDiffers:parentCode');
    expect(hung('1,', { staff: ['1,甲　太郎,'] })).toBe('甲　太郎: new none');
    expect(hung('1,甲', { staff: ['1,,'] })).toBe(': doubt none EmployeeInDoubt:parentCode');
  });
});

it('a child is known among those of its own parent alone', () => {
  const header = '社員番号,家族氏名,続柄';
  const staff = fileOf('e.csv', `${STAFF}\n1,甲,\n2,乙,\n`);
  const vault = commit(begin(staff, fileOf('v.csv', `${header}\n1,花,子\n`)), undefined, 'v');
  expect(previewOf(begin(fileOf('d.csv', `${header}\n1,花,子\n2,花,子\n`)), vault).rows.map(digest)).toEqual(['same none', 'new none']);
});
