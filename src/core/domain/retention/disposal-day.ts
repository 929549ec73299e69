import type { CivilDate } from '../date/civil-date.ts';
import { addDays, civilDateOf, partsOf } from '../date/civil-date.ts';

/** The day of the year on which the business destroys what is due. Once a year is enough (PPC); 29 February is 28 February in a common year. */
export interface DisposalDay {
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** The last day of a fiscal year that is the calendar year. */
export const USUAL_DISPOSAL_DAY: DisposalDay = { month: 12, day: 31 };

const inYear = ({ month, day }: DisposalDay, year: number): CivilDate => {
  for (let of = day; of > 0; of -= 1) {
    const date = civilDateOf({ year, month, day: of });
    if (date.ok) return date.value;
  }
  throw new RangeError('a disposal day that no month has');
};

/** The first disposal day on or after a day. */
export const nextDisposalDay = (day: DisposalDay, from: CivilDate): CivilDate => {
  const { year } = partsOf(from);
  const here = inYear(day, year);
  return here >= from ? here : inYear(day, year + 1);
};

/** When a number that is kept until a day is destroyed: on the first disposal day after it. */
export const disposedOn = (day: DisposalDay, keptUntil: CivilDate): CivilDate => nextDisposalDay(day, addDays(keptUntil, 1));
