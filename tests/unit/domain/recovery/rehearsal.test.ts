import { expect, test } from 'vitest';
import { pickGroups, REHEARSAL_BYTES } from '../../../../src/core/domain/recovery/rehearsal.ts';

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
