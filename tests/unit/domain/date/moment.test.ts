import { expect, test } from 'vitest';
import { isoTimeOf, LAST_MOMENT } from '../../../../src/core/domain/date/moment.ts';

test('a time is written for programs, and one that no date can express is the last that one can', () => {
  expect(isoTimeOf(Date.UTC(2026, 10, 22, 15, 4))).toBe('2026-11-22T15:04:00.000Z');
  expect(isoTimeOf(LAST_MOMENT)).toBe('+275760-09-13T00:00:00.000Z');
  for (const ms of [LAST_MOMENT + 1, Number.MAX_SAFE_INTEGER]) expect(isoTimeOf(ms)).toBe(isoTimeOf(LAST_MOMENT));
});
