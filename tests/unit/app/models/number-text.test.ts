import { expect, test } from 'vitest';
import { caretAfter, groupDigits, pastedNumber } from '../../../../src/app/models/number-text.ts';

test.each([
  ['', ''],
  ['9', '9'],
  ['9000', '9000'],
  ['90000', '9000 0'],
  ['９０００-０００1 0011', '9000 0001 0011'],
  ['9000000100112', '9000 0001 0011 2'],
  ['9000x', '9000x'],
])('%j is grouped as %j', (text, grouped) => {
  expect(groupDigits(text)).toBe(grouped);
});

test.each([
  ['', 0],
  ['9000', 4],
  ['90000', 6],
  ['9000-0', 6],
  ['9000 0001 0', 11],
  ['x', 1],
])('behind %j the caret stands at %i', (before, caret) => {
  expect(caretAfter(before)).toBe(caret);
});

test('twelve digits from elsewhere are a pasted number, anything else is not', () => {
  expect(pastedNumber(' 9000-0000-1008\n')).toBe('9000 0000 1008');
  expect(pastedNumber('9000-0000-100')).toBeNull();
  expect(pastedNumber('no number')).toBeNull();
});
