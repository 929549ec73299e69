import { expect, test } from 'vitest';
import type { CivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import { isRehearsalDue, pickGroups, REHEARSAL_BYTES } from '../../../../src/core/domain/recovery/rehearsal.ts';

test('three different groups, ascending, every choice as likely as any other', () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 245; byte += 1) {
    const groups = pickGroups(Uint8Array.of(byte));
    expect(new Set(groups).size).toBe(3);
    expect(groups).toEqual(groups.toSorted((a, b) => a - b));
    expect(groups.every((group) => group >= 0 && group <= 6)).toBe(true);
    counts.set(groups.join(), (counts.get(groups.join()) ?? 0) + 1);
  }
  expect(counts.size).toBe(35);
  expect(new Set(counts.values())).toEqual(new Set([7]));
});

test('bytes that would favour some choices are passed over', () => {
  expect(pickGroups(Uint8Array.of(245, 255, 3))).toEqual(pickGroups(Uint8Array.of(3)));
  expect(() => pickGroups(new Uint8Array(REHEARSAL_BYTES).fill(250))).toThrow(RangeError);
});

test.each([
  ['2025-11-24', '2026-11-23', false],
  ['2025-11-24', '2026-11-24', true],
  ['2024-02-29', '2025-02-28', true],
  ['9998-12-31', '9999-12-31', true],
  ['9999-12-31', '9999-12-31', false],
])('rehearsed %s, on %s it is due: %s', (rehearsed, today, isDue) => {
  expect(isRehearsalDue(rehearsed as CivilDate, today as CivilDate)).toBe(isDue);
});
