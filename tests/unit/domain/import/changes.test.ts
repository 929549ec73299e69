import { describe, expect, it } from 'vitest';
import { sameText } from '../../../../src/core/domain/import/compare-text.ts';
import type { ImportState } from '../../../../src/core/domain/import/import-state.ts';
import { begin, commit, correct, digest, fileOf, idOf, planOf, previewOf } from './support.ts';
import type { Vault } from './support.ts';

const list = (header: string, row: string): ImportState => begin(fileOf('a.csv', `${header}\n${row}\n`));
const stored = (header: string, row: string): Vault => commit(list(header, row), undefined, 'v');
const changesOf = (state: ImportState, vault: Vault) => previewOf(state, vault).rows[0]?.changes;
const PERSON = idOf('v_0-2');

describe('two texts say the same', () => {
  it.each([
    ['東京都 新宿区', '東京都新宿区'],
    ['　甲 乙', '甲乙　'],
    ['１－２', '1-2'],
    ['1‐2', '1−2'],
    ['ｶﾅ', 'カナ'],
  ])('%j and %j', (a, b) => {
    expect([sameText(a, b), sameText(b, a), sameText(a, a)]).toEqual([true, true, true]);
  });

  it.each([
    ['1-2', '12'],
    ['東京都', '東京'],
    ['甲', ''],
    ['0012', '12'],
    ['a', 'A'],
  ])('and do not: %j and %j', (a, b) => {
    expect(sameText(a, b)).toBe(false);
  });
});

describe('what a file changes of a person', () => {
  const EMPLOYEES = '社員番号,氏名,カナ,郵便番号,住所,生年月日,入社日,退職日';
  const known = stored(EMPLOYEES, '0012,甲,コウ,1600023,12,2000/1/1,2020/4/1,');

  it.each([
    ['0012,甲,オツ,,,,,', [{ field: 'kana', before: 'コウ', after: 'オツ' }]],
    ['0012,甲,,1600024,,,,', [{ field: 'postalCode', before: '1600023', after: '1600024' }]],
    // Zeros at the beginning are dropped from codes alone.
    ['0012,甲,,,0012,,,', [{ field: 'address', before: '12', after: '0012' }]],
    ['0012,甲,,,,1999/1/1,,', [{ field: 'birthDate', before: '2000/1/1', after: '1999/1/1' }]],
    ['0012,甲,,,,,2021/4/1,2030/3/31', [{ field: 'relationFrom', before: '2020/4/1', after: '2021/4/1' }, { field: 'relationTo', before: '', after: '2030/3/31' }]],
    ['12,甲,,,,,,', []],
    ['0012,甲,コウ,160-0023,１２,平成12年1月1日,R2.4.1,', []],
  ])('%s', (row, changes) => {
    expect(changesOf(list(EMPLOYEES, row), known)).toEqual(changes);
  });

  it('a code, where the user says who it is', () => {
    const state = (code: string) => correct(list(EMPLOYEES, `${code},甲,,,,,,`), '0-2', { type: 'sameAs', personId: PERSON, by: 'name' });
    expect(changesOf(state('99'), known)).toEqual([{ field: 'code', before: '0012', after: '99' }]);
    expect(changesOf(state('00012'), known)).toEqual([]);
  });

  it('nothing where the row says no more than that it is the same', () => {
    const [row] = previewOf(list(EMPLOYEES, '0012,甲,,,,,,'), known).rows;
    expect(row && digest(row)).toBe('same none');
  });
});

describe('the number of a company', () => {
  const PAYEES = '取引先コード,取引先名,区分,法人番号';
  const known = stored(PAYEES, 'P1,丁,法人,7123456789012');
  const other = '7123456789020';
  const change = { field: 'corporateNumber', before: '7123456789012', after: other };

  it('is shown as it changes, for it is public', () => {
    const state = list(PAYEES, `P1,丁,法人,${other}`);
    expect(previewOf(state, known)).toMatchObject({ rows: [{ verdict: 'changed', corporate: true, corporateNumber: other, changes: [change] }], counts: { changed: 1, same: 0, new: 0 } });
    expect(planOf(state, known).steps).toMatchObject([{ fieldsChanged: true, fields: { corporateNumber: other } }]);
    const kept = correct(state, '0-2', { type: 'keepStored', field: 'corporateNumber' });
    expect(changesOf(kept, known)).toEqual([]);
  });

  it('is shown as new where there was none, and missing where there is none', () => {
    expect(changesOf(list(PAYEES, `P1,丁,法人,${other}`), stored(PAYEES, 'P1,丁,法人,'))).toEqual([{ ...change, before: '' }]);
    expect(previewOf(list(PAYEES, 'P1,丁,法人,7123456789012'), known)).toMatchObject({ rows: [{ verdict: 'same', changes: [] }], counts: { changed: 0, same: 1 } });
    expect(previewOf(list(PAYEES, 'P2,戊,法人,')).rows[0]).toMatchObject({ corporateNumber: '', personId: null });
  });
});

describe('purposes', () => {
  const HEADER = '社員番号,氏名,源泉徴収票作成事務,雇用保険届出事務,健康保険届出事務';
  const known = stored(HEADER, '1,甲,1,1,');
  const [wage, employment, health] = ['wage-withholding', 'employment-insurance', 'health-pension'];

  it.each([
    ['1,甲,1,1,', []],
    ['1,甲,1,,', [{ field: 'purposes', before: `${wage} ${employment}`, after: wage }]],
    ['1,甲,1,1,1', [{ field: 'purposes', before: `${wage} ${employment}`, after: `${wage} ${employment} ${health}` }]],
    ['1,甲,1,,1', [{ field: 'purposes', before: `${wage} ${employment}`, after: `${wage} ${health}` }]],
    ['1,甲,,,1', [{ field: 'purposes', before: `${wage} ${employment}`, after: health }]],
  ])('%s', (row, changes) => {
    expect(changesOf(list(HEADER, row), known)).toEqual(changes);
  });

  it('are the same in another order, and stay where the user says so or the file has none', () => {
    expect(changesOf(list('社員番号,氏名,雇用保険届出事務,源泉徴収票作成事務', '1,甲,1,1'), known)).toEqual([]);
    expect(changesOf(list('社員番号,氏名', '1,甲'), known)).toEqual([]);
    const state = correct(list(HEADER, '1,甲,1,,'), '0-2', { type: 'keepStored', field: 'purposes' });
    expect(changesOf(state, known)).toEqual([]);
  });
});

describe('a row as it is shown', () => {
  it('bears the stored name where it has none of its own', () => {
    const known = stored('社員番号,氏名', '1,甲 太郎');
    expect(previewOf(list('社員番号,氏名,住所', '1,,東京都'), known).rows[0]?.name).toBe('甲 太郎');
    expect(previewOf(list('社員番号,氏名,住所', '1,,東京都')).rows[0]?.name).toBe('');
  });

  it('names nobody on whom it does not hang', () => {
    expect(previewOf(list('社員番号,氏名', '1,甲')).rows[0]).toMatchObject({ parentName: '', relationship: '' });
  });
});
