import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/core/formats/canonical.ts';
import { isCount, isText, parseCanonicalJson, readFields, readList, readOpenFields } from '../../../src/core/formats/canonical.ts';

const valueOf = (text: string, depth?: number): JsonValue | string => {
  const parsed = parseCanonicalJson(text, depth);
  return parsed.ok ? parsed.value : parsed.error;
};

describe('canonical JSON', () => {
  it('accepts what JSON.stringify writes, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        expect(parseCanonicalJson(text, 20)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it('an accepted text is the only one of its value', () => {
    const noise = fc.constantFrom(' ', '\n', '0', '"a":1,', '1.0', '1e1', '-0', '\\u0061', '\\/', 'A', '[', ']', '');
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), noise, fc.nat(), (value, piece, where) => {
        const text = JSON.stringify(value);
        const at = where % (text.length + 1);
        const changed = text.slice(0, at) + piece + text.slice(at);
        const parsed = parseCanonicalJson(changed, 20);
        if (parsed.ok) expect(JSON.stringify(parsed.value)).toBe(changed);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['{"a":1,"a":1}', 'NotCanonical'],
    ['{"a":1,"a":2}', 'NotCanonical'],
    ['{"a": 1}', 'NotCanonical'],
    [' {"a":1}', 'NotCanonical'],
    ['{"a":1}\n', 'NotCanonical'],
    ['1.0', 'NotCanonical'],
    ['1e3', 'NotCanonical'],
    ['-0', 'NotCanonical'],
    ['9007199254740993', 'NotCanonical'],
    ['"\\u0061"', 'NotCanonical'],
    ['"\\/"', 'NotCanonical'],
    ['{"b":1,"1":2}', 'NotCanonical'],
    ['\ufeff{}', 'NotJson'],
    ['', 'NotJson'],
    ['{a:1}', 'NotJson'],
    ['[1,]', 'NotJson'],
  ])('%j: %s', (text, problem) => {
    expect(valueOf(text)).toBe(problem);
  });

  it('counts depth outside strings only, before parsing', () => {
    expect(valueOf('[[[]]]', 3)).toEqual([[[]]]);
    expect(valueOf('[[[[]]]]', 3)).toBe('TooDeep');
    expect(valueOf('["[[[[[[[["]', 1)).toEqual(['[[[[[[[[']);
    expect(valueOf('["\\"[[[["]', 1)).toEqual(['"[[[[']);
    expect(valueOf('["\\\\",[]]', 1)).toBe('TooDeep');
    expect(valueOf('['.repeat(2_000_000), 6)).toBe('TooDeep');
    expect(valueOf('[[],[],[],[]]', 2)).toEqual([[], [], [], []]);
  });

  it('counts the same depth as the value has, whatever stands in its strings', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '\\', '[', ']', '{', 'a'), maxLength: 12 });
    const { value: nested } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, text, fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(text, tie('value'), { maxKeys: 3 })),
    }));
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
    fc.assert(
      fc.property(nested, (value) => {
        const depth = depthOf(value);
        expect(parseCanonicalJson(JSON.stringify(value), depth).ok).toBe(true);
        if (depth > 0) expect(valueOf(JSON.stringify(value), depth - 1)).toBe('TooDeep');
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('reading fields', () => {
  it('wants exactly the keys, in order', () => {
    expect(readFields({ a: 1, b: 2 }, ['a', 'b'])).toEqual({ a: 1, b: 2 });
    expect(readFields({ b: 2, a: 1 }, ['a', 'b'])).toBeNull();
    expect(readFields({ a: 1 }, ['a', 'b'])).toBeNull();
    expect(readFields({ a: 1, b: 2, c: 3 }, ['a', 'b'])).toBeNull();
    expect(readFields([1, 2], ['0', '1'])).toBeNull();
    expect(readFields(null, [])).toBeNull();
    expect(readFields('', [])).toBeNull();
  });

  it('a key __proto__ is a key like any other, and unknown', () => {
    const value = valueOf('{"__proto__":{"a":1}}');
    expect(readFields(value, ['a'])).toBeNull();
    expect(readOpenFields(value, [])).toBeNull();
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  it('keeps further fields behind the known ones, in order', () => {
    expect(readOpenFields({ a: 1, x: [2], y: 3 }, ['a'])).toEqual({ fields: { a: 1, x: [2], y: 3 }, unknown: [['x', [2]], ['y', 3]] });
    expect(readOpenFields({ x: 1, a: 1 }, ['a'])).toBeNull();
    expect(readOpenFields({ a: 1, x: 2 }, ['a', 'b'])).toBeNull();
    expect(readOpenFields({ a: 1, 'not a name': 1 }, ['a'])).toBeNull();
    expect(readOpenFields({ a: 1, constructor: 1 }, ['a'])?.unknown).toEqual([['constructor', 1]]);
  });

  it('counts, texts and lists', () => {
    expect([0, 1, 2 ** 53 - 1].every((value) => isCount(value))).toBe(true);
    expect([-1, 1.5, 2 ** 53, '1', null, undefined].some((value) => isCount(value))).toBe(false);
    expect(isCount(0, 1)).toBe(false);
    expect(['', '金庫', 'a'.repeat(10), '\u{20BB7}'].every((value) => isText(value, 10))).toBe(true);
    expect(['a'.repeat(11), '\u0000', '\n', '\ud800', 5].some((value) => isText(value, 10))).toBe(false);
    const even = (value: JsonValue) => (isCount(value) && value % 2 === 0 ? value : null);
    expect(readList([2, 4], 2, even)).toEqual([2, 4]);
    expect(readList([2, 4, 6], 2, even)).toBeNull();
    expect(readList([2, 3], 2, even)).toBeNull();
    expect(readList({ length: 0 }, 2, even)).toBeNull();
  });
});
