import type { EntityType } from '../../core/domain/person/entity-type.ts';

const types: Record<EntityType, string> = {
  sole: '個人事業主',
  realtor: '個人事業主（不動産の売買や貸付が主）',
  company: '法人',
};
const typeHints: Record<EntityType, string> = {
  sole: '店、農業、フリーランスなど',
  realtor: '不動産の支払調書を出す人',
  company: '株式会社、合同会社、一般社団法人など',
};

export const business = {
  label: '金庫の名前',
  labelHint: '店や会社の名前。鍵を開ける前の画面にも出ます。知られたくないときは「店の金庫」などでかまいません。',
  type: '事業の形',
  types,
  typeHints,
  paysSalary: '給与を払う人がいますか',
  paysSalaryHint: '従業員、専従者、アルバイトなど、ひとりでもいれば「はい」。',
  yes: 'はい',
  no: 'いいえ',
};
