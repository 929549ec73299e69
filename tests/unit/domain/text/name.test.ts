import { describe, expect, test } from 'vitest';
import { isFormula } from '../../../../src/core/domain/text/formula.ts';
import { parseKana, parseName } from '../../../../src/core/domain/text/name.ts';

describe('name', () => {
  test.each(['佐藤　一郎', '𠮷田　茂', 'MARIA SANTOS CRUZ', 'グエン・ヴァン・アン', '葛\u{e0100}城', 'あ', 'あ'.repeat(50), '𠮷'.repeat(50), '@cosme', 'O’Brien'])(
    '%s stays as written',
    (text) => {
      expect(parseName(`　${text} `)).toEqual({ ok: true, value: text });
    },
  );

  test.each([
    ['', 'Empty'],
    ['　 \t', 'Empty'],
    ['あ'.repeat(51), 'TooLong'],
    ['佐藤\u0000', 'ControlCharacter'],
    ['佐藤\n一郎', 'ControlCharacter'],
    ['佐藤\u202e一郎', 'ControlCharacter'],
    ['佐藤\u2066一郎', 'ControlCharacter'],
    ['佐藤\u200f', 'ControlCharacter'],
    ['佐藤\u200b一郎', 'ControlCharacter'],
    ['佐藤\u2028一郎', 'ControlCharacter'],
    ['佐藤\ufffd', 'Unreadable'],
    ['佐藤\ue000', 'Unreadable'],
    ['佐藤\ud83d', 'Unreadable'],
    ['佐藤 9000-0000-0010', 'IndividualNumber'],
    ["=cmd|' /C calc'!A0", 'Formula'],
    ['@SUM(A1)', 'Formula'],
  ])('%j is refused: %s', (text, type) => {
    expect(parseName(text)).toEqual({ ok: false, error: { type } });
  });
});

describe('kana', () => {
  test.each([
    ['サトウ　イチロウ', 'サトウ　イチロウ'],
    ['ﾜﾀﾅﾍﾞ ｹﾝ', 'ワタナベ　ケン'],
    ['さとう  いちろう', 'サトウ　イチロウ'],
    ['グエン・ヴァン・アン', 'グエン・ヴァン・アン'],
    ['マリア サントス クルス', 'マリア　サントス　クルス'],
    ['Maria Santos', 'Maria　Santos'],
    ['カ）ナナインサツ', 'カ)ナナインサツ'],
    ['㌀', 'アパート'],
    ['\u02d8ア', '\u0306ア'],
    ['', ''],
  ])('%s becomes %s, and stays', (text, kana) => {
    expect(parseKana(text)).toEqual({ ok: true, value: kana });
    expect(parseKana(kana)).toEqual({ ok: true, value: kana });
  });

  test.each([
    ['佐藤', 'NotKana'],
    ['サトウ=1', 'NotKana'],
    ['サトウ\u202e', 'ControlCharacter'],
    ['サ'.repeat(101), 'TooLong'],
    ['㌀'.repeat(26), 'TooLong'],
    ['900000000010', 'IndividualNumber'],
    ['⑨⓪⓪⓪⓪⓪⓪⓪⓪⓪①⓪', 'IndividualNumber'],
  ])('%j is refused: %s', (text, type) => {
    expect(parseKana(text)).toEqual({ ok: false, error: { type } });
  });
});

test.each([
  ['=1', true],
  ['　＝1', true],
  ['+A1+B1', false],
  ['+SUM(A1)', true],
  ["-2+3+cmd|' /C calc'!A0", true],
  ['-5', false],
  ['@cosme', false],
  ['佐藤=一郎', false],
])('%j is a formula: %s', (text, formula) => {
  expect(isFormula(text)).toBe(formula);
});
