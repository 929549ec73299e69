import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PASSPHRASE_BYTES, isWelcome, passphraseOf, wordsOf } from '../../../../src/core/domain/password/passphrase.ts';
import { WORDS } from '../../../../src/core/domain/password/word-list.ts';

test('six words, two bytes each, the low 11 bits of the big-endian number', () => {
  const { text, words } = passphraseOf(Uint8Array.of(0, 0, 0, 1, 7, 255, 8, 0, 255, 255, 1, 0));
  expect(words).toEqual([0, 1, 2047, 0, 2047, 256].map((at) => WORDS[at]));
  expect(text).toBe('aikokushin-aisatsu-wareru-aikokushin-wareru-' + (WORDS[256]?.romaji ?? ''));
});

test('every word is as likely as any other', () => {
  const counts = new Map<string, number>();
  for (let number = 0; number < 65_536; number += 1) {
    const [word] = wordsOf(Uint8Array.of(number >> 8, number & 255));
    if (word !== undefined) counts.set(word.romaji, (counts.get(word.romaji) ?? 0) + 1);
  }
  expect(counts.size).toBe(2048);
  expect(new Set(counts.values())).toEqual(new Set([32]));
});

test('ASCII alone, at least 23 characters, and it tells its words', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: PASSPHRASE_BYTES, maxLength: PASSPHRASE_BYTES }), (bytes) => {
      const { text, words } = passphraseOf(bytes);
      expect(text).toMatch(/^[a-z]+(-[a-z]+){5}$/);
      expect(text.split('-')).toEqual(words.map(({ romaji }) => romaji));
      return text.length >= 23;
    }),
  );
});

test('any other number of bytes is a defect', () => {
  expect(() => passphraseOf(new Uint8Array(11))).toThrow(RangeError);
  expect(() => passphraseOf(new Uint8Array(14))).toThrow(RangeError);
  expect(() => wordsOf(new Uint8Array(3))).toThrow(RangeError);
  expect(() => wordsOf(new Uint8Array(0))).toThrow(RangeError);
});

test('words nobody wants to show a customer are told, and few', () => {
  const bytesOf = (at: number): Uint8Array => Uint8Array.from({ length: PASSPHRASE_BYTES }, (_, byte) => (byte < 2 ? (byte === 0 ? at >> 8 : at & 255) : 0));
  const unwelcome = WORDS.filter((_, at) => !isWelcome(passphraseOf(bytesOf(at))));
  expect(unwelcome.map(({ romaji }) => romaji)).toContain('satsujin');
  expect(unwelcome.length).toBe(10);
});
