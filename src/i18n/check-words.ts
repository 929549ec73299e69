import type { CheckId, Reason } from '../core/domain/diagnosis/checks.ts';

/** The figures of a finding as a sentence takes them: written already, '' where there is none. */
export interface Told {
  readonly count: string;
  readonly total: string;
  /** '1.2GB' */
  readonly size: string;
  readonly seconds: string;
  readonly when: string;
  readonly name: string;
}

export type Said = string | ((told: Told) => string);

/** A check: what is looked at, and one sentence for whatever may be found. */
export type CheckWords = { readonly [C in CheckId]: { readonly title: string; readonly says: { readonly [R in Reason<C>]: Said } } };
