import { describe, expect, it } from 'vitest';
import type { HeaderMeaning } from '../../../../src/core/domain/import/column-meaning.ts';
import { meaningOf } from '../../../../src/core/domain/import/column-meaning.ts';

/** Of whom, and what of them: written together they are what products have above the column. */
type Words = readonly [meaning: HeaderMeaning, whose: string, what: string];

/** @ stands for nothing: of nobody in particular, or nothing more. */
const WORDS: readonly Words[] = [
  ['employeeCode', '従業員 社員 職員 スタッフ', '番号 コード'],
  ['employeeCode', '従業員 社員 スタッフ', 'NO No. ＩＤ'],
  ['employeeCode', '@', '受給者番号 個人コード'],
  ['payeeCode', '支払先 取引先', 'コード 番号 NO'],
  ['payeeCode', '業者 外注先', 'コード'],
  ['plainCode', '@', 'コード 管理番号'],
  ['name', '@', '氏名 名前 お名前 漢字氏名 氏名漢字 氏名(漢字) 本人氏名'],
  ['employeeName', '従業員 社員 職員 スタッフ', '名 氏名'],
  ['employeeName', '受給者', '氏名'],
  ['familyName', '@', '姓 氏 苗字 名字 姓(漢字)'],
  ['givenName', '@', '名 名(漢字)'],
  ['dependantName', '扶養親族等 扶養親族 家族 被扶養者', '名 氏名 の氏名'],
  ['payeeName', '支払先 取引先', '@ 名 名称 氏名'],
  ['payeeName', '支払を受ける者', '@ の氏名又は名称'],
  ['payeeName', '@', '氏名又は名称 氏名または名称 氏名・名称 名称'],
  ['kana', '@', 'フリガナ ふりがな カナ 氏名カナ カナ氏名 氏名フリガナ カナ名 読み ヨミガナ よみがな'],
  ['kana', '従業員名 従業員氏名', 'カナ フリガナ'],
  ['kana', '社員名 社員氏名', 'カナ'],
  ['kana', '支払先 支払先名 取引先 取引先名', 'カナ フリガナ'],
  ['kana', '支払を受ける者', 'のフリガナ'],
  ['familyKana', '@', '姓カナ 姓フリガナ カナ姓 セイ 氏カナ'],
  ['givenKana', '@', '名カナ 名フリガナ メイ めい'],
  ['dependantKana', '家族 家族氏名 扶養親族 扶養親族等名 扶養親族氏名 被扶養者 被扶養者氏名', 'カナ フリガナ'],
  ['dependantKana', '家族名 被扶養者名', 'カナ'],
  ['birthDate', '@ 従業員 社員 本人', '生年月日'],
  ['birthDate', '@', '誕生日'],
  ['dependantBirthDate', '家族 扶養親族 被扶養者', '生年月日 の生年月日'],
  ['dependantBirthDate', '扶養親族等', '生年月日'],
  ['postalCode', '@', '郵便番号 〒 郵便 現住所郵便番号 住所郵便番号'],
  ['address', '@', '住所 現住所 所在地 住民票住所 住所又は居所 住所または居所 住所又は所在地 住所または所在地'],
  ['addressPart', '@', '都道府県 市区町村 市町村 町名番地 町名 番地 丁目番地 建物 建物名 マンション名 住所1 住所２ 住所③ 住所4 都道府県市区町村'],
  ['begin', '入社 採用 契約開始 取引開始', '日 年月日'],
  ['begin', '@', '雇入日 雇入れ日 雇入年月日 雇用開始日 扶養開始日 扶養認定日'],
  ['end', '退職 退社 契約終了 取引終了', '日 年月日'],
  ['end', '離職 雇用終了 扶養終了', '日'],
  ['number', '@ 本人 本人の 従業員 社員', 'マイナンバー 個人番号'],
  ['number', '従業員の 受給者の 支払を受ける者の', '個人番号'],
  ['number', '@', 'マイナンバー(個人番号) 個人番号(マイナンバー) MyNumber'],
  ['dependantNumber', '家族 家族の', 'マイナンバー 個人番号'],
  ['dependantNumber', '扶養親族 扶養親族の 扶養親族等 扶養親族等の 被扶養者 被扶養者の', '個人番号'],
  ['dependantNumber', '扶養親族 被扶養者', 'マイナンバー'],
  ['corporateNumber', '@ 支払先 取引先', '法人番号'],
  ['eitherNumber', '個人番号 マイナンバー', '又は法人番号 または法人番号 ／法人番号'],
  ['eitherNumber', '@', '法人番号又は個人番号 支払を受ける者の個人番号又は法人番号'],
  ['entity', '@ 支払先 取引先 事業者 個人法人 法人・個人', '区分'],
  ['entity', '@', '個人・法人 法人／個人 個人法人の別'],
  ['relation', '@ 家族 扶養親族 被扶養者 本人との 従業員との あなたとの', '続柄'],
  ['paidAmount', '@', '年間支払額 支払金額 支払額 年間支払金額 支払金額合計 支払合計'],
];

const each = (list: string): readonly string[] => list.split(' ').map((word) => (word === '@' ? '' : word));

const headers = WORDS.map(([meaning, whose, what]) => [meaning, each(whose).flatMap((owner) => each(what).map((thing) => owner + thing))] as const);

describe('a header says by its words what its column holds', () => {
  it.each(headers)('%s: %s', (meaning, list) => {
    expect(list.map((header) => [header, meaningOf(header)])).toEqual(list.map((header) => [header, { type: 'header', meaning }]));
  });

  it.each(['必須', '任意', '入力必須'])('whatever it says of %s', (mark) => {
    for (const header of [`【${mark}】氏名`, `氏名（${mark}）`, `※${mark} 氏名`]) expect(meaningOf(header)).toEqual({ type: 'header', meaning: 'name' });
  });
});

describe('a header names a purpose', () => {
  it.each([
    ['wage-withholding', '源泉徴収票作成事務 源泉徴収事務 給与所得の源泉徴収票作成事務 退職所得の源泉徴収票作成事務 給与所得源泉徴収票作成事務'],
    ['health-pension', '健康保険届出事務 厚生年金保険届出事務 社会保険届出事務 健康保険・厚生年金届出事務 社会保険関係の届出事務 健康保険及び厚生年金届出事務'],
    ['third-category-spouse', '第3号被保険者届出事務 第三号被保険者関係届出事務 国民年金第3号届出事務 国民年金の第三号届出事務'],
    ['remuneration-report', '支払調書作成事務 報酬・料金の支払調書作成事務 報酬、料金、契約金及び賞金の支払調書作成事務 報酬、料金、契約金および賞金の支払調書作成事務 報酬・料金等の支払調書作成事務'],
    ['rent-report', '不動産の使用料の支払調書作成事務 不動産使用料の支払調書作成事務 不動産の使用料等の支払調書作成事務'],
  ])('%s', (purpose, list) => {
    for (const header of list.split(' ')) expect([header, meaningOf(header)]).toEqual([header, { type: 'purpose', purpose }]);
  });

  it('at its end: what comes behind makes it another word', () => {
    for (const header of ['源泉徴収票作成事務の', '源泉徴収票作成', '源泉徴収票作成事務等']) expect(meaningOf(header)).toBeNull();
  });
});
