import { describe, expect, it } from 'vitest';
import { isEmptyWord } from '../../../../src/core/domain/import/import-cell.ts';
import { readPayeeIdentity } from '../../../../src/core/domain/import/payee-identity.ts';
import { begin, fileOf, planOf, previewOf } from './support.ts';

describe('a cell that is ticked', () => {
  const purposesOf = (cell: string) => planOf(begin(fileOf('a.csv', `氏名,雇用保険届出事務\n甲,${cell}\n`))).steps[0]?.fields.purposes;

  it.each(['1', '１', '①', '○', '〇', '◯', '●', 'レ', 'ﾚ', '✓', '✔', '有', 'はい', 'yes', 'YES', 'Ｙ', 'true', 'TRUE'])('%s', (cell) => {
    expect(purposesOf(cell)).toEqual(['employment-insurance']);
  });

  it.each(['', '0', '2', '×', '無', 'いいえ', 'no', 'false', '-', '1 0'])('and one that is not: %j', (cell) => {
    expect(purposesOf(cell)).toEqual([]);
  });
});

describe('what a payee is', () => {
  const said = (entity: string, name = '甲') => readPayeeIdentity({ name, number: '', corporateNumber: '', entity }, null);

  it.each(['個人', '個人事業主', '個人事業者', '個人事業', '自然人', '個 人'])('a person: %s', (entity) => {
    expect(said(entity)).toEqual({ corporate: false, unclear: false, cell: '', said: true });
  });

  it.each(['法人', '会社', '法人等', '団体', '法　人'])('a body: %s', (entity) => {
    expect(said(entity)).toEqual({ corporate: true, unclear: false, cell: '', said: true });
  });

  it.each(['', 'その他', '1', '個人法人'])('nothing: %j', (entity) => {
    expect(said(entity)).toEqual({ corporate: false, unclear: false, cell: '', said: false });
  });

  const KINDS =
    '株式会社 有限会社 合同会社 合名会社 合資会社 一般社団法人 公益社団法人 一般財団法人 公益財団法人 医療法人 学校法人 宗教法人 社会福祉法人 特定非営利活動法人 税理士法人 弁護士法人 司法書士法人 行政書士法人 社会保険労務士法人 協同組合 (株) ㈱ （有） ㈲ (同)';

  it.each(KINDS.split(' '))('asked about, where the name alone speaks of a body: %s', (mark) => {
    for (const name of [`${mark}甲`, `甲${mark}`]) expect(said('', name)).toEqual({ corporate: true, unclear: true, cell: '', said: true });
  });
});

describe('a cell that says nothing', () => {
  it.each(['-', 'ー', '―', 'なし', '無し', '無', '未提出', '未回収', '未取得', '未提供', '該当なし', 'n/a', 'N/A', 'Ｎ／Ａ', 'NA', 'null', 'NULL', '𝐧𝐮𝐥𝐥'])('%s', (cell) => {
    expect(isEmptyWord(cell)).toBe(true);
  });

  it('is as long as the longest such word at most, in any width', () => {
    expect(['未提出です', '該当なしなしなし', 'なしなし', 'nan'].some(isEmptyWord)).toBe(false);
  });
});

describe('the row of an employee among dependants', () => {
  const kindOf = (relationship: string) => previewOf(begin(fileOf('a.csv', `従業員番号,氏名,続柄\n1,甲,${relationship}\n`))).rows[0]?.kind;

  it.each(['本人', '世帯主本人', '従業員本人'])('%s', (word) => {
    expect(kindOf(word)).toBe('employee');
  });

  it.each(['妻', '本人の妻', '世帯主', ''])('and of a dependant: %j', (word) => {
    expect(kindOf(word)).toBe('dependant');
  });
});
