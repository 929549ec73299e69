import { describe, expect, it, test } from 'vitest';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { encodeAttached, hashAttached, parseAttachedPart, parseAttachedText } from '../../../workers/vault/audit/attached-page.ts';
import { sha256 } from '../../support/log-crypto.ts';

const salt = encodeBase64url(new Uint8Array(32).fill(9));
const PART_CHARS = 8_000;
const MAX_PARTS = 64;

const textsOf = (text: string): readonly unknown[] => encodeAttached({ salt, text }).map((page) => page['text']);

describe('text that is cut into pages', () => {
  it('fills each page before the next begins', () => {
    const lengthsOf = (length: number): readonly number[] => textsOf('a'.repeat(length)).map((text) => String(text).length);
    expect(lengthsOf(0)).toEqual([0]);
    expect(lengthsOf(PART_CHARS)).toEqual([PART_CHARS]);
    expect(lengthsOf(2 * PART_CHARS + 1)).toEqual([PART_CHARS, PART_CHARS, 1]);
  });

  it('says on each page which it is, of how many, and under which salt', () => {
    expect(encodeAttached({ salt, text: `${'a'.repeat(PART_CHARS)}b` })).toEqual([
      { salt, part: 0, parts: 2, text: 'a'.repeat(PART_CHARS) },
      { salt, part: 1, parts: 2, text: 'b' },
    ]);
  });

  it.each([0x10000, 0x1f600, 0x20bb7, 0x10ffff])('never cuts between the halves of U+%d, and so each page is well-formed', (code) => {
    const character = String.fromCodePoint(code);
    for (const before of [PART_CHARS - 3, PART_CHARS - 2, PART_CHARS - 1, PART_CHARS]) {
      const [first, second] = textsOf(`${'a'.repeat(before)}${character}bc`);
      const within = before + 2 <= PART_CHARS;
      expect(first).toBe(within ? `${'a'.repeat(before)}${character}bc`.slice(0, PART_CHARS) : 'a'.repeat(before));
      expect(`${String(first)}${String(second)}`).toBe(`${'a'.repeat(before)}${character}bc`);
    }
  });

  it.each(['\ud7ff', '\ue000', '野', 'a'])('cuts behind %j, which is whole by itself', (character) => {
    const filler = 'a'.repeat(PART_CHARS - 1);
    expect(textsOf(`${filler}${character}b`)).toEqual([`${filler}${character}`, 'b']);
  });

  it('is at most 64 pages: the number of a 65th would be that of another attachment', () => {
    expect(textsOf('a'.repeat(MAX_PARTS * PART_CHARS))).toHaveLength(MAX_PARTS);
    expect(() => textsOf('a'.repeat(MAX_PARTS * PART_CHARS + 1))).toThrow('too many parts');
  });
});

describe('a page of an attachment that is read back', () => {
  const page = { salt, part: 0, parts: 1, text: '{}' };

  it('is what was written, without what a newer writer added', () => {
    expect(parseAttachedPart({ ...page, later: 1 })).toEqual(page);
    for (const [part, parts] of [[1, 2], [63, 64], [0, 64]] as const) expect(parseAttachedPart({ ...page, part, parts })).toEqual({ ...page, part, parts });
  });

  it.each([
    { part: 1, parts: 1 },
    { part: 2, parts: 1 },
    { part: 0, parts: 65 },
    { part: 64, parts: 64 },
    { part: 64, parts: 65 },
    { part: -1 },
    { part: 0.5, parts: 2 },
    { part: '0' },
    { parts: 0 },
    { parts: null },
    { salt: encodeBase64url(new Uint8Array(31)) },
    { salt: encodeBase64url(new Uint8Array(33)) },
    { salt: 1 },
    { text: 1 },
    { text: null },
  ])('is none with %j', (change) => {
    expect(parseAttachedPart({ ...page, ...change })).toBeNull();
  });
});

test('what an entry states of an attachment is SHA-256 over 32 bytes of salt and the UTF-8 of the text (page-v1 §5.7)', () => {
  const bytes = [...new Uint8Array(32).fill(9), 0xe9, 0x87, 0x8e];
  expect(hashAttached(sha256, { salt, text: '野' })).toBe(encodeBase64url(sha256(new Uint8Array(bytes))));
  expect(() => hashAttached(sha256, { salt: '!', text: '' })).toThrow('salt');
});

test('the text is a JSON object or nothing', () => {
  expect(parseAttachedText('{"a":[1]}')).toEqual({ a: [1] });
  for (const none of ['', '[]', 'null', '1', '"a"', '{', '{}{}']) expect(parseAttachedText(none), none).toBeNull();
});
