import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  containsIndividualNumber,
  individualCheckDigit,
  isIndividualNumber,
  MASKED_NUMBER,
  parseIndividualNumber,
} from '../../../../src/core/domain/number/individual-number.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const numbers = digits(11)
  .filter((body) => !/^0+$/.test(body))
  .map((body) => body + String(individualCheckDigit(body)));

/** The formula as the ordinance words it, from the right, independent of the table of weights. */
const checkDigitFromTheRight = (body: string): number => {
  let sum = 0;
  for (let n = 1; n <= 11; n += 1) sum += Number(body[11 - n]) * (n <= 6 ? n + 1 : n - 5);
  return sum % 11 <= 1 ? 0 : 11 - (sum % 11);
};

describe('individual number', () => {
  // Bodies and check digits of the worked examples that are public, kept apart: joined they could be someone's number.
  test.each([
    ['12345678901', 8],
    ['98765432109', 3],
    ['11111111111', 8],
    ['22222222222', 5],
    ['01234567890', 3],
    ['10000000000', 5],
    ['12345678905', 0], // r = 0
    ['12345678900', 0], // r = 1
  ])('%s is completed by %i', (body, check) => {
    expect(individualCheckDigit(body)).toBe(check);
  });

  test.each(['900000000010', '900000000060', '900000000150', '090000000042', '900000001016'])('%s passes', (text) => {
    expect(parseIndividualNumber(text)).toEqual({ ok: true, value: text });
  });

  test.each(['900000000011', '900000000061', '090000000043', '090000000024'])('%s fails the check digit', (text) => {
    expect(parseIndividualNumber(text)).toEqual({ ok: false, error: { type: 'CheckDigit' } });
  });

  test('check digit equals the ordinance for every body', () => {
    fc.assert(fc.property(digits(11), (body) => individualCheckDigit(body) === checkDigitFromTheRight(body)));
  });

  test.each([
    ['9000-0000-0010'],
    ['９０００　００００　００１０'],
    [' 9000 0000 0010\n'],
    ['9000‐0000−0010'],
    ['９０００ー００００－００１０'],
    ['9000\u200b00000010\ufeff'],
    ['9000ｰ0000―0010'],
  ])('%j is accepted as written', (text) => {
    expect(parseIndividualNumber(text)).toEqual({ ok: true, value: '900000000010' });
  });

  test.each([
    ['', { type: 'NotTwelveDigits', digits: 0 }],
    ['90000000042', { type: 'NotTwelveDigits', digits: 11 }],
    ['9000000000100', { type: 'NotTwelveDigits', digits: 13 }],
    ['0000-0000-0000', { type: 'AllZero' }],
    ['9.00000E+11', { type: 'NotDigits' }],
    ['90000000001O', { type: 'NotDigits' }],
    ['٩٠٠٠٠٠٠٠٠٠١٠', { type: 'NotDigits' }],
  ])('%j is refused', (text, error) => {
    expect(parseIndividualNumber(text)).toEqual({ ok: false, error });
  });

  test('whatever parses passes, is bare, and parses again to itself when grouped', () => {
    fc.assert(
      fc.property(numbers, (text) => {
        const parsed = parseIndividualNumber(text);
        if (!parsed.ok) return false;
        const grouped = `${parsed.value.slice(0, 4)} ${parsed.value.slice(4, 8)} ${parsed.value.slice(8)}`;
        expect(parseIndividualNumber(grouped)).toEqual(parsed);
        return isIndividualNumber(parsed.value);
      }),
    );
  });

  test('the mask holds no digit', () => {
    expect(MASKED_NUMBER).not.toMatch(/[0-9]/);
    expect(MASKED_NUMBER).toHaveLength(14);
  });
});

describe('a number in free text', () => {
  test.each([
    '番号は900000000010です',
    '9000-0000-0010',
    '９０００　００００　００１０',
    '9 0 0 0 0 0 0 0 0 0 1 0',
    '電話 03-9000 0000 0010',
    '9000 - 0000 - 0010',
    '9000\n0000\n0010',
    'A900000000010B',
    '9000_0000_0010',
    '9000.0000.0010',
    '9000/0000/0010',
    '9000・0000・0010',
    '9000, 0000, 0010',
    '9000~0000～0010',
    '(9000)(0000)(0010)',
    '9/0/0/0/0/0/0/0/0/0/1/0',
    '90:00:00:00:00:10',
    '90000000/0010',
    '2026_9000_0000_0010',
    '2026/11/23_900000000010',
    '٩٠٠٠٠٠٠٠٠٠١٠',
    '९०००-००००-००१०',
    '九〇〇〇〇〇〇〇〇〇一〇',
    '九零零零 零零零零 零零一零',
    '鈴木一900000000010',
  ])('%j is found', (text) => {
    expect(containsIndividualNumber(text)).toBe(true);
  });

  test.each([
    '',
    '電話 090-1234-5678',
    '900000000011',
    '000000000000',
    '法人番号 7123456789012',
    '9000000000109', // passes within a longer unbroken run only
    '9000、0000、0010',
    // A time and a telephone number with its extension: each passes the check once its signs are gone.
    '9000/11/23 00:09',
    '090(0000)0000/0',
    '二丁目八番一号',
  ])('%j is not one', (text) => {
    expect(containsIndividualNumber(text)).toBe(false);
  });

  test('found behind any words without digits, in any grouping', () => {
    const words = fc.string().filter((text) => !/[0-9]/.test(text.normalize('NFKC')));
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 11 })).map((places) => places.toSorted((a, b) => b - a));
    fc.assert(
      fc.property(numbers, words, cuts, fc.constantFrom(' ', '-', '　', '－', '‐'), (number, word, places, separator) => {
        const split = places.reduce((text, at) => text.slice(0, at) + separator + text.slice(at), number);
        return containsIndividualNumber(`${word}x${split}`);
      }),
    );
  });
});
