import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  corporateCheckDigit,
  formatCorporateNumber,
  isCorporateNumber,
  parseCorporateNumber,
} from '../../../../src/core/domain/number/corporate-number.ts';

describe('corporate number', () => {
  test.each(['7000012050002', '4011001098993', '2120901007402', '7123456789012', '1180301018771', '8000020130001'])(
    '%s passes',
    (text) => {
      expect(parseCorporateNumber(text)).toEqual({ ok: true, value: text });
    },
  );

  test.each([
    ['7123456789013', { type: 'CheckDigit' }],
    ['0000000000000', { type: 'CheckDigit' }],
    ['712345678901', { type: 'NotThirteenDigits', digits: 12 }],
    ['', { type: 'NotThirteenDigits', digits: 0 }],
    ['T7123456789012', { type: 'NotDigits' }],
  ])('%j is refused', (text, error) => {
    expect(parseCorporateNumber(text)).toEqual({ ok: false, error });
  });

  test('full width and groups are accepted', () => {
    expect(parseCorporateNumber('７－１２３４－５６７８－９０１２')).toEqual({ ok: true, value: '7123456789012' });
    const parsed = parseCorporateNumber('7123456789012');
    expect(parsed.ok && formatCorporateNumber(parsed.value)).toBe('7 1234 5678 9012');
  });

  test('the check digit is 1 to 9 and completes every body', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{12}$/), (body) => {
        const check = corporateCheckDigit(body);
        expect(check).toBeGreaterThanOrEqual(1);
        expect(check).toBeLessThanOrEqual(9);
        return isCorporateNumber(`${check}${body}`);
      }),
    );
  });

  test('a changed digit other than 0 for 9 is noticed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{12}$/), fc.nat(11), fc.integer({ min: 1, max: 8 }), (body, at, by) => {
        const changed = (Number(body[at]) + by) % 9;
        fc.pre(Number(body[at]) % 9 !== changed);
        const other = body.slice(0, at) + String(changed) + body.slice(at + 1);
        return !isCorporateNumber(`${corporateCheckDigit(body)}${other}`);
      }),
    );
  });
});
