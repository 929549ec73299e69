import { expect, test } from 'vitest';
import { IDLE_MINUTES, isLabelConfirmed, parseDisplayName, parseIdleMinutes, parseVaultLabel, servedIdleMinutes } from '../../../../src/core/domain/vault/limits.ts';

test('idle minutes: whole, 1 to 60, 5 at first', () => {
  expect(IDLE_MINUTES.initial).toBe(5);
  expect([1, 5, 60].map((minutes) => parseIdleMinutes(minutes).ok)).toEqual([true, true, true]);
  expect([0, 61, 1.5, -1, Number.NaN, Infinity].filter((minutes) => parseIdleMinutes(minutes).ok)).toEqual([]);
});

test.each([parseVaultLabel, parseDisplayName])('a label is one visible line of 1 to 40 characters', (parse) => {
  expect(parse(' 山田商店　')).toEqual({ ok: true, value: '山田商店' });
  expect(parse('あ'.repeat(40)).ok).toBe(true);
  const refused = ['', ' ', 'あ'.repeat(41), 'a\nb', 'a\u202eb', '900000000010', '=1+1'].map((text) => parse(text));
  expect(refused.map((result) => (result.ok ? 'ok' : result.error.type))).toEqual([
    'Empty',
    'Empty',
    'TooLong',
    'ControlCharacter',
    'ControlCharacter',
    'IndividualNumber',
    'Formula',
  ]);
});

test('the label typed to confirm', () => {
  expect(isLabelConfirmed(' ｱｵｷ商店A ', 'アオキ商店a')).toBe(true);
  expect(isLabelConfirmed('アオキ商', 'アオキ商店')).toBe(false);
  expect(isLabelConfirmed('', 'アオキ商店')).toBe(false);
});

test('the lock after a pause serves within its bounds, whatever a vault came with', () => {
  expect([0, 1, 30, 60, 61, 2 ** 53 - 1].map(servedIdleMinutes)).toEqual([1, 1, 30, 60, 60, 60]);
});
