import type { ImportField } from '../../core/domain/import/import-field.ts';

export const importFields: Record<ImportField, string> = {
  name: 'name',
  kana: 'reading',
  code: 'code',
  parentCode: 'staff number',
  relationship: 'relationship',
  corporateNumber: 'corporate number',
  birthDate: 'date of birth',
  postalCode: 'postal code',
  address: 'address',
  relationFrom: 'first day',
  relationTo: 'last day',
  purposes: 'purposes',
  number: 'number',
};
