import type { ImportField } from '../../core/domain/import/import-field.ts';

export const importFields: Record<ImportField, string> = {
  name: '氏名',
  kana: 'フリガナ',
  code: 'コード',
  parentCode: '従業員番号',
  relationship: '続柄',
  corporateNumber: '法人番号',
  birthDate: '生年月日',
  postalCode: '郵便番号',
  address: '住所',
  relationFrom: '始まりの日',
  relationTo: '終わりの日',
  purposes: '利用目的',
  number: 'マイナンバー',
};
