import type { Result } from '../result.ts';
import { err } from '../result.ts';
import type { CivilDate } from './civil-date.ts';
import { civilDateOf, partsOf } from './civil-date.ts';
import { DATE_MARKS, ERAS } from './era.data.ts';

export type EraCode = (typeof ERAS)[number]['code'];

export interface EraYear {
  readonly era: EraCode;
  /** 1 is the first year of the era, on screen and paper a character of its own. */
  readonly year: number;
}

export interface EraDate extends EraYear {
  readonly month: number;
  readonly day: number;
}

export type EraDateProblem =
  | { readonly type: 'NoSuchDay' }
  /** The era did not reign on that day. `date` is the day it would be if the era's years were counted on. */
  | { readonly type: 'EraOutOfRange'; readonly date: CivilDate };

/** The era whose name stands for a text: the two characters, the first of them, or the Latin letter in any case. */
export const findEra = (text: string): EraCode | null =>
  ERAS.find((era) => era.label === text || era.short === text || era.letter === text.toUpperCase())?.code ?? null;

/** Null before 1873-01-01, when the calendar was another. */
export const eraYearOf = (date: CivilDate): EraYear | null => {
  const era = ERAS.findLast((candidate) => candidate.from <= date && date <= candidate.until);
  return era === undefined ? null : { era: era.code, year: partsOf(date).year - era.firstYear + 1 };
};

/** The civil date of a date written in an era. */
export const dateOfEra = ({ era, year, month, day }: EraDate): Result<CivilDate, EraDateProblem> => {
  const found = ERAS.find((candidate) => candidate.code === era);
  if (found === undefined || year < 1) return err({ type: 'NoSuchDay' });
  const date = civilDateOf({ year: found.firstYear + year - 1, month, day });
  if (!date.ok) return date;
  const inRange = found.from <= date.value && date.value <= found.until;
  return inRange ? date : err({ type: 'EraOutOfRange', date: date.value });
};

/** The year a day lies in, as forms have it; before 1873 the western one. */
const formatYearOf = (date: CivilDate): string => {
  const found = eraYearOf(date);
  const label = ERAS.find((era) => era.code === found?.era)?.label ?? '';
  const shown = found === null ? String(partsOf(date).year) : found.year === 1 ? DATE_MARKS.first : String(found.year);
  return `${label}${shown}${DATE_MARKS.year}`;
};

/** A civil date in the Japanese calendar, as forms have it; before 1873 in the western one with the same marks. */
export const formatJapaneseDate = (date: CivilDate): string => {
  const { month, day } = partsOf(date);
  return `${formatYearOf(date)}${month}${DATE_MARKS.month}${day}${DATE_MARKS.day}`;
};

/** A whole year, by the era its last day lies in: 2019 is the first of Reiwa. Years 1 to 9999. */
export const formatJapaneseYear = (year: number): string => {
  const last = civilDateOf({ year, month: 12, day: 31 });
  return last.ok ? formatYearOf(last.value) : String(year);
};
