import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passphraseOf } from '../../../../src/core/domain/password/passphrase.ts';
import { normalisePassword, parsePassword } from '../../../../src/core/domain/password/password-policy.ts';

const BLOCKLIST = ['password', '123456', 'sunshine', 'princess', 'dragon', 'monkey', 'iloveyou', '山田商店'];
const rules = { alone: true, blocklist: BLOCKLIST };
const typeOf = (text: string, alone = true) => {
  const parsed = parsePassword(text, { alone, blocklist: BLOCKLIST });
  return parsed.ok ? 'ok' : parsed.error.type;
};

describe('password', () => {
  test.each([
    'correct horse battery',
    'tsukue-no-ue-ni-ringo',
    '机の上のりんごを三つ食べた朝の雨',
    'x7#Kq9!vLm2@Zp4',
    '!#%&()*+,-./:;<=>?@[]^_{|}~',
    'ganko-na-neko-2026',
    'my password is a long poem',
    'abc-567-wer-9hj-2xc',
    'a'.padEnd(1024, 'bcdefgh jklm nopq'),
  ])('%s is accepted', (text) => {
    expect(parsePassword(text, rules)).toEqual({ ok: true, value: text.normalize('NFKC') });
  });

  test.each([
    ['', 'TooShort'],
    ['x7#Kq9!vLm2@Zp', 'TooShort'],
    ['ㇰ'.repeat(1025), 'TooLong'],
    ['x'.repeat(5000), 'TooLong'],
    ['x7#Kq9!vLm2@Zp4\u0007', 'Control'],
    ['aaaaaaaaaaaaaaaa', 'Repeated'],
    ['aaaaaaaaaaaaaaab', 'Repeated'],
    ['ああああああああああああああああ', 'Repeated'],
    ['abcabcabcabcabcabc', 'Repeated'],
    ['himehimehimehimehime', 'Repeated'],
    ['abcdefghijklmnopqr', 'Repeated'],
    ['ABCDEFG-HIJKLMN-OPQR', 'Repeated'],
    ['123456789012345', 'Repeated'],
    ['987654321098765', 'Repeated'],
    ['qwertyuiopasdfghjkl', 'Repeated'],
    ['1qaz2wsx3edc4rfv', 'Repeated'],
    ['abcd-5678-wert-hjkl', 'Repeated'],
    ['１２３４５６７８９０１２３４５６', 'Repeated'],
    ['passwordpassword1', 'Common'],
    ['dragon monkey sunshine', 'Common'],
    ['BangoKinko-2026-Kinko', 'Common'],
    ['番号金庫マイナンバー個人番号金庫', 'Common'],
    ['山田商店 パスワード 山田商店 1', 'Common'],
  ])('%s: %s', (text, type) => {
    expect(typeOf(text)).toBe(type);
  });

  test('eight characters will do beside another factor', () => {
    expect(typeOf('x7#Kq9!v', false)).toBe('ok');
    expect(typeOf('x7#Kq9!', false)).toBe('TooShort');
  });

  test('the limits are told, counted in characters after normalising', () => {
    expect(parsePassword('𠮷𠮷𠮷', rules)).toEqual({ ok: false, error: { type: 'TooShort', length: 3, min: 15 } });
    expect(parsePassword('㍿㍿㍿あい', rules)).toEqual({ ok: false, error: { type: 'TooShort', length: 14, min: 15 } });
  });

  test('width makes no difference to what goes into the key', () => {
    expect(normalisePassword('Ｋｉｎ　ｺ')).toBe('Kin コ');
    const wide = parsePassword('ｃｏｒｒｅｃｔ　ｈｏｒｓｅ　ｂａｔｔｅｒｙ', rules);
    expect(wide.ok && wide.value).toBe('correct horse battery');
  });

  test('accepted once, accepted again unchanged; unlock folds alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 15, maxLength: 60 }), (text) => {
        const parsed = parsePassword(text, rules);
        if (!parsed.ok) return;
        expect(parsePassword(parsed.value, rules)).toEqual(parsed);
        expect(normalisePassword(text)).toBe(parsed.value);
      }),
    );
  });

  test('no passphrase of ours is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (bytes) => {
        fc.pre(new Set(bytes).size > 6);
        return parsePassword(passphraseOf(bytes).text, rules).ok;
      }),
    );
  });
});
