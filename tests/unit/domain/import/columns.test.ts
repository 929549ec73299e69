import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../../src/core/domain/import/column-meaning.ts';
import { HEADER_SYNONYMS } from '../../../../src/core/domain/import/header-synonyms.data.ts';
import type { ImportSheet } from '../../../../src/core/domain/import/import-sheet.ts';
import { notStoredColumns, readSheet } from '../../../../src/core/domain/import/import-sheet.ts';
import { correctImport } from '../../../../src/core/domain/import/import-state.ts';
import { begin, digest, fileOf, IMPORT, numberOf, planOf, previewOf, rowAt } from './support.ts';

const sheetOf = (text: string): ImportSheet => {
  const sheet = readSheet(fileOf('a.csv', text));
  if (!sheet.ok) throw new Error(sheet.error.type);
  return sheet.value;
};

const slotsOf = (header: string): Record<string, number> => Object.fromEntries(sheetOf(`${header}\n${'x,'.repeat(12)}`).columns.slots);

describe('meaningOf', () => {
  it.each([
    ['従業員番号', 'employeeCode'],
    ['社員ＮＯ', 'employeeCode'],
    ['スタッフNo.', 'employeeCode'],
    ['ｽﾀｯﾌｺｰﾄﾞ', 'employeeCode'],
    ['支払先コード', 'payeeCode'],
    ['氏　名', 'name'],
    ['氏名（必須）', 'name'],
    ['※氏名', 'name'],
    ['扶養親族等名', 'dependantName'],
    ['ふりがな', 'kana'],
    ['氏名(カナ)', 'kana'],
    ['姓（カナ）', 'familyKana'],
    ['マイナンバー（個人番号）', 'number'],
    ['本人マイナンバー', 'number'],
    ['家族マイナンバー', 'dependantNumber'],
    ['個人番号又は法人番号', 'eitherNumber'],
    ['個人番号／法人番号', 'eitherNumber'],
    ['入社年月日', 'begin'],
    ['退職日', 'end'],
    ['〒', 'postalCode'],
    ['続柄', 'relation'],
    ['個人・法人', 'entity'],
  ])('%s is %s', (header, meaning) => {
    expect(meaningOf(header)).toEqual({ type: 'header', meaning });
  });

  it.each([
    ['雇用保険届出事務', 'employment-insurance'],
    ['健康保険・厚生年金保険関係届出事務', 'health-pension'],
    ['国民年金の第三号被保険者関係届出事務', 'third-category-spouse'],
    ['源泉徴収票作成事務', 'wage-withholding'],
    ['報酬、料金、契約金及び賞金の支払調書作成事務', 'remuneration-report'],
  ])('%s is the purpose %s', (header, purpose) => {
    expect(meaningOf(header)).toEqual({ type: 'purpose', purpose });
  });

  it.each(['', '性別', '備考', '番号', '労災保険請求事務', '事務', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '必須'])(
    '%j says nothing',
    (header) => {
      expect(meaningOf(header)).toBeNull();
    },
  );

  it('knows each synonym under one meaning only', () => {
    for (const [meaning, list] of Object.entries(HEADER_SYNONYMS))
      for (const word of list.split(' ')) expect([word, meaningOf(word)]).toEqual([word, { type: 'header', meaning }]);
  });
});

