import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import { isFormula } from '../text/formula.ts';
import type { CivilDate } from './civil-date.ts';
import { civilDateOf } from './civil-date.ts';
import { DATE_MARKS, ERAS } from './era.data.ts';
import { dateOfEra, findEra } from './era.ts';

/** How the year was written. The words are stored: never rename one. */
export const CALENDARS = ['western', 'japanese'] as const;

export type Calendar = (typeof CALENDARS)[number];

/** A date and the words it was given in: what a person wrote is kept, because forms and disputes quote it. */
export interface WrittenDate {
  readonly date: CivilDate;
  /** As written, outer spaces removed. At most 40 characters. */
  readonly written: string;
  readonly calendar: Calendar;
}

export type WrittenDateProblem =
  | { readonly type: 'Empty' }
  | { readonly type: 'Formula' }
  | { readonly type: 'NotADate' }
  /** 30 February, month 13. */
  | { readonly type: 'NoSuchDay' }
  /** The era did not reign then; `date` is the day if its years were counted on. */
  | { readonly type: 'EraOutOfRange'; readonly date: CivilDate }
  /** A western year before 1873 or after 2199: a slip of the finger, or another calendar. */
  | { readonly type: 'YearOutOfRange'; readonly year: number };

const MAX_LENGTH = 40;
const FIRST_YEAR = 1873;
const LAST_YEAR = 2199;

const { first, year: YEAR, month: MONTH, day: DAY, western } = DATE_MARKS;
const ERA_NAMES = ERAS.flatMap((era) => [era.label, era.short, era.letter, era.letter.toLowerCase()]).join('|');
/** Groups 3 and 4, or 6 and 7, are month and day; group 5 is the mark that must come twice. */
const TAIL = `(?:${YEAR}([0-9]{1,2})${MONTH}([0-9]{1,2})${DAY}|([-./\u30fb])([0-9]{1,2})\\5([0-9]{1,2}))`;

/** A spreadsheet adds midnight to a date; any other time of day says that the cell is no plain date. */
const MIDNIGHT = /(?:\s+|T)0{1,2}:00(?::00(?:\.0+)?)?$/i;
const WESTERN = new RegExp(`^(?:${western})?()([0-9]{4})${TAIL}$`);
const JAPANESE = new RegExp(`^(${ERA_NAMES})(${first}|[0-9]{1,2})${TAIL}$`);
const WESTERN_COMPACT = /^()([0-9]{4})([0-9]{2})([0-9]{2})$/;
const JAPANESE_COMPACT = /^([MTSHR])([0-9]{2})([0-9]{2})([0-9]{2})$/i;

interface Reading {
  readonly era: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const read = (text: string): Reading | null => {
  const found =
    WESTERN.exec(text) ?? JAPANESE.exec(text) ?? WESTERN_COMPACT.exec(text) ?? JAPANESE_COMPACT.exec(text);
  if (found === null) return null;
  return {
    era: found[1] ?? '',
    year: found[2] === first ? 1 : Number(found[2]),
    month: Number(found[3] ?? found[6]),
    day: Number(found[4] ?? found[7]),
  };
};

const dateOf = ({ era, year, month, day }: Reading): Result<CivilDate, WrittenDateProblem> => {
  if (era !== '') {
    const code = findEra(era);
    return code === null ? err({ type: 'NotADate' }) : dateOfEra({ era: code, year, month, day });
  }
  if (year < FIRST_YEAR || year > LAST_YEAR) return err({ type: 'YearOutOfRange', year });
  return civilDateOf({ year, month, day });
};

/**
 * Reads a date as people and payroll programs write it: Japanese eras as two characters, one, a square sign or a
 * letter, with the year, month and day characters or with . / -; western years of four digits, likewise or as
 * eight digits. Full width and spaces are folded. Years of two digits without an era, and day-month-year, are
 * refused: a guess would be right too often to be noticed when it is wrong.
 */
export const parseWrittenDate = (text: string): Result<WrittenDate, WrittenDateProblem> => {
  const written = text.trim();
  if (written === '') return err({ type: 'Empty' });
  if (isFormula(written)) return err({ type: 'Formula' });
  if (written.length > MAX_LENGTH) return err({ type: 'NotADate' });
  const folded = written.normalize('NFKC').replace(MIDNIGHT, '').replace(/\s/g, '').replace(/[\u2010-\u2015\u2212]/g, '-');
  const reading = read(folded);
  if (reading === null) return err({ type: 'NotADate' });
  const date = dateOf(reading);
  if (!date.ok) return date;
  return ok({ date: date.value, written, calendar: reading.era === '' ? 'western' : 'japanese' });
};
