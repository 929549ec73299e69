import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALPHABET, checkValue } from '../../../../src/core/domain/recovery/check-character.ts';
import { encodeRecoveryCode, encodeRecoveryGroups, isRecoveryGroup, isSameGroup, parseRecoveryCode } from '../../../../src/core/domain/recovery/recovery-code.ts';

const CODE = Uint8Array.from({ length: 16 }, (_, at) => at * 17);
const GROUPS = encodeRecoveryGroups(CODE);
const codes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const withGroup = (at: number, group: string): string => GROUPS.map((own, own_at) => (own_at === at ? group : own)).join('-');

describe('recovery code', () => {
  test('seven groups of five, the same for ever', () => {
    // Computed by a second program from the layout in recovery-code.ts.
    expect(encodeRecoveryCode(CODE)).toBe('008J3-4CT4V-ANK7T-F24SY-NAXW7-SQFEB-ZW81S');
    expect(encodeRecoveryCode(new Uint8Array(16))).toBe('00001-00002-00003-00004-00005-00006-00007');
    expect(encodeRecoveryCode(new Uint8Array(16).fill(255))).toBe('ZZZZC-ZZZZF-ZZZZE-ZZZZ9-ZZZZ8-ZZZZB-ZWT28');
  });

  test('every code comes back', () => {
    fc.assert(
      fc.property(codes, (bytes) => {
        const text = encodeRecoveryCode(bytes);
        expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){6}$/);
        expect(parseRecoveryCode(text)).toEqual({ ok: true, value: Uint8Array.from(bytes) });
      }),
    );
  });

  test('spelling is forgiven: case, width, separators, look-alikes', () => {
    const spellings = (text: string) => [
      text.toLowerCase(),
      text.replaceAll('-', ''),
      text.replaceAll('-', ' '),
      text.replaceAll('-', '\n'),
      text.replaceAll('-', '－'),
      `  ${text.replaceAll('-', ' – ')}。`.replace('。', ''),
      text.replace(/./g, (character) => (/[0-9A-Z]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : '　')),
      text.replaceAll('1', 'I').replaceAll('0', 'O'),
      text.replaceAll('1', 'l').replaceAll('0', 'o'),
      Array.from(text.replaceAll('-', '')).join(' '),
    ];
    fc.assert(
      fc.property(codes, (bytes) => {
        for (const text of spellings(encodeRecoveryCode(bytes)))
          expect(parseRecoveryCode(text), text).toEqual({ ok: true, value: Uint8Array.from(bytes) });
      }),
    );
  });

  test('every single wrong character is noticed, and its group named', () => {
    for (const [group, own] of GROUPS.entries())
      for (let at = 0; at < 5; at += 1)
        for (const other of ALPHABET + 'U*') {
          if (other === own[at]) continue;
          const wrong = own.slice(0, at) + other + own.slice(at + 1);
          expect(isRecoveryGroup(wrong, group)).toBe(false);
          expect(parseRecoveryCode(withGroup(group, wrong))).toEqual({ ok: false, error: { type: 'GroupWrong', group } });
        }
  });

  test('every exchange of two characters of a group is noticed, whatever the characters', () => {
    for (let group = 0; group < 7; group += 1)
      for (let a = 0; a < 32; a += 1)
        for (let b = 0; b < 32; b += 1)
          for (const [at, to] of [[0, 1], [1, 2], [2, 3], [0, 2], [0, 3], [1, 3]] as const) {
            const values = [7, 11, 13, 19];
            values[at] = a;
            values[to] = b;
            const swapped = [...values];
            [swapped[at], swapped[to]] = [b, a];
            expect(checkValue(group, values) === checkValue(group, swapped), `${group} ${values.join(' ')}`).toBe(a === b);
          }
  });

  test('every exchange with the check character is noticed', () => {
    const data = fc.tuple(fc.nat(31), fc.nat(31), fc.nat(31), fc.nat(31));
    fc.assert(
      fc.property(fc.nat(6), data, fc.nat(3), (group, values, at) => {
        const check = checkValue(group, values);
        fc.pre(values[at] !== check);
        const swapped = values.with(at, check);
        return checkValue(group, swapped) !== values[at];
      }),
      { numRuns: 5000 },
    );
  });

  test('two groups in each other\'s place are noticed', () => {
    for (let a = 0; a < 7; a += 1)
      for (let b = a + 1; b < 7; b += 1) {
        const groups = [...GROUPS];
        [groups[a], groups[b]] = [GROUPS[b] ?? '', GROUPS[a] ?? ''];
        expect(parseRecoveryCode(groups.join('-'))).toEqual({ ok: false, error: { type: 'GroupWrong', group: a } });
      }
  });

  test('groups that hold in themselves but are of another code do not pass', () => {
    const other = encodeRecoveryGroups(CODE.map((byte) => byte ^ 90));
    for (let at = 0; at < 7; at += 1) {
      if (other[at] === GROUPS[at]) continue;
      expect(parseRecoveryCode(withGroup(at, other[at] ?? ''))).toEqual({ ok: false, error: { type: 'CodeWrong' } });
    }
  });

  test('length: the group when it can be told, else the count', () => {
    expect(parseRecoveryCode('')).toEqual({ ok: false, error: { type: 'Length', found: 0, wanted: 35 } });
    expect(parseRecoveryCode(GROUPS.slice(1).join('-'))).toEqual({ ok: false, error: { type: 'Length', found: 30, wanted: 35 } });
    expect(parseRecoveryCode(withGroup(3, 'ABCD'))).toEqual({ ok: false, error: { type: 'GroupWrong', group: 3 } });
    expect(parseRecoveryCode(withGroup(6, 'ABCDEF'))).toEqual({ ok: false, error: { type: 'GroupWrong', group: 6 } });
    expect(parseRecoveryCode(GROUPS.join('') + 'A')).toEqual({ ok: false, error: { type: 'Length', found: 36, wanted: 35 } });
  });

  test('any other number of bytes is a defect', () => {
    expect(() => encodeRecoveryGroups(new Uint8Array(15))).toThrow(RangeError);
    expect(() => encodeRecoveryGroups(new Uint8Array(17))).toThrow(RangeError);
  });

  test('a group asked back is compared in any spelling', () => {
    expect(isSameGroup(' 0o1Il ', '00111')).toBe(true);
    expect(isSameGroup('00112', '00111')).toBe(false);
  });

  test('never throws on what is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !parseRecoveryCode(text).ok));
  });
});
