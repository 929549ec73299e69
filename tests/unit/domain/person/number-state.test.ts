import { expect, test } from 'vitest';
import type { CivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import { parseCivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import { numberStateOf } from '../../../../src/core/domain/person/number-state.ts';
import { formatPostalCode, parsePostalCode } from '../../../../src/core/domain/person/postal-code.ts';

const day = (text: string): CivilDate => {
  const parsed = parseCivilDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const today = day('2026-11-22');
const staff = { hasNumber: true, corporate: false, relationTo: null, today };

test('state of a number from facts and date', () => {
  expect(numberStateOf(staff)).toBe('kept');
  expect(numberStateOf({ ...staff, hasNumber: false })).toBe('not-asked');
  expect(numberStateOf({ ...staff, relationTo: day('2026-11-21') })).toBe('use-ended');
  expect(numberStateOf({ ...staff, relationTo: today })).toBe('kept');
  expect(numberStateOf({ ...staff, relationTo: day('2026-11-23') })).toBe('kept');
  expect(numberStateOf({ ...staff, hasNumber: false, corporate: true })).toBe('corporate');
  expect(numberStateOf({ ...staff, hasNumber: false, relationTo: day('2020-01-01') })).toBe('not-asked');
});

test.each([
  ['1600023', '1600023'],
  ['〒160-0023', '1600023'],
  ['　１６０－００２３', '1600023'],
  ['160ー0023', '1600023'],
  ['', ''],
])('postal code %s', (text, code) => {
  expect(parsePostalCode(text)).toEqual({ ok: true, value: code });
});

test.each(['600023', '16000233', '160-002x', '東京'])('%s is no postal code', (text) => {
  expect(parsePostalCode(text)).toEqual({ ok: false, error: { type: 'NotSevenDigits' } });
});

test('postal code in print', () => {
  expect([formatPostalCode('1600023'), formatPostalCode('')]).toEqual(['160-0023', '']);
});
