import type { WrittenDate } from '../date/written-date.ts';
import type { PersonId } from '../ids.ts';
import type { CorporateNumber } from '../number/corporate-number.ts';
import type { PersonKind } from './person-kind.ts';
import type { PurposeCode } from './purpose.ts';

/**
 * What is kept of a person beside the number. Plain data: it crosses to the worker and lies in person pages as JSON.
 * Texts that are not known are '', everything else that is not known is null.
 */
export interface PersonFields {
  readonly kind: PersonKind;
  /** 1 to 50 characters, as on the document. */
  readonly name: string;
  /** Full-width katakana, up to 100 characters. */
  readonly kana: string;
  /** Staff number or payee code, up to 20 characters; never the individual number. */
  readonly code: string;
  /** Of a dependant: the employee or the owner on whom it hangs. */
  readonly parentId: PersonId | null;
  /** Of a dependant, up to 10 characters. */
  readonly relationship: string;
  /** A company or other body: payees only. It has a corporate number and never an individual one. */
  readonly corporate: boolean;
  readonly corporateNumber: CorporateNumber | null;
  readonly birthDate: WrittenDate | null;
  /** Seven digits. */
  readonly postalCode: string;
  /** One line, up to 120 characters. */
  readonly address: string;
  /** First and last day of employment, contract or dependence; both inclusive. */
  readonly relationFrom: WrittenDate | null;
  readonly relationTo: WrittenDate | null;
  /** Without doubles, in the order of the closed list. */
  readonly purposes: readonly PurposeCode[];
}

export type PersonField = keyof PersonFields;

export const CODE_MAX = 20;
export const ADDRESS_MAX = 120;
