import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageContent } from '../../../src/core/formats/page-text.ts';
import { encodePage, parsePage } from '../../../src/core/formats/page-text.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { isBook, isPageKind, PAGE_KEYS, PAGE_KINDS, pageRefKey } from '../../../src/core/formats/page.ts';
import { utf8 } from './kit.ts';

const at = (kind: PageRef['kind'], no = 0): PageRef => ({ book: 'own', kind, no });

const encode = (ref: PageRef, content: PageContent): Uint8Array<ArrayBuffer> => {
  const encoded = encodePage(ref, content);
  if (!encoded.ok) throw new Error(encoded.error);
  return encoded.value;
};

describe('page plaintext', () => {
  it('any content comes back, whatever its keys', () => {
    const content = fc.dictionary(fc.string().filter((key) => key !== 'page' && key !== 'schema'), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 8 });
    fc.assert(
      fc.property(content, fc.constantFrom(...PAGE_KINDS), fc.nat(), (value, kind, no) => {
        const plain = JSON.parse(JSON.stringify(value)) as PageContent;
        const parsed = parsePage(encode(at(kind, no), plain), at(kind, no));
        expect(parsed).toEqual({ ok: true, value: plain });
      }),
    );
  });

  it('a number page always has a length that is a multiple of 2048', () => {
    for (let size = 0; size < 5_000; size += 37) {
      expect(encode(at('number'), { fill: 'x'.repeat(size) }).length % 2048).toBe(0);
    }
    const sizes = [0, 1, 2, 3].map((count) => encode(at('number'), { numbers: Array.from({ length: count }, () => '900000000001') }).length);
    expect(new Set(sizes)).toEqual(new Set([2048]));
    expect(encode(at('person'), { fill: '' }).length).toBe(48);
  });

  it('is refused where it would exceed 48 KiB sealed', () => {
    const most = 48 * 1024 - 48;
    const bare = encode(at('log'), { fill: '' }).length;
    expect(encode(at('log'), { fill: 'x'.repeat(most - bare) }).length).toBe(most);
    expect(encodePage(at('log'), { fill: 'x'.repeat(most - bare + 1) })).toEqual({ ok: false, error: 'TooLarge' });
    const number = '{"page":["own","number",0],"schema":1,"fill":""}'.length;
    expect(encode(at('number'), { fill: 'x'.repeat(23 * 2048 - number) }).length).toBe(23 * 2048);
    expect(encodePage(at('number'), { fill: 'x'.repeat(23 * 2048 - number + 1) })).toEqual({ ok: false, error: 'TooLarge' });
  });

  it('cannot name another place than its own', () => {
    expect(() => encodePage(at('log'), { page: ['own', 'head', 0] })).toThrow('place');
    expect(() => encodePage(at('log'), { schema: 2 })).toThrow('place');
  });

  it('does not pollute prototypes (A19)', () => {
    const bytes = utf8('{"page":["own","person",0],"schema":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    const parsed = parsePage(bytes, at('person'));
    expect(parsed.ok).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    if (parsed.ok) expect(Object.getPrototypeOf(parsed.value)).toBe(Object.prototype);
  });

  it('refuses bytes that are not UTF-8', () => {
    const bytes = utf8('{"page":["own","person",0],"schema":1,"a":"x"}');
    bytes[bytes.length - 3] = 0xff;
    expect(parsePage(bytes, at('person'))).toEqual({ ok: false, error: { type: 'NotAPage' } });
  });
});

describe('kinds and books', () => {
  it('the closed lists', () => {
    expect(Object.keys(PAGE_KEYS)).toEqual([...PAGE_KINDS]);
    expect(PAGE_KINDS.filter((kind) => PAGE_KEYS[kind] === 'number')).toEqual(['number']);
    expect(isPageKind('toString')).toBe(false);
    expect(['own', 'a-1', 'x'.repeat(22)].every(isBook)).toBe(true);
    expect(['', 'Own', 'a/b', 'x'.repeat(23), 1].some(isBook)).toBe(false);
    expect(pageRefKey(at('person', 12))).toBe('own/person/12');
  });
});
