import type { Business } from '../person/entity-type.ts';
import type { PersonKind } from '../person/person-kind.ts';
import type { PurposeCode } from '../person/purpose.ts';
import { purposesFor } from '../person/purpose.ts';
import type { RuleSource } from '../rules/rule-source.ts';
import { PAYMENT_THRESHOLDS } from './ask-guard.data.ts';

export type PaymentCode = (typeof PAYMENT_THRESHOLDS)[number]['code'];

export interface PaymentThreshold extends RuleSource {
  readonly code: PaymentCode;
  readonly purpose: PurposeCode;
  /** Per year; at or below, nothing is filed. */
  readonly yen: number;
  readonly label: string;
}

/** Assigned, so that the data is held to the shape. */
export const THRESHOLDS: readonly PaymentThreshold[] = PAYMENT_THRESHOLDS;

export const thresholdOf = (code: PaymentCode): PaymentThreshold => {
  const found = THRESHOLDS.find((threshold) => threshold.code === code);
  if (found === undefined) throw new RangeError(`no payment ${code}`);
  return found;
};

/** Somebody a number is about to be asked of. */
export interface Asked {
  readonly kind: PersonKind;
  readonly corporate: boolean;
  readonly purposes: readonly PurposeCode[];
  /** Of a payee: what is paid, and that the contract makes sure the year's sum stays at or below the threshold. */
  readonly payment: { readonly code: PaymentCode; readonly staysBelow: boolean } | null;
}

export type GuardType =
  /** A company's number is public: there is nothing to ask. */
  | 'company'
  /** A landlord, and a business that has no duty to report rents. */
  | 'landlord'
  | 'below-threshold'
  /** Family who stand on no declaration and no notice. */
  | 'no-dependant'
  /** Nothing is left that the number could be used for. */
  | 'no-purpose';

/** Why a number may not be asked for, with the rule that says so. */
export interface AskGuard extends RuleSource {
  readonly type: GuardType;
}

const NO_PURPOSE: RuleSource = { source: 'http://www.xn--pmark-or8h751e.com/mynumber/houteityousyo-2/', confidence: 'H' };
const COMPANY: RuleSource = { source: 'https://itc.jipdec.or.jp/event/1_ono.html', confidence: 'H' };
const LANDLORD: RuleSource = { source: 'https://tax-note.com/archives/1031', confidence: 'H' };
const FAMILY: RuleSource = { source: 'https://azumasr.jimdofree.com/', confidence: 'H' };

/** Null: it may be asked for. Asking without a need is itself against the law (番号法14条, 15条). */
export const guardOf = ({ kind, corporate, purposes, payment }: Asked, business: Business): AskGuard | null => {
  if (corporate) return { type: 'company', ...COMPANY };
  const allowed = purposesFor(kind, business).map(({ code }) => code);
  const usable = purposes.filter((code) => allowed.includes(code));
  if (purposes.includes('rent-report') && !allowed.includes('rent-report') && usable.length === 0) return { type: 'landlord', ...LANDLORD };
  if (kind === 'dependant' && usable.length === 0) return { type: 'no-dependant', ...FAMILY };
  if (usable.length === 0) return { type: 'no-purpose', ...NO_PURPOSE };
  if (payment?.staysBelow === true) {
    const threshold = thresholdOf(payment.code);
    if (usable.every((code) => code === threshold.purpose)) return { type: 'below-threshold', source: threshold.source, confidence: threshold.confidence };
  }
  return null;
};
