import { expect, test } from 'vitest';
import { dates as english } from '../../../src/i18n/en/dates.ts';
import { MAX_TIME } from '../../../src/core/formats/limits.ts';
import { dates } from '../../../src/i18n/ja/dates.ts';

test.each([
  ['2026-11-22', '令和8年（2026年）11月22日', '22 November 2026 (Reiwa 8)'],
  ['2019-05-01', '令和元年（2019年）5月1日', '1 May 2019 (Reiwa 1)'],
  ['2019-04-30', '平成31年（2019年）4月30日', '30 April 2019 (Heisei 31)'],
  ['1989-01-07', '昭和64年（1989年）1月7日', '7 January 1989 (Showa 64)'],
  ['1926-12-25', '昭和元年（1926年）12月25日', '25 December 1926 (Showa 1)'],
  ['1872-12-31', '1872年12月31日', '31 December 1872'],
])('%s is written in both calendars', (civil, japanese, latin) => {
  expect(dates.date(civil)).toBe(japanese);
  expect(english.date(civil)).toBe(latin);
});

test('what is no date comes back as it is', () => {
  expect(dates.date('2026-02-30')).toBe('2026-02-30');
  expect(dates.date('')).toBe('');
});

test('moments are read by the clock of Tokyo, whatever the zone of the device', () => {
  expect(dates.dayTime(Date.UTC(2026, 10, 21, 15, 4))).toBe('令和8年（2026年）11月22日 0:04');
  expect(dates.dayTime(Date.UTC(2026, 10, 22, 14, 59, 59))).toBe('令和8年（2026年）11月22日 23:59');
  expect(dates.shortTime(Date.UTC(2026, 10, 10, 5, 2))).toBe('11月10日 14:02');
  // A file may say of itself what is behind all days that are shown: the clock stays one.
  expect(dates.shortTime(MAX_TIME)).toBe('12月31日 9:00');
});

test('weekdays follow the calendar', () => {
  expect(dates.dayWithWeekday(Date.UTC(2026, 10, 22, 3))).toBe('令和8年（2026年）11月22日 日曜日');
  expect(english.dayWithWeekday(Date.UTC(2026, 10, 22, 15))).toBe('Monday, 23 November 2026 (Reiwa 8)');
  expect(dates.dayWithWeekday(Date.UTC(1969, 11, 31, 0))).toContain('水曜日');
});

test('spans and distances', () => {
  expect([45, 60, 270].map(dates.span)).toEqual(['45秒', '1分', '4分30秒']);
  expect([1, 60, 90].map(english.span)).toEqual(['1 second', '1 minute', '1 minute 30 seconds']);
  expect([0, 1, 9].map(dates.daysAgo)).toEqual(['きょう', 'きのう', '9日前']);
  expect([-2, 0, 9].map(dates.daysLeft)).toEqual(['2日すぎています', 'きょうまで', 'あと9日']);
});

test('dates, times and counts come as pieces of their own, and nothing of a text is lost', () => {
  expect(dates.pieces('この前の記録は 令和8年（2026年）11月24日 11:31 です')).toEqual(['この前の記録は ', '令和8年（2026年）', '', '11月24日', ' ', '11:31', ' です']);
  expect(dates.pieces('紙を見て、3か所を入れます')).toEqual(['紙を見て、', '3か所', 'を入れます']);
  expect(dates.pieces('令和元年（2019年）の1,234件')).toEqual(['', '令和元年（2019年）', 'の', '1,234件', '']);
  expect(dates.pieces('控え')).toEqual(['控え']);
  expect(english.pieces('on 22 November 2026 (Reiwa 8), 14:02')).toEqual(['on ', '22 November 2026', ' ', '(Reiwa 8)', ', ', '14:02', '']);
});
