import type { IndividualNumber } from '../../src/core/domain/number/individual-number.ts';
import { individualCheckDigit } from '../../src/core/domain/number/individual-number.ts';
import type { PersonFields } from '../../src/core/domain/person/person.ts';

/** Persons and numbers of tests. Nobody is meant. */

/** The n-th synthetic number: it begins with 9000, which no resident is given, and its check digit is right. */
export const syntheticNumber = (n: number): IndividualNumber => {
  const body = `9000${String(n).padStart(7, '0')}`;
  return `${body}${individualCheckDigit(body)}` as IndividualNumber;
};

/** An employee of whom nothing is known but what `change` says. */
export const syntheticFields = (change: Partial<PersonFields> = {}): PersonFields => ({
  kind: 'employee',
  name: '佐藤　一郎',
  kana: 'サトウ　イチロウ',
  code: '',
  parentId: null,
  relationship: '',
  corporate: false,
  corporateNumber: null,
  birthDate: null,
  postalCode: '',
  address: '',
  relationFrom: null,
  relationTo: null,
  purposes: ['wage-withholding'],
  ...change,
});
