import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64, encodeBase64url, isBase64urlOf, parseBase64, parseBase64url } from '../../../src/core/formats/base64url.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/= \n';

describe('base64url and base64', () => {
  it('RFC 4648 §10', () => {
    const plain = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'];
    const encoded = ['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==', 'Zm9vYmE=', 'Zm9vYmFy'];
    plain.forEach((text, index) => {
      const bytes = new TextEncoder().encode(text);
      expect(encodeBase64(bytes)).toBe(encoded[index]);
      expect(encodeBase64url(bytes)).toBe(encoded[index]?.replaceAll('=', ''));
    });
  });

  it('agree with Node for any bytes, and parse back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(encodeBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(parseBase64url(encodeBase64url(bytes))).toEqual(bytes);
        expect(parseBase64(encodeBase64(bytes))).toEqual(bytes);
      }),
    );
  });

  it('accept only what they would write: encode(parse(text)) is text, or parse refuses', () => {
    const text = fc.string({ unit: fc.constantFrom(...ALPHABET), maxLength: 12 });
    fc.assert(
      fc.property(text, (candidate) => {
        const url = parseBase64url(candidate);
        if (url !== null) expect(encodeBase64url(url)).toBe(candidate);
        const standard = parseBase64(candidate);
        if (standard !== null) expect(encodeBase64(standard)).toBe(candidate);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each(['A', 'AB', 'AAB', 'AA==', 'AA=', 'A-+A', ' AAA', 'AAA\n', 'AAAAA', 'ÁAAA', '\u{1F600}AA'])('base64url refuses %j', (text) => {
    expect(parseBase64url(text)).toBeNull();
  });

  it.each(['AA', 'AA=', 'AA===', 'AB==', 'AAB=', '====', 'AAA', '-AAA', '_AAA', 'AA==AAAA', 'A==='])('base64 refuses %j', (text) => {
    expect(parseBase64(text)).toBeNull();
  });

  it('every length and every last character: exactly the canonical ones pass', () => {
    for (let bytes = 1; bytes <= 7; bytes += 1) {
      const text = encodeBase64url(new Uint8Array(bytes));
      const accepted = ALPHABET.slice(0, 64).split('').filter((last) => parseBase64url(text.slice(0, -1) + last) !== null);
      expect(accepted.length).toBe(bytes % 3 === 0 ? 64 : bytes % 3 === 1 ? 4 : 16);
    }
  });

  it('isBase64urlOf checks the length in bytes', () => {
    expect(isBase64urlOf('A'.repeat(43), 32)).toBe(true);
    expect(isBase64urlOf('A'.repeat(42), 32)).toBe(false);
    expect(isBase64urlOf('A'.repeat(44), 32)).toBe(false);
    expect(isBase64urlOf('A'.repeat(44), 32, 33)).toBe(true);
    expect(isBase64urlOf(`${'A'.repeat(42)}B`, 32)).toBe(false);
    expect(isBase64urlOf(43, 32)).toBe(false);
    expect(isBase64urlOf(undefined, 32)).toBe(false);
  });
});
