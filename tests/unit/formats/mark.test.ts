import { describe, expect, it } from 'vitest';
import { encodeMark, encodeMarkSecret, parseMark, parseMarkSecret } from '../../../src/core/formats/mark.ts';
import { readVectors } from './kit.ts';

interface MarkCase {
  readonly name: string;
  readonly json: string;
  readonly secret: { readonly root: string; readonly tableVersion: number; readonly epoch: number };
}

const pass = (readVectors('keyring-v1/must-pass.json') as { marks: readonly MarkCase[] }).marks;
const fail = (readVectors('keyring-v1/must-fail.json') as { marks: readonly MarkCase[] }).marks;

describe('mark', () => {
  it.each(pass)('$name', (one) => {
    const mark = parseMark(one.json);
    expect(mark?.size).toBe(42);
    expect(mark && encodeMark(mark)).toBe(one.json);
    const text = encodeMarkSecret(one.secret);
    expect(parseMarkSecret(text)).toEqual(one.secret);
  });

  it.each(fail)('refused: $name', (one) => {
    expect(parseMark(one.json)).toBeNull();
  });

  it('refuses more than 1 KiB before parsing, and secrets that are none', () => {
    expect(parseMark(`{"kinkoMark":1,"x":"${'y'.repeat(2_000)}"}`)).toBeNull();
    expect(parseMarkSecret('{"root":"short","tableVersion":1,"epoch":1}')).toBeNull();
    expect(parseMarkSecret(`{"root":"${'A'.repeat(43)}","tableVersion":0,"epoch":1}`)).toBeNull();
    expect(parseMarkSecret('null')).toBeNull();
  });
});
