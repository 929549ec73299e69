import { isCivilDate } from '../../core/domain/date/civil-date.ts';
import { calendarDay, calendarMoment } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import type { Messages } from '../messages.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const WHOLE = new RegExp(`(\\d{1,2} (?:${MONTHS.join('|')})(?: \\d{4})?|\\([A-Z][a-z]+ \\d+\\)|\\d+:\\d\\d)`);

const eraText = ({ era }: CalendarDay): string =>
  era === null ? '' : ` (${era.era.charAt(0).toUpperCase()}${era.era.slice(1)} ${era.year})`;
const monthDayText = ({ month, day }: CalendarDay): string => `${day} ${MONTHS[month - 1] ?? ''}`;
const dayText = (day: CalendarDay): string => `${monthDayText(day)} ${day.year}${eraText(day)}`;
const civil = (text: string, write: (day: CalendarDay) => string): string =>
  isCivilDate(text) ? write(calendarDay(text)) : text;
const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

export const dates = {
  date: (text: string): string => civil(text, dayText),
  year: (text: string): string => civil(text, (day) => `${day.year}${eraText(day)}`),
  inLines: (text: string): readonly string[] => {
    if (!isCivilDate(text)) return [text];
    const day = calendarDay(text);
    // The space is kept where both stand in one line.
    return [`${monthDayText(day)} `, `${day.year}${eraText(day)}`];
  },
  day: (ms: number): string => dayText(calendarMoment(ms).day),
  dayWithWeekday: (ms: number): string => {
    const { day } = calendarMoment(ms);
    return `${WEEKDAYS[day.weekday] ?? ''}, ${dayText(day)}`;
  },
  dayTime: (ms: number): string => {
    const { day, clock } = calendarMoment(ms);
    return `${dayText(day)}, ${clock}`;
  },
  shortTime: (ms: number): string => {
    const { day, clock } = calendarMoment(ms);
    return `${monthDayText(day)}, ${clock}`;
  },
  pieces: (text: string): readonly string[] => text.split(WHOLE),
  clock: (ms: number): string => calendarMoment(ms).clock,
  daysAgo: (days: number): string => (days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`),
  daysLeft: (days: number): string =>
    days < 0 ? `${count(-days, 'day')} overdue` : days === 0 ? 'until today' : `${count(days, 'day')} left`,
  span: (seconds: number): string => {
    const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
    if (minutes === 0) return count(rest, 'second');
    return rest === 0 ? count(minutes, 'minute') : `${count(minutes, 'minute')} ${count(rest, 'second')}`;
  },
} satisfies Messages['dates'];
