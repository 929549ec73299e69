import { isCivilDate } from '../../core/domain/date/civil-date.ts';
import { ERAS } from '../../core/domain/date/era.data.ts';
import { calendarDay, calendarMoment } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'];

const yearText = ({ year, era }: CalendarDay): string => {
  if (era === null) return `${year}年`;
  const label = ERAS.find((one) => one.code === era.era)?.label ?? '';
  return `${label}${era.year === 1 ? '元' : era.year}年（${year}年）`;
};
const monthDayText = ({ month, day }: CalendarDay): string => `${month}月${day}日`;
const dayText = (day: CalendarDay): string => yearText(day) + monthDayText(day);
const civil = (text: string, write: (day: CalendarDay) => string): string =>
  isCivilDate(text) ? write(calendarDay(text)) : text;

/** A year in both calendars, a day, a time, and what is counted: each stays in one line. */
const WHOLE = new RegExp(`((?:${ERAS.map(({ label }) => label).join('|')})(?:元|\\d+)年（\\d+年）|\\d+月\\d+日|\\d+:\\d\\d|[\\d,]+(?:か所|文字|日前|人|件|回|桁|分|秒))`);

/** Dates always in both calendars: 令和8年（2026年）11月22日. Moments are UTC milliseconds, read as Tokyo time. */
export const dates = {
  /** 'YYYY-MM-DD'; anything else comes back as it is. */
  date: (text: string): string => civil(text, dayText),
  /** 11月22日, where the year is plain from what stands around it. */
  year: (text: string): string => civil(text, yearText),
  /** Year and day, to stand under one another in a narrow column. */
  inLines: (text: string): readonly string[] => (isCivilDate(text) ? [yearText, monthDayText].map((write) => write(calendarDay(text))) : [text]),
  day: (ms: number): string => dayText(calendarMoment(ms).day),
  dayWithWeekday: (ms: number): string => {
    const { day } = calendarMoment(ms);
    return `${dayText(day)} ${WEEKDAYS[day.weekday] ?? ''}曜日`;
  },
  dayTime: (ms: number): string => {
    const { day, clock } = calendarMoment(ms);
    return `${dayText(day)} ${clock}`;
  },
  /** 11月22日 14:02, for rows of one year. */
  shortTime: (ms: number): string => {
    const { day, clock } = calendarMoment(ms);
    return `${monthDayText(day)} ${clock}`;
  },
  /** A text as pieces: every second one is not to be broken. */
  pieces: (text: string): readonly string[] => text.split(WHOLE),
  clock: (ms: number): string => calendarMoment(ms).clock,
  daysAgo: (days: number): string => (days <= 0 ? 'きょう' : days === 1 ? 'きのう' : `${days}日前`),
  daysLeft: (days: number): string => (days < 0 ? `${-days}日すぎています` : days === 0 ? 'きょうまで' : `あと${days}日`),
  /** 4分30秒, 45秒, 5分. */
  span: (seconds: number): string => {
    const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
    return minutes === 0 ? `${rest}秒` : rest === 0 ? `${minutes}分` : `${minutes}分${rest}秒`;
  },
};
