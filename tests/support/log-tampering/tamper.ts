import type { VerifyProblemType } from '../../../src/core/contract/verify-api.ts';
import type { LogPlan, RenderedRecord } from '../log-plan.ts';
import type { SeededRandom } from '../seeded-random.ts';

export interface Tampered {
  readonly file: Uint8Array<ArrayBuffer>;
  /** A checkpoint from before the tampering, where only that can show it. */
  readonly kept?: string;
  /** Problems of which at least one must be reported. */
  readonly expected: readonly VerifyProblemType[];
}

export interface TamperInput {
  readonly random: SeededRandom;
  readonly plan: LogPlan;
  readonly record: RenderedRecord;
}

/** Null: this record offers no place for it. */
export type Tamper = (input: TamperInput) => Tampered | null;
