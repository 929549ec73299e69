import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';

/** A day in Japan, 'YYYY-MM-DD', years 0001 to 9999, proleptic Gregorian. Sorts as text. */
export type CivilDate = string & { readonly dateOf: 'civil' };

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export type CivilDateProblem = { readonly type: 'NotADate' } | { readonly type: 'NoSuchDay' };

const SHAPE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const DAY_MS = 86_400_000;
/** Japan Standard Time has had no summer time since 1951; every time kept here is later. */
const TOKYO_AHEAD_MS = 9 * 3_600_000;

/** Of all that a CivilDate can name. */
export const LAST_YEAR = 9999;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

const isDay = ({ year, month, day }: DateParts): boolean =>
  year >= 1 && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

// The only place where a text becomes a CivilDate; the caller has checked that the day exists.
const write = ({ year, month, day }: DateParts): CivilDate => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;

/** The day of a year, month and day, or NoSuchDay for 30 February and the like. Whole numbers are the caller's duty. */
export const civilDateOf = (parts: DateParts): Result<CivilDate, { readonly type: 'NoSuchDay' }> =>
  isDay(parts) ? ok(write(parts)) : err({ type: 'NoSuchDay' });

/** Strict 'YYYY-MM-DD'. What people write goes through parseWrittenDate. */
export const parseCivilDate = (text: string): Result<CivilDate, CivilDateProblem> => {
  const found = SHAPE.exec(text);
  if (found === null) return err({ type: 'NotADate' });
  return civilDateOf({ year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) });
};

export const isCivilDate = (value: unknown): value is CivilDate => typeof value === 'string' && parseCivilDate(value).ok;

export const partsOf = (date: CivilDate): DateParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

/** Negative when a is earlier, 0 for the same day. */
export const compareCivilDates = (a: CivilDate, b: CivilDate): number => (a < b ? -1 : Number(a > b));

/** Days since 1970-01-01. Counts from 1 March, so that the leap day ends the year; 146,097 days make 400 years. */
export const dayNumberOf = (date: CivilDate): number => {
  const { year, month, day } = partsOf(date);
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
};

/** The inverse of dayNumberOf. Outside the years 1 to 9999 it throws: no date of ours lies there. */
export const dateOfDayNumber = (dayNumber: number): CivilDate => {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const parts = { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
  if (!isDay(parts)) throw new RangeError('day number outside the years 1 to 9999');
  return write(parts);
};

export const addDays = (date: CivilDate, days: number): CivilDate => dateOfDayNumber(dayNumberOf(date) + days);

/** Whole days from a to b; negative when b is earlier. */
export const daysBetween = (a: CivilDate, b: CivilDate): number => dayNumberOf(b) - dayNumberOf(a);

/**
 * The same day of another year. 29 February in a common year becomes 28 February: where the day does not exist,
 * a period ends on the last day of the month (Civil Code art. 143(2)).
 */
export const addYears = (date: CivilDate, years: number): CivilDate => {
  const { year, month, day } = partsOf(date);
  const parts = { year: year + years, month, day: Math.min(day, daysInMonth(year + years, month)) };
  if (!isDay(parts)) throw new RangeError('year outside 1 to 9999');
  return write(parts);
};

const FIRST_DAY = dayNumberOf(write({ year: 1, month: 1, day: 1 }));
const LAST_DAY = dayNumberOf(write({ year: LAST_YEAR, month: 12, day: 31 }));

/**
 * The day it is in Tokyo at a time in UTC ms. Whatever a file or a clock says of itself can be shown: what lies outside the years 1 to 9999
 * is the first or the last day of them.
 */
export const tokyoDateOf = (ms: number): CivilDate =>
  dateOfDayNumber(Math.min(LAST_DAY, Math.max(FIRST_DAY, Math.floor((ms + TOKYO_AHEAD_MS) / DAY_MS))));

/** UTC ms of the moment the day begins in Tokyo. */
export const startOfDayMs = (date: CivilDate): number => dayNumberOf(date) * DAY_MS - TOKYO_AHEAD_MS;

/** UTC ms of the moment the day ends in Tokyo, the first of the next. The last day of all has no end: what lies behind it counts as in it. */
export const endOfDayMs = (date: CivilDate): number => {
  const dayNumber = dayNumberOf(date);
  return dayNumber === LAST_DAY ? Number.POSITIVE_INFINITY : (dayNumber + 1) * DAY_MS - TOKYO_AHEAD_MS;
};
