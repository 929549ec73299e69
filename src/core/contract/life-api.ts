import type { AskGuard } from '../domain/ask/ask-guard.ts';
import type { AskingState, Refusal, RequestWay } from '../domain/ask/number-request.ts';
import type { CivilDate } from '../domain/date/civil-date.ts';
import type { Destination } from '../domain/filing/destination.ts';
import type { FilingCode } from '../domain/filing/filing.ts';
import type { IdentityCheck } from '../domain/identity/identity-check.ts';
import type { WhoChecks } from '../domain/identity/who-checks.ts';
import type { PersonId } from '../domain/ids.ts';
import type { NumberStage } from '../domain/life/number-stage.ts';
import type { PersonLife } from '../domain/life/person-life.ts';
import type { Keeping } from '../domain/retention/retention.ts';
import type { VaultResult } from './errors.ts';

/** What happened to a person's number, and what follows from it by the rules of RULES_AS_OF. Never the number itself. */
export interface LifeView {
  readonly stage: NumberStage;
  readonly life: PersonLife;
  readonly asking: AskingState;
  readonly whoChecks: WhoChecks;
  /** Why the number may not be asked for; null: it may. */
  readonly guard: AskGuard | null;
  /** What is kept with the number and how long, the longest first. */
  readonly keepings: readonly Keeping[];
  /** The first day on which the number may not be kept any longer; null: the relation lasts, or a filing is still to be made. */
  readonly dueFrom: CivilDate | null;
  /** The day by which it is judged: today in Tokyo, or the last day that is not in doubt. */
  readonly asOf: CivilDate;
}

/** A filing a number is written on. */
export interface UseInput {
  readonly personId: PersonId;
  readonly filing: FilingCode;
  /** The year it is of (年分). */
  readonly year: number;
  readonly destination: Destination;
}

/** Everything here is recorded as of the day in Tokyo, but for checks, which say their own. */
export interface LifeApi {
  /** Errors: NotFound. */
  readonly viewLife: (id: PersonId) => VaultResult<LifeView>;
  /**
   * Records that numbers were asked for, one entry a person. Errors: NotFound; InvalidInput (field personIds: OutOfRange, or Guarded where
   * one of them may not be asked).
   */
  readonly askForNumbers: (input: { readonly personIds: readonly PersonId[]; readonly way: RequestWay; readonly explained: boolean }) => VaultResult<null>;
  /** Records the answer to the last asking. Errors: NotFound; InvalidInput (field personId: NotAsked). */
  readonly refuseNumber: (input: { readonly personId: PersonId; readonly reason: Refusal }) => VaultResult<LifeView>;
  /** Records that the purposes of each were told, by paper, mail or notice. Errors: NotFound; InvalidInput (field personIds: OutOfRange). */
  readonly giveNotice: (personIds: readonly PersonId[]) => VaultResult<null>;
  /**
   * The number for a filing: its entry, with filing, year and destination, is stored before the digits are returned. What may be kept with the
   * filing is kept from then on. Errors: NotFound, NumberMissing; NotAllowed (the filing is of none of the purposes the person was registered
   * for, or does not go there); InvalidInput (field year: OutOfRange).
   */
  readonly useNumber: (input: UseInput) => VaultResult<{ readonly digits: string; readonly view: LifeView }>;
  /** Records a check. Errors: NotFound, NumberMissing; InvalidInput (field check: a CheckProblemType for each that is wrong). */
  readonly recordCheck: (input: { readonly personId: PersonId; readonly check: IdentityCheck }) => VaultResult<LifeView>;
}
