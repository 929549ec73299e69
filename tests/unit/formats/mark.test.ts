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

  it('is 1 KiB long at most', () => {
    const [first] = pass;
    const mark = parseMark(first?.json ?? '');
    if (mark === null) throw new Error('no mark');
    const frame = encodeMark({ ...mark, size: 0, sealed: '' }).length - 1;
    const sealed = 'A'.repeat(4 * Math.floor((1024 - frame - 1) / 4));
    const ofChars = (chars: number): string => encodeMark({ ...mark, size: 10 ** (chars - frame - sealed.length - 1), sealed });
    expect([ofChars(1024).length, ofChars(1025).length]).toEqual([1024, 1025]);
    expect([parseMark(ofChars(1024)) === null, parseMark(ofChars(1025)) === null]).toEqual([false, true]);
  });

  it('holds a seal of something: of 48 bytes, a seal of nothing, it is none', () => {
    const [first] = pass;
    const mark = parseMark(first?.json ?? '');
    if (mark === null) throw new Error('no mark');
    const ofBytes = (bytes: number): string => encodeMark({ ...mark, sealed: Buffer.alloc(bytes).toString('base64url') });
    expect([parseMark(ofBytes(48)), parseMark(ofBytes(49))?.size]).toEqual([null, 42]);
  });

  it('refuses more than 1 KiB before parsing, and secrets that are none', () => {
    expect(parseMark(`{"kinkoMark":1,"x":"${'y'.repeat(2_000)}"}`)).toBeNull();
    expect(parseMarkSecret('{"root":"short","tableVersion":1,"epoch":1}')).toBeNull();
    expect(parseMarkSecret(`{"root":"${'A'.repeat(43)}","tableVersion":0,"epoch":1}`)).toBeNull();
    expect(parseMarkSecret('null')).toBeNull();
  });
});
