import type { CivilDate, DateParts } from '../core/domain/date/civil-date.ts';
import { dayNumberOf, partsOf, startOfDayMs, tokyoDateOf } from '../core/domain/date/civil-date.ts';
import type { EraYear } from '../core/domain/date/era.ts';
import { eraYearOf } from '../core/domain/date/era.ts';

/** A civil date taken apart for writing it in words. Weekday 0 is Sunday. */
export interface CalendarDay extends DateParts {
  readonly era: EraYear | null;
  readonly weekday: number;
}

export const calendarDay = (date: CivilDate): CalendarDay => ({
  ...partsOf(date),
  era: eraYearOf(date),
  // 1970-01-01, day 0, was a Thursday.
  weekday: (((dayNumberOf(date) + 4) % 7) + 7) % 7,
});

export interface CalendarMoment {
  readonly day: CalendarDay;
  /** 24-hour clock of Tokyo, '9:05'. */
  readonly clock: string;
}

const MINUTES_PER_DAY = 1440;

/** UTC milliseconds as Tokyo reads them, whatever zone the device is set to. */
export const calendarMoment = (ms: number): CalendarMoment => {
  const date = tokyoDateOf(ms);
  // Days are shown up to the year 9999, and times may lie behind it.
  const minutes = Math.floor((ms - startOfDayMs(date)) / 60_000) % MINUTES_PER_DAY;
  return { day: calendarDay(date), clock: `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}` };
};
