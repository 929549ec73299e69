import { expect, test } from 'vitest';
import { copyAgeOf } from '../../../../src/core/domain/copy/copy-age.ts';

const DAY = 86_400_000;
const now = 1_000 * DAY;

test.each([
  ['none', null, 0, 'red'],
  ['just made', now, 0, 'green'],
  ['7 days old', now - 7 * DAY, 19, 'green'],
  ['a moment over 7 days', now - 7 * DAY - 1, 0, 'amber'],
  ['20 changes behind', now, 20, 'amber'],
  ['30 days old', now - 30 * DAY, 500, 'amber'],
  ['a moment over 30 days', now - 30 * DAY - 1, 0, 'red'],
  ['from the future', now + 1, 0, 'amber'],
] as const)('%s: %s %i is %s', (_, lastVerifiedAt, changesSince, age) => {
  expect(copyAgeOf({ lastVerifiedAt, changesSince, waysChanged: false, now })).toBe(age);
});

test('a copy that opens with a password of before is not fresh', () => {
  expect(copyAgeOf({ lastVerifiedAt: now, changesSince: 0, waysChanged: true, now })).toBe('amber');
});
