import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import { dateOfDayNumber, dayNumberOf, parseCivilDate, partsOf } from '../../../../src/core/domain/date/civil-date.ts';
import type { EraCode } from '../../../../src/core/domain/date/era.ts';
import { dateOfEra, eraYearOf, findEra, formatJapaneseDate } from '../../../../src/core/domain/date/era.ts';

const date = (text: string): CivilDate => {
  const parsed = parseCivilDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

describe('era', () => {
  test.each<[string, EraCode, number]>([
    ['1873-01-01', 'meiji', 6],
    ['1912-07-29', 'meiji', 45],
    ['1912-07-30', 'taisho', 1],
    ['1926-12-24', 'taisho', 15],
    ['1926-12-25', 'showa', 1],
    ['1989-01-07', 'showa', 64],
    ['1989-01-08', 'heisei', 1],
    ['2019-04-30', 'heisei', 31],
    ['2019-05-01', 'reiwa', 1],
    ['2026-11-22', 'reiwa', 8],
  ])('%s is %s %i', (text, era, year) => {
    expect(eraYearOf(date(text))).toEqual({ era, year });
  });

  test('before the Gregorian calendar there is no era year', () => {
    expect(eraYearOf(date('1872-12-31'))).toBeNull();
    expect(formatJapaneseDate(date('1872-12-31'))).toBe('1872年12月31日');
  });

  test.each<[EraCode, number, number, number, string]>([
    ['showa', 64, 1, 7, '1989-01-07'],
    ['heisei', 1, 1, 8, '1989-01-08'],
    ['heisei', 31, 4, 30, '2019-04-30'],
    ['reiwa', 1, 5, 1, '2019-05-01'],
    ['meiji', 45, 7, 30, '1912-07-30'],
    ['taisho', 1, 7, 30, '1912-07-30'],
    ['taisho', 15, 12, 25, '1926-12-25'],
    ['showa', 1, 12, 25, '1926-12-25'],
  ])('%s %i-%i-%i is %s', (era, year, month, day, expected) => {
    expect(dateOfEra({ era, year, month, day })).toEqual({ ok: true, value: expected });
  });

  test.each<[EraCode, number, number, number, string]>([
    ['showa', 64, 1, 8, '1989-01-08'],
    ['heisei', 1, 1, 7, '1989-01-07'],
    ['heisei', 31, 5, 1, '2019-05-01'],
    ['heisei', 35, 4, 1, '2023-04-01'],
    ['reiwa', 1, 4, 30, '2019-04-30'],
    ['taisho', 15, 12, 26, '1926-12-26'],
    ['meiji', 5, 12, 31, '1872-12-31'],
  ])('%s %i-%i-%i lies outside its era', (era, year, month, day, counted) => {
    expect(dateOfEra({ era, year, month, day })).toEqual({ ok: false, error: { type: 'EraOutOfRange', date: counted } });
  });

  test('no such day, and no year 0', () => {
    expect(dateOfEra({ era: 'heisei', year: 14, month: 2, day: 30 })).toEqual({ ok: false, error: { type: 'NoSuchDay' } });
    expect(dateOfEra({ era: 'heisei', year: 0, month: 2, day: 1 })).toEqual({ ok: false, error: { type: 'NoSuchDay' } });
  });

  test('every day since 1873 goes there and back', () => {
    const from = dayNumberOf(date('1873-01-01'));
    const to = dayNumberOf(date('2199-12-31'));
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), (day) => {
        const civil = dateOfDayNumber(day);
        const found = eraYearOf(civil);
        if (found === null) return false;
        const { month, day: dayOfMonth } = partsOf(civil);
        const back = dateOfEra({ ...found, month, day: dayOfMonth });
        return back.ok && back.value === civil;
      }),
      { numRuns: 1000 },
    );
  });

  test('names of an era', () => {
    expect(['昭和', '昭', 'S', 's', 'R', 'X', ''].map(findEra)).toEqual(['showa', 'showa', 'showa', 'showa', 'reiwa', null, null]);
    expect(formatJapaneseDate(date('2019-05-01'))).toBe('令和元年5月1日');
    expect(formatJapaneseDate(date('1973-04-02'))).toBe('昭和48年4月2日');
  });
});
