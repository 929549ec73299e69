import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import {
  addDays,
  addYears,
  civilDateOf,
  compareCivilDates,
  dateOfDayNumber,
  dayNumberOf,
  daysBetween,
  isCivilDate,
  parseCivilDate,
  endOfDayMs,
  startOfDayMs,
  tokyoDateOf,
} from '../../../../src/core/domain/date/civil-date.ts';

const date = (text: string): CivilDate => {
  const parsed = parseCivilDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

const FIRST = dayNumberOf(date('0001-01-01'));
const LAST = dayNumberOf(date('9999-12-31'));
const dayNumbers = fc.integer({ min: FIRST, max: LAST });

describe('civil date', () => {
  test.each(['2000-02-29', '2024-02-29', '1900-02-28', '0001-01-01', '9999-12-31', '2026-11-30'])('%s is a day', (text) => {
    expect(isCivilDate(text)).toBe(true);
  });

  test.each([
    ['1900-02-29', 'NoSuchDay'],
    ['2023-02-29', 'NoSuchDay'],
    ['2026-11-31', 'NoSuchDay'],
    ['2026-13-01', 'NoSuchDay'],
    ['2026-00-10', 'NoSuchDay'],
    ['2026-01-00', 'NoSuchDay'],
    ['0000-01-01', 'NoSuchDay'],
    ['2026-1-1', 'NotADate'],
    ['20260101', 'NotADate'],
    ['２０２６-01-01', 'NotADate'],
    ['2026-01-01T00:00', 'NotADate'],
  ])('%s is refused: %s', (text, type) => {
    expect(parseCivilDate(text)).toEqual({ ok: false, error: { type } });
    expect(isCivilDate(text)).toBe(false);
  });

  test('day numbers agree with the platform calendar over all days', () => {
    fc.assert(
      fc.property(dayNumbers, (day) => {
        const expected = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(dateOfDayNumber(day)).toBe(expected);
        return dayNumberOf(date(expected)) === day;
      }),
      { numRuns: 2000 },
    );
  });

  test('months end where the platform calendar ends them', () => {
    for (const year of [1900, 2000, 2023, 2024])
      for (let month = 1; month <= 12; month += 1)
        for (let day = 27; day <= 32; day += 1) {
          const exists = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
          expect(civilDateOf({ year, month, day }).ok, `${year}-${month}-${day}`).toBe(exists);
        }
  });

  test('outside the years 1 to 9999 it throws', () => {
    expect(() => dateOfDayNumber(FIRST - 1)).toThrow(RangeError);
    expect(() => addDays(date('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addYears(date('9999-12-31'), 1)).toThrow(RangeError);
  });

  test('adding days and counting them are inverse, and order follows', () => {
    fc.assert(
      fc.property(dayNumbers, dayNumbers, (a, b) => {
        const [from, to] = [dateOfDayNumber(a), dateOfDayNumber(b)];
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        return Math.sign(compareCivilDates(from, to)) === Math.sign(a - b);
      }),
    );
  });

  test('29 February of a common year is its 28th', () => {
    expect(addYears(date('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(date('2024-02-29'), 4)).toBe('2028-02-29');
    expect(addYears(date('2027-01-11'), 7)).toBe('2034-01-11');
    expect(civilDateOf({ year: 2025, month: 2, day: 29 })).toEqual({ ok: false, error: { type: 'NoSuchDay' } });
  });

  test('the day changes in Tokyo at 15:00 UTC', () => {
    expect(tokyoDateOf(Date.UTC(2026, 10, 22, 14, 59, 59, 999))).toBe('2026-11-22');
    expect(tokyoDateOf(Date.UTC(2026, 10, 22, 15))).toBe('2026-11-23');
    expect(tokyoDateOf(0)).toBe('1970-01-01');
    expect(tokyoDateOf(-9 * 3_600_000 - 1)).toBe('1969-12-31');
    expect(startOfDayMs(date('2026-11-23'))).toBe(Date.UTC(2026, 10, 22, 15));
    expect(endOfDayMs(date('2026-11-23'))).toBe(Date.UTC(2026, 10, 23, 15));
    expect(endOfDayMs(date('9999-12-30'))).toBe(startOfDayMs(date('9999-12-31')));
    // Whatever is shown as the last day is found in it.
    expect(endOfDayMs(date('9999-12-31'))).toBe(Number.POSITIVE_INFINITY);
  });

  test('agrees with Intl for Asia/Tokyo', () => {
    const intl = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2199, 0, 1) }), (ms) => tokyoDateOf(ms) === intl.format(ms)),
    );
  });
});
