import type { SeededRandom } from '../../support/seeded-random.ts';

/**
 * Something that reads what a stranger wrote. One run: the name of the outcome. A forgery that was accepted, or an answer that is no
 * answer, throws; so does a defect.
 */
export interface FuzzTarget {
  readonly name: string;
  /** Of all runs together: dear targets get fewer. */
  readonly weight: number;
  readonly run: (random: SeededRandom) => Promise<string>;
}

/** Thrown where something was accepted that must not be. */
export const accepted = (what: string): never => {
  throw new Error(`ACCEPTED: ${what}`);
};
