import { expect, it } from 'vitest';
import { readPayeeIdentity } from '../../../../src/core/domain/import/payee-identity.ts';
import { begin, commit, correct, digest, fileOf, numberOf, previewOf } from './support.ts';

const [N, C, D] = [numberOf(7), '7123456789012', '6123456789013'];

/** Of each row: column for the number, column for corporate numbers, what the column of kinds says, and the answer of the user. */
it.each([
  ['', '', '', null, { corporate: false, unclear: false, cell: '', said: false }],
  [N, '', '', null, { corporate: false, unclear: false, cell: N, said: false }],
  [C, '', '', null, { corporate: true, unclear: false, cell: C, said: true }],
  ['', C, '', null, { corporate: true, unclear: false, cell: C, said: true }],
  ['', 'ABC', '', null, { corporate: true, unclear: false, cell: 'ABC', said: true }],
  [N, C, '', null, { corporate: true, unclear: true, cell: C, said: true }],
  [D, C, '', null, { corporate: true, unclear: true, cell: C, said: true }],
  ['', '', '個人', null, { corporate: false, unclear: false, cell: '', said: true }],
  [N, '', '個人', null, { corporate: false, unclear: false, cell: N, said: true }],
  [C, '', '個人', null, { corporate: false, unclear: true, cell: C, said: true }],
  ['', C, '個人', null, { corporate: false, unclear: true, cell: C, said: true }],
  [N, C, '個人', null, { corporate: false, unclear: true, cell: N, said: true }],
  ['', '', '法人', null, { corporate: true, unclear: false, cell: '', said: true }],
  [N, '', '法人', null, { corporate: true, unclear: false, cell: N, said: true }],
  ['', C, '法人', null, { corporate: true, unclear: false, cell: C, said: true }],
  [N, C, '法人', null, { corporate: true, unclear: true, cell: C, said: true }],
  [N, C, '', true, { corporate: true, unclear: false, cell: C, said: true }],
  [N, C, '', false, { corporate: false, unclear: false, cell: N, said: true }],
  [N, '', '個人', true, { corporate: true, unclear: false, cell: N, said: true }],
  ['', C, '法人', false, { corporate: false, unclear: false, cell: '', said: true }],
])('%j %j %j %j', (number, corporateNumber, entity, answer, identity) => {
  expect(readPayeeIdentity({ name: '甲', number, corporateNumber, entity }, answer)).toEqual(identity);
});

it('the answer of the user is a word like that of the file: against it, the vault is asked about', () => {
  const header = '取引先コード,取引先名,区分';
  const known = commit(begin(fileOf('v.csv', `${header}\nP,丁,法人\n`)), undefined, 'v');
  const silent = begin(fileOf('a.csv', `${header}\nP,丁,\n`));
  expect(previewOf(silent, known).rows.map(digest)).toEqual(['same corporate']);
  expect(previewOf(correct(silent, '0-2', { type: 'entity', corporate: false }), known).rows.map(digest)).toEqual(['doubt none OwnerKindUnclear:number']);
});

it('a word for nothing in the number columns is nothing', () => {
  const row = (cells: string) => previewOf(begin(fileOf('a.csv', `取引先名,個人番号,法人番号\n甲,${cells}\n`))).rows.map(digest);
  expect([row('なし,－'), row(`${N},なし`), row(`未提出,${C}`)]).toEqual([['new none'], ['new masked'], ['new corporate']]);
});