describe('readSheet', () => {
  it('finds the header below titles and blank lines, and counts lines of the file', () => {
    const sheet = sheetOf('従業員名簿\n\n2026年11月 現在,,\n従業員番号,氏名,個人番号\n1,甲,\n');
    expect([sheet.headerLine, sheet.lines.map(({ line }) => line), sheet.kind]).toEqual([4, [5], 'employees']);
  });

  it('takes the line that is understood best, not the first that holds a word', () => {
    expect(sheetOf('取引先\nコード,取引先名,法人番号\nA,甲,\n').headerLine).toBe(2);
  });

  it.each([
    ['NoHeader', '0001,佐藤,900000000010\n'],
    ['NoHeader', 'a\nb\nc\nd\ne\n氏名,個人番号\n甲,\n'],
    ['NoHeader', ''],
    ['NoRows', '氏名,個人番号\n\n,,\n'],
  ])('refuses: %s', (type, text) => {
    expect(readSheet(fileOf('a.csv', text))).toEqual({ ok: false, error: { type } });
  });

  it.each([
    ['社員番号,氏名,続柄,個人番号', 'dependants', '続柄'],
    ['氏名,マイナンバー', 'employees', ''],
    ['取引先コード,氏名,個人番号', 'payees', '取引先コード'],
    ['氏名,法人番号', 'payees', '法人番号'],
    ['スタッフコード,氏名,区分', 'employees', 'スタッフコード'],
  ])('%s is a list of %s', (header, kind, decidedBy) => {
    expect(sheetOf(`${header}\na,b,c,d\n`)).toMatchObject({ kind, decidedBy });
  });

  it('gives the columns between two names to the one on the left', () => {
    expect(slotsOf('従業員番号,氏名,生年月日,個人番号,家族氏名,続柄,生年月日,個人番号')).toEqual({
      parentCode: 0, parentName: 1, name: 4, relationship: 5, birthDate: 6, number: 7,
    });
    expect(slotsOf('従業員番号,従業員名,フリガナ,家族氏名,続柄,家族マイナンバー')).toEqual({
      parentCode: 0, parentName: 1, name: 3, relationship: 4, number: 5,
    });
    expect(slotsOf('従業員番号,氏名,フリガナ,続柄,生年月日')).toEqual({ parentCode: 0, name: 1, kana: 2, relationship: 3, birthDate: 4 });
  });

  it('lists what is not stored: unknown, repeated, unnamed and the employee\'s own columns', () => {
    const sheet = sheetOf('従業員番号,氏名,個人番号,家族氏名,続柄,家族マイナンバー,備考,,氏名,空\n1,甲,x,乙,子,,,memo,,\n');
    expect(notStoredColumns(sheet)).toEqual([
      { column: 2, header: '氏名' },
      { column: 3, header: '個人番号' },
      { column: 7, header: '備考' },
      { column: 8, header: '' },
      { column: 9, header: '氏名' },
      { column: 10, header: '空' },
    ]);
  });
});

describe('rows under other headers', () => {
  it('joins family and given name, kana, and the parts of an address', () => {
    const text = `社員コード,姓,名,姓(カナ),名(カナ),都道府県,市区町村,番地,建物名\n7,山田,太郎,ﾔﾏﾀﾞ,ﾀﾛｳ,東京都,千代田区,1-1,201号\n8,乙,次郎,,,東京都,千代田区,１,-\n`;
    const state = begin(fileOf('a.csv', text));
    const preview = previewOf(state);
    expect(planOf(state).steps.map(({ fields }) => fields.address)).toEqual(['東京都千代田区1-1　201号', '東京都千代田区１']);
    expect(rowAt(preview, '0-2')).toMatchObject({ name: '山田　太郎', kana: 'ヤマダ　タロウ', verdict: 'new' });
    expect(preview.files[0]?.notStoredColumns).toEqual([]);
  });

  it('reads a list as one of another kind when the user says so, and drops the answers about it', () => {
    const state = begin(fileOf('a.csv', `氏名,個人番号\n甲,${numberOf(1)}\n`));
    expect(rowAt(previewOf(state), '0-2').kind).toBe('employee');
    const turned = correctImport(state, { importId: IMPORT, fileIndex: 0, kind: 'payees' });
    expect(turned.ok && digest(rowAt(previewOf(turned.value), '0-2'))).toBe('new masked');
    expect(turned.ok && rowAt(previewOf(turned.value), '0-2').kind).toBe('payee');
  });

  it('takes an employee out of a list of dependants', () => {
    const text = '従業員番号,氏名,続柄,個人番号\n5,甲,本人,\n5,乙,妻,\n';
    const preview = previewOf(begin(fileOf('a.csv', text)));
    expect(rowAt(preview, '0-2')).toMatchObject({ kind: 'employee', code: '5', relationship: '', verdict: 'new' });
    expect(rowAt(preview, '0-3')).toMatchObject({ kind: 'dependant', parentName: '甲', verdict: 'new' });
  });
});
