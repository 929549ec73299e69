import { expect, it } from 'vitest';
import { begin, commit, correct, correctAll, fileOf, idOf, numberOf, planOf } from './support.ts';

const HEADER = '社員番号,氏名,住所,個人番号';
const [N, M] = [numberOf(1), numberOf(2)];
const list = (...rows: readonly string[]) => begin(fileOf('a.csv', [HEADER, ...rows].join('\n')));
const vault = commit(list('1,甲,京都,', `2,乙,,${N}`, '3,丙,,'), undefined, 'v');

it('says of each row what is done with it, and counts', () => {
  const state = correct(list(`1,甲,奈良,${M}`, '2,乙,大阪,', '3,丙,,', `4,丁,,${numberOf(3)}`, '5,,,'), '0-3', { type: 'keepStored', field: 'number' });
  const plan = planOf(state, vault);
  expect(plan).toMatchObject({ registered: 1, changed: 2, unchanged: 1, leftOut: 1, numbers: 2 });
  expect(plan.steps).toMatchObject([
    { type: 'change', rowId: '0-2', personId: idOf('v_0-2'), fieldsChanged: true, number: M, replacesNumber: false, fields: { address: '奈良' } },
    { type: 'change', rowId: '0-3', personId: idOf('v_0-3'), fieldsChanged: true, number: null, replacesNumber: false, fields: { address: '大阪' } },
    { type: 'register', rowId: '0-5', personId: idOf('row_0-5'), number: numberOf(3), fields: { name: '丁' } },
  ]);
});

it('tells a new number from new fields', () => {
  const state = correctAll(list(`2,乙,,${M}`, `3,丙,,${numberOf(3)}`), [['0-2', { type: 'takeFile', field: 'number' }]]);
  expect(planOf(state, vault).steps).toMatchObject([
    { rowId: '0-2', fieldsChanged: false, number: M, replacesNumber: true },
    { rowId: '0-3', fieldsChanged: false, number: numberOf(3), replacesNumber: false },
  ]);
});

it('brings whoever hangs on another after them, under the id they get', () => {
  const plan = planOf(begin(fileOf('d.csv', '社員番号,家族氏名,続柄\n1,花,子\n'), fileOf('e.csv', '社員番号,氏名\n1,甲\n')));
  expect(plan.steps.map(({ rowId, fields }) => [rowId, fields.parentId])).toEqual([['1-2', null], ['0-2', idOf('row_1-2')]]);
});
