import { describe, expect, it } from 'vitest';
import { DESTINATIONS } from '../../../../src/core/domain/filing/destination.ts';
import { FILINGS } from '../../../../src/core/domain/filing/filing.data.ts';
import { destinationsOf, FILING_CODES, filingOf, filingsFor, isFilingCode } from '../../../../src/core/domain/filing/filing.ts';
import { PURPOSE_CODES, purposeOf } from '../../../../src/core/domain/person/purpose.ts';
import { isEnforceable, RULES_AS_OF } from '../../../../src/core/domain/rules/rule-source.ts';

describe('the documents a number is written on', () => {
  it('stand in the list once, each with a source, a purpose its people can have, and places that the record knows', () => {
    expect(new Set(FILING_CODES).size).toBe(FILINGS.length);
    expect(new Set(FILINGS.map(({ label }) => label)).size).toBe(FILINGS.length);
    for (const { code, kinds, purpose, destinations, keep, due } of FILINGS) {
      expect([keep.source, due.source].every((source) => /^https?:\/\//.test(source)), code).toBe(true);
      expect(kinds.every((kind) => purposeOf(purpose).kinds.some((one) => one === kind)), code).toBe(true);
      expect(destinations.every((destination) => DESTINATIONS.includes(destination)), code).toBe(true);
      expect(keep.rule === 'none' ? keep.years === 0 : keep.years > 0, code).toBe(true);
    }
    expect(new Set(FILINGS.map(({ purpose }) => purpose))).toEqual(new Set(PURPOSE_CODES));
    expect(RULES_AS_OF).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('never are of accident insurance, nor declarations that bear no number', () => {
    expect(FILINGS.filter(({ label }) => /労災|保険料控除|住宅借入金/.test(label))).toEqual([]);
  });

  it('are offered within the purposes a person was notified of, and its kind', () => {
    const codes = (...asked: Parameters<typeof filingsFor>) => filingsFor(...asked).map(({ code }) => code);
    expect(codes('payee', ['remuneration-report'])).toEqual(['remuneration-report']);
    expect(codes('payee', ['wage-withholding'])).toEqual([]);
    expect(codes('employee', [])).toEqual([]);
    expect(codes('dependant', ['wage-withholding'])).toEqual(['dependants-declaration', 'spouse-declaration', 'income-adjustment-declaration', 'special-relative-declaration', 'wage-slip', 'wage-report']);
    expect(codes('employee', ['employment-insurance', 'health-pension'])).toEqual(['employment-insurance', 'health-pension']);
  });

  it('go to their offices and to the accountant who makes them; one that the payer keeps to nobody else', () => {
    expect(destinationsOf(filingOf('retirement-slip'))).toEqual(['tax-office', 'municipality', 'accountant']);
    expect(destinationsOf(filingOf('dependants-declaration'))).toEqual(['accountant']);
  });

  it('are known by their codes alone', () => {
    expect([isFilingCode('wage-slip'), isFilingCode('Wage-Slip'), isFilingCode(null)]).toEqual([true, false, false]);
    expect(() => filingOf('x' as never)).toThrow(RangeError);
  });
});

it('what is not confirmed is never enforced', () => {
  expect((['H', 'M', 'L', 'K', 'INF'] as const).map((confidence) => isEnforceable({ confidence }))).toEqual([true, true, false, false, false]);
});
