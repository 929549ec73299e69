/**
 * What payroll programs and small businesses write above their columns, by meaning. Compared after foldHeader: width,
 * case, spaces, brackets and marks do not count, hiragana counts as katakana.
 */
export const HEADER_SYNONYMS = {
  employeeCode:
    '従業員番号 従業員コード 従業員NO 従業員ID 社員番号 社員コード 社員NO 社員ID 職員番号 職員コード スタッフコード スタッフ番号 スタッフNO スタッフID 受給者番号 個人コード',
  payeeCode: '支払先コード 支払先番号 支払先NO 取引先コード 取引先番号 取引先NO 業者コード 外注先コード',
  plainCode: 'コード 管理番号',
  name: '氏名 名前 お名前 漢字氏名 氏名漢字 本人氏名',
  employeeName: '従業員名 従業員氏名 社員名 社員氏名 職員名 職員氏名 スタッフ名 スタッフ氏名 受給者氏名',
  familyName: '姓 氏 苗字 名字 姓漢字',
  givenName: '名 名漢字',
  dependantName:
    '扶養親族等名 扶養親族等氏名 扶養親族等の氏名 扶養親族名 扶養親族氏名 扶養親族の氏名 家族名 家族氏名 家族の氏名 被扶養者名 被扶養者氏名 被扶養者の氏名',
  payeeName:
    '支払先名 支払先名称 支払先氏名 支払先 取引先名 取引先名称 取引先氏名 取引先 支払を受ける者 支払を受ける者の氏名又は名称 氏名又は名称 氏名または名称 氏名名称 名称',
  kana:
    'フリガナ カナ カナ氏名 氏名カナ 氏名フリガナ カナ名 読み ヨミガナ 従業員名カナ 従業員名フリガナ 従業員氏名カナ 従業員氏名フリガナ 社員名カナ 社員氏名カナ 支払先名カナ 支払先名フリガナ 支払先カナ 支払先フリガナ 取引先名カナ 取引先名フリガナ 取引先カナ 取引先フリガナ 支払を受ける者のフリガナ',
  familyKana: '姓カナ 姓フリガナ カナ姓 セイ 氏カナ',
  givenKana: '名カナ 名フリガナ メイ',
  dependantKana:
    '家族カナ 家族フリガナ 家族名カナ 家族氏名カナ 家族氏名フリガナ 扶養親族カナ 扶養親族フリガナ 扶養親族等名カナ 扶養親族等名フリガナ 扶養親族氏名カナ 扶養親族氏名フリガナ 被扶養者カナ 被扶養者フリガナ 被扶養者名カナ 被扶養者氏名カナ 被扶養者氏名フリガナ',
  birthDate: '生年月日 誕生日 従業員生年月日 社員生年月日 本人生年月日',
  dependantBirthDate:
    '家族生年月日 家族の生年月日 扶養親族生年月日 扶養親族等生年月日 扶養親族の生年月日 被扶養者生年月日 被扶養者の生年月日',
  postalCode: '郵便番号 〒 郵便 現住所郵便番号 住所郵便番号',
  address: '住所 現住所 住所又は居所 住所または居所 住所又は所在地 住所または所在地 所在地 住民票住所',
  addressPart:
    '都道府県 市区町村 市町村 町名番地 町名 番地 丁目番地 建物 建物名 マンション名 住所1 住所2 住所3 住所4 都道府県市区町村',
  begin:
    '入社日 入社年月日 雇入日 雇入れ日 雇入年月日 採用日 採用年月日 雇用開始日 契約開始日 契約開始年月日 取引開始日 取引開始年月日 扶養開始日 扶養認定日',
  end: '退職日 退職年月日 退社日 退社年月日 離職日 雇用終了日 契約終了日 契約終了年月日 取引終了日 取引終了年月日 扶養終了日',
  number:
    'マイナンバー 個人番号 マイナンバー個人番号 個人番号マイナンバー 本人マイナンバー 本人個人番号 本人の個人番号 本人のマイナンバー 従業員マイナンバー 従業員個人番号 従業員の個人番号 社員マイナンバー 社員個人番号 支払を受ける者の個人番号 受給者の個人番号 MYNUMBER',
  dependantNumber:
    '家族マイナンバー 家族のマイナンバー 家族個人番号 家族の個人番号 扶養親族マイナンバー 扶養親族個人番号 扶養親族の個人番号 扶養親族等個人番号 扶養親族等の個人番号 被扶養者マイナンバー 被扶養者個人番号 被扶養者の個人番号',
  corporateNumber: '法人番号 支払先法人番号 取引先法人番号',
  eitherNumber:
    '個人番号又は法人番号 個人番号または法人番号 個人番号法人番号 マイナンバー又は法人番号 マイナンバーまたは法人番号 マイナンバー法人番号 法人番号又は個人番号 支払を受ける者の個人番号又は法人番号',
  entity: '区分 個人法人区分 法人個人区分 個人法人 法人個人 個人法人の別 支払先区分 取引先区分 事業者区分',
  relation: '続柄 家族続柄 本人との続柄 従業員との続柄 あなたとの続柄 扶養親族続柄 被扶養者続柄',
  paidAmount: '年間支払額 支払金額 支払額 年間支払金額 支払金額合計 支払合計',
} as const;

/** A column whose header ends so is a purpose, ticked or not. */
export const PURPOSE_SUFFIX = '事務';

/** Words that the names of one purpose have in one product and not in the next, and numerals written in kanji. */
export const PURPOSE_FILLERS = '関係 の 等 および 及び';
export const PURPOSE_NUMERALS: readonly (readonly [string, string])[] = [['三', '3']];

/** Names of purposes beside those of the closed list itself. */
export const PURPOSE_HEADERS = [
  ['wage-withholding', '源泉徴収票作成事務 給与所得の源泉徴収票作成事務 退職所得の源泉徴収票作成事務 源泉徴収事務'],
  ['health-pension', '健康保険届出事務 厚生年金保険届出事務 社会保険届出事務 健康保険厚生年金届出事務'],
  ['third-category-spouse', '第3号被保険者届出事務 国民年金第3号届出事務'],
  ['remuneration-report', '支払調書作成事務 報酬料金の支払調書作成事務 報酬料金契約金賞金の支払調書作成事務'],
  ['rent-report', '不動産の使用料の支払調書作成事務 不動産使用料の支払調書作成事務'],
] as const;

/** Compared after NFKC and in lower case, as all words of cells. */
export const TICKED = '1 ○ 〇 ◯ ● レ ✓ ✔ 有 はい yes y true';

export const ENTITY_WORDS = {
  individual: '個人 個人事業主 個人事業者 個人事業 自然人',
  company: '法人 会社 法人等 団体',
} as const;

/** Marks of a company or another body in a name. */
export const COMPANY_MARKS =
  '株式会社 有限会社 合同会社 合名会社 合資会社 一般社団法人 公益社団法人 一般財団法人 公益財団法人 医療法人 学校法人 宗教法人 社会福祉法人 特定非営利活動法人 税理士法人 弁護士法人 司法書士法人 行政書士法人 社会保険労務士法人 協同組合 (株) (有) (同)';

/** What people type into a cell that has nothing to say. */
export const EMPTY_WORDS = '- ー ― なし 無し 無 未提出 未回収 未取得 未提供 該当なし n/a na null';

/** Words beside a header that say nothing about the column. A longer one stands before those it begins or ends with. */
export const HEADER_MARKS = '入力必須 必須 任意';

/** In the column of relationships: the row is the employee's own. */
export const SELF_WORDS = '本人 世帯主本人 従業員本人';
