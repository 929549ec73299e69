import type { PaymentCode } from '../ask/ask-guard.ts';
import type { NumberRequest } from '../ask/number-request.ts';
import type { CivilDate } from '../date/civil-date.ts';
import type { Destination } from '../filing/destination.ts';
import type { FilingCode } from '../filing/filing.ts';
import type { IdentityCheck } from '../identity/identity-check.ts';
import type { PurposeCode } from '../person/purpose.ts';
import type { Paper } from '../retention/retention.ts';

/** A notice of purposes that was given to a person or published. */
export interface PurposeNotice {
  readonly on: CivilDate;
  readonly purposes: readonly PurposeCode[];
}

/** A number written on a filing. The newest of one filing, year and destination: the record has all of them. */
export interface NumberUse {
  readonly filing: FilingCode;
  /** The year it is of (年分). */
  readonly year: number;
  readonly destination: Destination;
  readonly on: CivilDate;
}

/** A filing that is still to be made, with the number, although the relation has ended. */
export interface PendingFiling {
  readonly filing: FilingCode;
  readonly year: number;
  readonly dueOn: CivilDate;
}

/** A number that was given and sent back: no number any more, and to be asked for anew. */
export interface ReturnedNumber {
  readonly on: CivilDate;
  /** Why, of a closed list. */
  readonly reason: ReturnReason;
}

export const RETURN_REASONS = ['digits', 'other-person', 'documents', 'other'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** What happened to a person's number, as facts: where it stands is derived from them and the day. */
export interface PersonLife {
  readonly requests: readonly NumberRequest[];
  readonly notices: readonly PurposeNotice[];
  readonly checks: readonly IdentityCheck[];
  readonly returned: ReturnedNumber | null;
  readonly uses: readonly NumberUse[];
  readonly papers: readonly Paper[];
  readonly pending: readonly PendingFiling[];
  /** Of a payee: what is paid, and whether the year's sum is sure to stay small. */
  readonly payment: { readonly code: PaymentCode; readonly staysBelow: boolean } | null;
  /** The last pay after the end of the relation; null: not said. */
  readonly lastPay: CivilDate | null;
  /** The day on which the number was destroyed while the person stays; null: it was not. */
  readonly destroyedOn: CivilDate | null;
}

export const NO_LIFE: PersonLife = {
  requests: [],
  notices: [],
  checks: [],
  returned: null,
  uses: [],
  papers: [],
  pending: [],
  payment: null,
  lastPay: null,
  destroyedOn: null,
};

/** How many of each a record keeps; the record of acts has all. What is older than these decides nothing any more. */
export const LIFE_LIMITS = { requests: 20, notices: 8, checks: 4, uses: 60, papers: 60, pending: 8 } as const;
