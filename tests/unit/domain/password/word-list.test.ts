import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { WORD_KANA, WORD_ROMAJI } from '../../../../src/core/domain/password/word-list.data.ts';
import { WORDS } from '../../../../src/core/domain/password/word-list.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const ROWS: readonly (readonly [string, string])[] = [
  ['', 'あいうえお'], ['k', 'かきくけこ'], ['s', 'さしすせそ'], ['t', 'たちつてと'], ['n', 'なにぬねの'],
  ['h', 'はひふへほ'], ['m', 'まみむめも'], ['r', 'らりるれろ'], ['g', 'がぎぐげご'], ['z', 'ざじずぜぞ'],
  ['d', 'だぢづでど'], ['b', 'ばびぶべぼ'], ['p', 'ぱぴぷぺぽ'],
];
const SYLLABLES = new Map<string, string>(ROWS.flatMap(([head, row]) => Array.from(row, (kana, at) => [kana, head + 'aiueo'.charAt(at)] as const)));
for (const [kana, latin] of Object.entries({ や: 'ya', ゆ: 'yu', よ: 'yo', わ: 'wa', ん: 'n', し: 'shi', ち: 'chi', つ: 'tsu', ふ: 'fu', じ: 'ji', ぢ: 'ji', づ: 'zu', うぃ: 'wi' }))
  SYLLABLES.set(kana, latin);
const SMALL = new Map([['ゃ', 'a'], ['ゅ', 'u'], ['ょ', 'o']]);

/** The rule of the header of word-list.data.ts, written a second time. */
const latinOf = (kana: string): string =>
  (kana.match(/っ?(?:うぃ|.[ゃゅょ]?)/g) ?? [])
    .map((piece) => {
      const doubled = piece.startsWith('っ');
      const syllable = doubled ? piece.slice(1) : piece;
      const small = SMALL.get(syllable.at(-1) ?? '');
      const base = SYLLABLES.get(small === undefined ? syllable : syllable.slice(0, -1)) ?? '?';
      const glide = /^(sh|ch|j)i$/.test(base) ? '' : 'y';
      const latin = small === undefined ? base : base.slice(0, -1) + glide + small;
      return doubled ? (latin.startsWith('ch') ? 't' : latin.charAt(0)) + latin : latin;
    })
    .join('');

describe('word list', () => {
  test('is the Japanese list of BIP-39, byte for byte in its published form', () => {
    const published = WORDS.map(({ kana }) => kana.normalize('NFKD')).join('\n') + '\n';
    expect(sha256(published)).toBe('2eed0aef492291e061633d7ad8117f1a2b03eb80a29d0e4e3117ac2528d05ffd');
  });

  test('never changes, in kana or in Latin letters', () => {
    expect(sha256(WORD_KANA)).toBe('31ba61491e5ec65f61a09ae4c16ba3cb95b6af9fdb49f635aaf9e8a393f342b5');
    expect(sha256(WORD_ROMAJI)).toBe('4b3e759ed0144701395d9985c755449cc86d1cdc539554fea3b4a5291c9c6507');
  });

  test('2,048 words, NFC, each spelt its own way in 3 to 12 small Latin letters', () => {
    expect(WORDS).toHaveLength(2048);
    expect(new Set(WORDS.map(({ kana }) => kana)).size).toBe(2048);
    expect(new Set(WORDS.map(({ romaji }) => romaji)).size).toBe(2048);
    expect(WORDS.filter(({ romaji }) => !/^[a-z]{3,12}$/.test(romaji))).toEqual([]);
    expect(WORDS.filter(({ kana }) => kana.normalize('NFC') !== kana)).toEqual([]);
  });

  test('the spelling follows the rule', () => {
    expect(latinOf('いっち')).toBe('itchi');
    expect(WORDS.filter(({ kana, romaji }) => latinOf(kana) !== romaji)).toEqual([]);
  });
});
