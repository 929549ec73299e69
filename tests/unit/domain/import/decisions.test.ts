import { describe, expect, it } from 'vitest';
import type { ImportField } from '../../../../src/core/domain/import/import-field.ts';
import type { RowChange } from '../../../../src/core/domain/import/import-preview.ts';
import type { ImportState } from '../../../../src/core/domain/import/import-state.ts';
import { correctImport } from '../../../../src/core/domain/import/import-state.ts';
import { begin, commit, correct, correctAll, digest, fileOf, idOf, IMPORT, numberOf, planOf, previewOf } from './support.ts';
import type { Vault } from './support.ts';

const state = begin(fileOf('a.csv', '氏名\n甲\n'), fileOf('b.csv', '氏名\n乙\n'));
const outcome = (change: RowChange): string => {
  const next = correctImport(state, { importId: IMPORT, rowId: '0-2', change });
  return next.ok ? 'taken' : next.error.type;
};
const digests = (one: ImportState, vault?: Vault): readonly string[] => previewOf(one, vault).rows.map(digest);

describe('decisions about a row', () => {
  it('are about fields that there are', () => {
    const field = '__proto__' as ImportField;
    expect([outcome({ type: 'field', field, text: '' }), outcome({ type: 'leaveEmpty', field }), outcome({ type: 'keepStored', field })]).toEqual(['NotAllowed', 'NotAllowed', 'NotAllowed']);
  });

  it('take no text for purposes, which are ticked, but can keep those that are stored', () => {
    const field = 'purposes';
    expect([outcome({ type: 'field', field, text: '' }), outcome({ type: 'leaveEmpty', field }), outcome({ type: 'keepStored', field })]).toEqual(['NotAllowed', 'NotAllowed', 'taken']);
  });

  it('bring texts as long as a cell may be', () => {
    const text = (chars: number) => outcome({ type: 'field', field: 'address', text: 'x'.repeat(chars) });
    expect([text(2000), text(2001)]).toEqual(['taken', 'NotAllowed']);
  });

  it('are dropped with the kind of their own file alone', () => {
    const both = correctAll(state, [['0-2', { type: 'leaveOut' }], ['1-2', { type: 'leaveOut' }]]);
    const turned = correctImport(both, { importId: IMPORT, fileIndex: 0, kind: 'payees' });
    expect(turned.ok && digests(turned.value)).toEqual(['new none', '(new) none']);
    const other = correctImport(both, { importId: IMPORT, fileIndex: 1, kind: 'payees' });
    expect(other.ok && digests(other.value)).toEqual(['(new) none', 'new none']);
    expect(other.ok && other.value.sheets.map(({ kind }) => kind)).toEqual(['employees', 'payees']);
  });
});

