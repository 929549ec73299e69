import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeImportText } from '../../../src/core/formats/import-text.ts';

const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../fixtures/samples/${name}`, import.meta.url)));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

const encodingOf = (input: Uint8Array): string => {
  const read = decodeImportText(input);
  return read.ok ? read.value.encoding : read.error.type;
};

describe('decodeImportText', () => {
  it('finds the encoding of the three samples and keeps every character', () => {
    const meibo = decodeImportText(sample('meibo-sjis.csv'));
    expect(meibo.ok && meibo.value.encoding).toBe('shift_jis');
    expect(meibo.ok && meibo.value.text).toContain('髙橋　美咲,タカハシ　ミサキ');
    expect(meibo.ok && meibo.value.text).toContain('山﨑　さくら');
    expect(meibo.ok && meibo.value.text).toContain('渡邉 健,ﾜﾀﾅﾍﾞ ｹﾝ,S63.1.8');
    const fuyou = decodeImportText(sample('fuyou-utf8bom.csv'));
    expect(fuyou.ok && fuyou.value.encoding).toBe('utf-8-bom');
    expect(fuyou.ok && fuyou.value.text.startsWith('"従業員番号"')).toBe(true);
    const payees = decodeImportText(sample('shiharaisaki-utf8.csv'));
    expect(payees.ok && payees.value.encoding).toBe('utf-8');
    expect(payees.ok && payees.value.text).toContain('\u{20bb7}田　茂');
  });

  it.each([
    ['Empty', bytes()],
    ['Empty', bytes(0xef, 0xbb, 0xbf)],
    ['Empty', bytes(0x1a)],
    ['Workbook', bytes(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00)],
    ['Workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)],
    ['Pdf', utf8('%PDF-1.7\n')],
    ['Utf16', bytes(0xff, 0xfe, 0x11, 0x6c)],
    ['Utf16', bytes(0xfe, 0xff, 0x6c, 0x11)],
    ['Binary', bytes(0x61, 0x00, 0x62)],
    ['Binary', bytes(0x61, 0x01, 0x62)],
    ['Binary', bytes(0x61, 0x1a, 0x62)],
    ['Binary', bytes(0x61, 0x7f, 0x62)],
    ['Binary', bytes(0x61, 0x0b, 0x62)],
    ['Binary', bytes(0x61, 0x1f, 0x62)],
    ['Binary', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    // ISO-2022-JP
    ['UnknownEncoding', bytes(0x1b, 0x24, 0x42, 0x3b, 0x61, 0x4c, 0x3e, 0x1b, 0x28, 0x42)],
    // A byte neither encoding knows, and a pair that is cut off.
    ['UnknownEncoding', bytes(0x8e, 0x81, 0x96, 0xbc, 0xff)],
    ['UnknownEncoding', bytes(0x8e, 0x81, 0x96)],
    // After a UTF-8 mark nothing but UTF-8 will do.
    ['UnknownEncoding', bytes(0xef, 0xbb, 0xbf, 0x8e, 0x81, 0x96, 0xbc)],
  ])('refuses with its own reason: %s %#', (reason, input) => {
    expect(encodingOf(input)).toBe(reason);
  });

  it('reads plain ASCII and tolerates the end mark of old programs', () => {
    expect(encodingOf(utf8('a,b\r\n'))).toBe('utf-8');
    expect(decodeImportText(bytes(0x8e, 0x81, 0x96, 0xbc, 0x1a))).toEqual({ ok: true, value: { text: '氏名', encoding: 'shift_jis' } });
  });

  it('takes tabs, form feeds and ends of lines as text', () => {
    expect(decodeImportText(utf8('a\tb\fc\r\nd e'))).toEqual({ ok: true, value: { text: 'a\tb\fc\r\nd e', encoding: 'utf-8' } });
  });

  it('takes one mark away, and leaves a second where it stands', () => {
    expect(decodeImportText(utf8('\ufeff\ufeffa'))).toEqual({ ok: true, value: { text: '\ufeffa', encoding: 'utf-8-bom' } });
  });

  it('refuses size before looking at anything else', () => {
    expect(decodeImportText(new Uint8Array(5 * 1024 * 1024 + 1))).toEqual({
      ok: false,
      error: { type: 'TooLarge', bytes: 5 * 1024 * 1024 + 1, limit: 5 * 1024 * 1024 },
    });
    expect(encodingOf(new Uint8Array(5 * 1024 * 1024).fill(0x61))).toBe('utf-8');
  });

  it('never throws, and what it reads as UTF-8 encodes back to the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
        const read = decodeImportText(input);
        if (!read.ok || read.value.encoding === 'shift_jis') return;
        const again = utf8((read.value.encoding === 'utf-8-bom' ? '\ufeff' : '') + read.value.text);
        expect([...again]).toEqual([...(input.at(-1) === 0x1a ? input.subarray(0, -1) : input)]);
      }),
      { numRuns: 1000 },
    );
  }, 30_000);
});
