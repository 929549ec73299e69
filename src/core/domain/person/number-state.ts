import type { CivilDate } from '../date/civil-date.ts';

/**
 * Where the number of a person stands. Derived each time from facts and the date, never stored: a stored state
 * would be wrong the day after. 'corporate': a company, which has a public number and no individual one.
 */
export const NUMBER_STATES = ['not-asked', 'kept', 'use-ended', 'corporate'] as const;

export type NumberState = (typeof NUMBER_STATES)[number];

export interface NumberFacts {
  readonly hasNumber: boolean;
  readonly corporate: boolean;
  /** The last day of the relation, null while it lasts. */
  readonly relationTo: CivilDate | null;
  /** Today in Tokyo. */
  readonly today: CivilDate;
}

/** The last day itself still counts as use. */
export const numberStateOf = ({ hasNumber, corporate, relationTo, today }: NumberFacts): NumberState => {
  if (corporate) return 'corporate';
  if (!hasNumber) return 'not-asked';
  return relationTo !== null && relationTo < today ? 'use-ended' : 'kept';
};
