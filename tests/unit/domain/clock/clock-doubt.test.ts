import { expect, test } from 'vitest';
import { findClockDoubt } from '../../../../src/core/domain/clock/clock-doubt.ts';

const HOUR = 3_600_000;
const last = 500_000 * HOUR;

test.each([
  [0, null],
  [48 * HOUR, null],
  [48 * HOUR + 1, { type: 'Ahead', by: 48 * HOUR + 1 }],
  [-120_000, null],
  [-120_001, { type: 'Behind', by: 120_001 }],
  [-HOUR, { type: 'Behind', by: HOUR }],
])('%i ms after the last entry: %j', (after, doubt) => {
  expect(findClockDoubt(last, last + after)).toEqual(doubt);
});

test('without an entry there is nothing to doubt', () => {
  expect(findClockDoubt(null, 0)).toBeNull();
});
