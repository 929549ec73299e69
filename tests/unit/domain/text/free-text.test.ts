import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFreeText } from '../../../../src/core/domain/text/free-text.ts';

test('several lines, line ends made LF, outer space removed', () => {
  expect(parseFreeText(' 一行目\r\n二行目\r三行目\t終 \n', 100)).toEqual({ ok: true, value: '一行目\n二行目\n三行目\t終' });
  expect(parseFreeText('', 100)).toEqual({ ok: true, value: '' });
});

test('the limit counts characters, not code units', () => {
  expect(parseFreeText('𠮷'.repeat(10), 10).ok).toBe(true);
  expect(parseFreeText('𠮷'.repeat(11), 10)).toEqual({ ok: false, error: { type: 'TooLong' } });
});

test.each([
  ['番号は9000 0000 0010', 'IndividualNumber'],
  ['番号は\n９０００\n００００\n００１０', 'IndividualNumber'],
  ['a\u0007', 'ControlCharacter'],
  ['a\nb\u202e', 'ControlCharacter'],
  ['a\ufffd', 'Unreadable'],
])('%j is refused: %s', (text, type) => {
  expect(parseFreeText(text, 100)).toEqual({ ok: false, error: { type } });
});

test('a number cannot hide in any text around it', () => {
  const around = fc.string({ unit: fc.constantFrom(...'あ字aB、。（）:') });
  fc.assert(
    fc.property(around, around, (before, after) => !parseFreeText(`${before}900000000010${after}`, 1000).ok),
  );
});