describe('a row compared with the vault', () => {
  it('is asked once what a payee is', () => {
    const header = '取引先コード,取引先名,区分,個人番号';
    const known = commit(begin(fileOf('v.csv', `${header}\nP,丁,法人,\n`)), undefined, 'v');
    expect(digests(begin(fileOf('a.csv', `${header}\nP,丁,個人,7123456789012\n`)), known)).toEqual(['doubt problem OwnerKindUnclear:number']);
    expect(digests(begin(fileOf('a.csv', `${header}\nP,戊,個人,7123456789012\n`)), known)).toEqual(['doubt problem OwnerKindUnclear:number NameDiffers:name']);
  });

  it('is doubted where it breaks what is stored', () => {
    const company = commit(begin(fileOf('v.csv', '取引先コード,取引先名,区分\nP,丁,法人\n')), undefined, 'v');
    const born = begin(fileOf('a.csv', '取引先コード,取引先名,生年月日\nP,丁,2000/1/1\n'));
    expect(previewOf(born, company).rows[0]?.doubts).toEqual([{ type: 'FieldProblem', field: 'birthDate', problem: 'NotForCompany', written: '' }]);
  });

  it('is doubted where it brings the code of somebody else of the kind, until another code is typed, kept or left out', () => {
    const header = '社員番号,氏名,個人番号';
    const known = commit(begin(fileOf('v.csv', `${header}\n1,甲,\n2,乙,${numberOf(2)}\n`), fileOf('p.csv', '取引先コード,取引先名\n8,丙\n')), undefined, 'v');
    const same: RowChange = { type: 'sameAs', personId: idOf('v_0-3'), by: 'number' };
    const after = (code: string, ...changes: readonly RowChange[]) =>
      previewOf(correctAll(begin(fileOf('a.csv', `${header}\n${code},乙,${numberOf(2)}\n`)), [same, ...changes].map((change) => ['0-2', change] as const)), known).rows[0];
    const digestAfter = (...changes: Parameters<typeof after>): string => {
      const row = after(...changes);
      return row === undefined ? '' : digest(row);
    };
    expect(after('１')?.doubts).toEqual([{ type: 'FieldProblem', field: 'code', problem: 'Taken', written: '1' }]);
    expect(digestAfter('1')).toBe('doubt same FieldProblem:code ~code');
    expect(digestAfter('3')).toBe('changed same ~code');
    // The code of a payee is no code of an employee.
    expect(digestAfter('8')).toBe('changed same ~code');
    expect(digestAfter('1', { type: 'field', field: 'code', text: '4' })).toBe('changed same ~code');
    expect(digestAfter('1', { type: 'keepStored', field: 'code' })).toBe('same same');
    expect(digestAfter('1', { type: 'leaveEmpty', field: 'code' })).toBe('same same');
  });

  it('that changes nothing is not doubted for what is stored', () => {
    const kept = commit(begin(fileOf('v.csv', '社員番号,氏名,入社日\n1,甲,2025/4/1\n')), undefined, 'v');
    const id = idOf('v_0-2');
    const fields = kept.persons.get(id);
    const begun = fields?.relationFrom ?? null;
    if (fields === undefined || begun === null) throw new Error('no person');
    // As an older version may have left it: ended before it began.
    const odd: Vault = { ...kept, persons: new Map([[id, { ...fields, relationTo: { ...begun, date: '2024-04-01' as typeof begun.date, written: '2024/4/1' } }]]) };
    expect(digests(begin(fileOf('a.csv', '社員番号,氏名\n1,甲\n')), odd)).toEqual(['same none']);
    expect(digests(begin(fileOf('a.csv', '社員番号,氏名,住所\n1,甲,京都\n')), odd)).toEqual(['doubt none RelationEndsBeforeBegin:relationTo ~address']);
  });
});

describe('two dependants whom the user calls one person', () => {
  it('are doubted once', () => {
    const header = '社員番号,家族氏名,続柄';
    const staff = fileOf('e.csv', '社員番号,氏名\n1,主\n');
    const known = commit(begin(staff, fileOf('v.csv', `${header}\n1,子供,子\n`)), undefined, 'v');
    const id = idOf('v_1-2');
    const rows = begin(fileOf('d.csv', `${header}\n1,子供,子\n1,別名,子\n`));
    expect(digests(correct(rows, '0-3', { type: 'sameAs', personId: id, by: 'name' }), known)).toEqual(['same none', 'doubt none SamePersonTwice:name']);
  });
});

describe('the code of a dependant’s employee', () => {
  it('is that of no payee', () => {
    const files = [fileOf('p.csv', '取引先コード,取引先名\n1,丁\n'), fileOf('d.csv', '社員番号,家族氏名,続柄\n1,子供,子\n')];
    expect(digests(begin(...files))).toEqual(['new none', 'doubt none UnknownEmployee:parentCode']);
  });
});

describe('the plan', () => {
  it('brings no number of a row that is the same, or left out', () => {
    const list = begin(fileOf('a.csv', `社員番号,氏名,個人番号\n1,甲,${numberOf(1)}\n2,乙,${numberOf(2)}\n`));
    const known = commit(list, undefined, 'v');
    expect(planOf(list, known)).toMatchObject({ steps: [], numbers: 0, unchanged: 2 });
    expect(planOf(correct(list, '0-3', { type: 'leaveOut' }))).toMatchObject({ registered: 1, numbers: 1, leftOut: 1 });
  });
});
