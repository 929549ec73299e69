import type { PersonId } from '../domain/ids.ts';
import type { RevealReason } from '../domain/reveal/reason.ts';
import type { VaultResult } from './errors.ts';
import type { OldKeys } from './person-api.ts';

export interface EnterNumberInput {
  readonly personId: PersonId;
  /** As typed or pasted; hyphens and full-width digits are accepted. */
  readonly text: string;
  /** The second typing. Null when the first was pasted. */
  readonly again: string | null;
  /** Another number is kept for the person already: the new one takes its place (番号変更). */
  readonly replaces: boolean;
  /** The person named by SameNumber, once the user has said that both rows are one human with two relations. */
  readonly sameAs: PersonId | null;
}

export interface ReasonView {
  readonly reason: RevealReason | null;
  /** UTC ms until which the reason serves without being asked again. */
  readonly until: number | null;
}

export interface NumberApi {
  /**
   * Stores the number of a person. Errors: InvalidInput (field text: NotDigits, NotTwelveDigits, AllZero, CheckDigit;
   * field again: Different; field personId: Corporate; field replaces: AlreadyKept), SameNumber, RehearsalMissing.
   * With `sameAs` the comparison with that person's number is in the record beside the number itself.
   */
  readonly enterNumber: (input: EnterNumberInput) => VaultResult<null>;
  /** The entry is stored before the digits are returned. Twelve digits; the only plaintext that leaves the worker. */
  readonly revealNumber: (input: {
    readonly personId: PersonId;
    /** Null uses the reason that still serves; ReasonExpired when none does. */
    readonly reason: RevealReason | null;
  }) => VaultResult<{ readonly digits: string; readonly reason: ReasonView }>;
  readonly viewReason: () => VaultResult<ReasonView>;
  /** Compared in the worker; the entry says that a match was tried, and how it came out. */
  readonly matchNumber: (input: { readonly personId: PersonId; readonly text: string }) => VaultResult<{ readonly matches: boolean }>;
  /**
   * 「同じ人です」 for a person entered twice: `drop` is cancelled, its dependants hang on `keep`. Both of one kind, else NotAllowed:
   * staff who are payees too keep two rows. `keep` has the number, or neither has one; else NotAllowed. Where both have one, the record says before
   * the answer that they were compared. Errors: NotFound, NotAllowed, ChangedMeanwhile.
   */
  readonly mergePersons: (input: { readonly keep: PersonId; readonly drop: PersonId }) => VaultResult<{ readonly oldKeys: OldKeys }>;
}
