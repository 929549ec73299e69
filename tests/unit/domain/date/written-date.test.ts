import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDayNumber, dayNumberOf, parseCivilDate, partsOf } from '../../../../src/core/domain/date/civil-date.ts';
import { formatJapaneseDate } from '../../../../src/core/domain/date/era.ts';
import { parseWrittenDate } from '../../../../src/core/domain/date/written-date.ts';

const sample = (name: string, encoding: string): string[][] => {
  const bytes = readFileSync(new URL(`../../../fixtures/samples/${name}`, import.meta.url));
  const lines = new TextDecoder(encoding, { fatal: true }).decode(bytes).trim().split(/\r?\n/);
  return lines.slice(1).map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')));
};

describe('written date', () => {
  test.each([
    ['昭和48年4月2日', '1973-04-02', 'japanese'],
    ['昭和３０年９月１５日', '1955-09-15', 'japanese'],
    ['S63.1.8', '1988-01-08', 'japanese'],
    ['H20.4.1', '2008-04-01', 'japanese'],
    ['R5.2.1', '2023-02-01', 'japanese'],
    ['s63/1/8', '1988-01-08', 'japanese'],
    ['令和元年5月1日', '2019-05-01', 'japanese'],
    ['令元.5.1', '2019-05-01', 'japanese'],
    ['㍼48年4月2日', '1973-04-02', 'japanese'],
    ['㍼48.4.2', '1973-04-02', 'japanese'],
    ['㋿6年1月1日', '2024-01-01', 'japanese'],
    ['Ｓ６３－１－８', '1988-01-08', 'japanese'],
    ['S 63. 1. 8', '1988-01-08', 'japanese'],
    ['S630108', '1988-01-08', 'japanese'],
    ['昭和64年1月7日', '1989-01-07', 'japanese'],
    ['1985/11/30', '1985-11-30', 'western'],
    ['1999-3-21', '1999-03-21', 'western'],
    ['1990.12.24', '1990-12-24', 'western'],
    ['1996年6月5日', '1996-06-05', 'western'],
    ['西暦1996年6月5日', '1996-06-05', 'western'],
    ['2012/10/01', '2012-10-01', 'western'],
    ['２０１２／１０／０１', '2012-10-01', 'western'],
    ['19851130', '1985-11-30', 'western'],
    ['2024/3/31 0:00', '2024-03-31', 'western'],
    ['2024-03-31T00:00:00', '2024-03-31', 'western'],
    ['2024-02-29', '2024-02-29', 'western'],
  ])('%s is %s', (text, date, calendar) => {
    expect(parseWrittenDate(` ${text}　`)).toEqual({ ok: true, value: { date, written: text, calendar } });
  });

  test.each([
    ['', { type: 'Empty' }],
    ['　 ', { type: 'Empty' }],
    ['平成14年2月30日', { type: 'NoSuchDay' }],
    ['2023/2/29', { type: 'NoSuchDay' }],
    ['20231301', { type: 'NoSuchDay' }],
    ['昭和64年1月8日', { type: 'EraOutOfRange', date: '1989-01-08' }],
    ['H31.5.1', { type: 'EraOutOfRange', date: '2019-05-01' }],
    ['1872/12/31', { type: 'YearOutOfRange', year: 1872 }],
    ['2200-01-01', { type: 'YearOutOfRange', year: 2200 }],
    ["=cmd|' /C calc'!A0", { type: 'Formula' }],
    ['＝1+1', { type: 'Formula' }],
    ['@SUM(A1)', { type: 'Formula' }],
    ['㍼48', { type: 'NotADate' }],
    ['昭和48年4月', { type: 'NotADate' }],
    ['85/11/30', { type: 'NotADate' }],
    ['11/30/1985', { type: 'NotADate' }],
    ['1985/11-30', { type: 'NotADate' }],
    ['S48年4.2', { type: 'NotADate' }],
    ['2024/3/31 12:00', { type: 'NotADate' }],
    ['31381', { type: 'NotADate' }],
    ['X5.2.1', { type: 'NotADate' }],
    ['不明', { type: 'NotADate' }],
    ['1985/11/30'.padEnd(60, '0'), { type: 'NotADate' }],
  ])('%j is refused', (text, error) => {
    expect(parseWrittenDate(text)).toEqual({ ok: false, error });
  });

  test('every day since 1873 is read back from every way to write it', () => {
    const first = parseCivilDate('1873-01-01');
    const last = parseCivilDate('2199-12-31');
    if (!first.ok || !last.ok) throw new Error('bounds');
    fc.assert(
      fc.property(fc.integer({ min: dayNumberOf(first.value), max: dayNumberOf(last.value) }), (number) => {
        const date = dateOfDayNumber(number);
        const { year, month, day } = partsOf(date);
        const ways = [date, date.replaceAll('-', ''), `${year}/${month}/${day}`, `${year}年${month}月${day}日`];
        if (year < 2118) ways.push(formatJapaneseDate(date)); // two digits of the era last until 令和99年
        for (const way of ways) {
          const parsed = parseWrittenDate(way);
          expect(parsed.ok && parsed.value.date, way).toBe(date);
        }
      }),
    );
  });

  test('never throws, and what it accepts it accepts again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'昭平令元SHR0123456789年月日/-. ') }), (text) => {
        const parsed = parseWrittenDate(text);
        if (parsed.ok) expect(parseWrittenDate(parsed.value.written)).toEqual(parsed);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('dates of the sample files', () => {
  test('staff list: all but 2月30日', () => {
    const read = sample('meibo-sjis.csv', 'shift_jis').map((row) => [row[3], row[7], row[8]].map((cell) => parseWrittenDate(cell ?? '')));
    const shown = read.map((row) => row.map((cell) => (cell.ok ? cell.value.date : cell.error.type)));
    expect(shown).toEqual([
      ['1973-04-02', '2008-04-01', 'Empty'],
      ['1985-11-30', '2012-10-01', 'Empty'],
      ['1988-01-08', '2013-07-16', 'Empty'],
      ['1999-03-21', '2021-04-01', 'Empty'],
      ['1996-06-05', '2022-05-09', 'Empty'],
      ['1990-12-24', '2023-02-01', 'Empty'],
      ['1955-09-15', '1989-04-01', '2024-03-31'],
      ['NoSuchDay', '2023-04-01', 'Empty'],
      ['2004-07-07', '2025-04-01', '2025-12-31'],
      ['2000-08-19', '2026-10-01', 'Empty'],
      ['2000-01-01', '2026-01-01', 'Empty'],
      ['1985-11-30', '2012-10-01', 'Empty'],
    ]);
  });

  test('dependants: all', () => {
    const shown = sample('fuyou-utf8bom.csv', 'utf-8').map((row) => {
      const parsed = parseWrittenDate(row[4] ?? '');
      return parsed.ok ? parsed.value.date : parsed.error.type;
    });
    expect(shown).toEqual(['1975-12-01', '2006-05-20', '1943-03-03', '2019-09-09', '1990-02-02', '2024-01-01', '2010-01-01']);
  });
});
