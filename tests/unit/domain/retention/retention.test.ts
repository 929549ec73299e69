import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import { addDays } from '../../../../src/core/domain/date/civil-date.ts';
import { FILING_CODES, filingOf } from '../../../../src/core/domain/filing/filing.ts';
import { disposedOn, nextDisposalDay, USUAL_DISPOSAL_DAY } from '../../../../src/core/domain/retention/disposal-day.ts';
import type { Paper } from '../../../../src/core/domain/retention/retention.ts';
import { keepingOf, keepingsOf, keptUntil } from '../../../../src/core/domain/retention/retention.ts';

const date = (text: string): CivilDate => text as CivilDate;
const paper = (filing: Paper['filing'], anchor: string, year = Number(anchor.slice(0, 4))): Paper => ({ filing, year, anchor: date(anchor) });
const span = (...asked: Parameters<typeof paper>) => {
  const keeping = keepingOf(paper(...asked));
  return keeping === null ? null : [keeping.from, keeping.until, keeping.duty];
};

describe('how long a document is kept', () => {
  it('a declaration of 2026 with the first pay on 25 January is kept from 11 January 2027 to 10 January 2034', () => {
    expect(span('dependants-declaration', '2026-01-24')).toEqual(['2027-01-11', '2034-01-10', true]);
  });

  it('by the year of its deadline, not the year it is of', () => {
    // First pay on 1 January 2026: it was due on 31 December 2025.
    expect(span('dependants-declaration', '2025-12-31', 2026)).toEqual(['2026-01-11', '2033-01-10', true]);
    // Somebody who came in December.
    expect(span('dependants-declaration', '2026-12-24')).toEqual(['2027-01-11', '2034-01-10', true]);
    expect(span('dependants-declaration', '2027-01-01', 2026)).toEqual(['2028-01-11', '2035-01-10', true]);
  });

  it.each([
    ['employment-insurance', '2026-03-31', '2030-03-31'],
    ['health-pension', '2026-03-31', '2028-03-31'],
    ['third-category-spouse', '2026-03-31', '2028-03-31'],
    // 29 February: the period ends on the last day of that month.
    ['employment-insurance', '2024-02-29', '2028-02-29'],
    ['health-pension', '2024-02-29', '2026-02-28'],
  ] as const)('%s that ended on %s is kept to %s', (filing, anchor, until) => {
    expect(span(filing, anchor)).toEqual([addDays(date(anchor), 1), until, true]);
  });

  it('a report of payments may be kept seven years at most, and need not be', () => {
    expect(span('remuneration-report', '2027-01-31', 2026)).toEqual(['2027-02-01', '2034-01-31', false]);
    expect(span('rent-report', '2027-01-31', 2026)?.[2]).toBe(false);
  });

  it('what has no duty is not kept for its own sake', () => {
    for (const filing of ['wage-slip', 'wage-report', 'retirement-slip', 'owner-return', 'resident-tax-change'] as const) expect(span(filing, '2027-01-31')).toBeNull();
  });

  it('every document of the list has an answer', () => {
    for (const code of FILING_CODES) expect(keepingOf(paper(code, '2026-05-05')) === null, code).toBe(filingOf(code).keep.rule === 'none');
  });
});

describe('several documents', () => {
  const papers = [paper('health-pension', '2026-03-31'), paper('dependants-declaration', '2026-01-24'), paper('employment-insurance', '2026-03-31'), paper('wage-slip', '2027-01-31')];

  it('the longest rules, and all are told', () => {
    expect(keptUntil(papers)).toBe('2034-01-10');
    expect(keepingsOf(papers).map(({ paper: { filing } }) => filing)).toEqual(['dependants-declaration', 'employment-insurance', 'health-pension']);
  });

  it('what may be kept holds nothing back', () => {
    expect(keptUntil([paper('remuneration-report', '2040-01-31')])).toBeNull();
    expect(keptUntil([paper('remuneration-report', '2040-01-31'), ...papers])).toBe('2034-01-10');
    expect(keptUntil([])).toBeNull();
  });

  it('of one day stand in the order given', () => {
    const same = [paper('spouse-declaration', '2026-12-20'), paper('dependants-declaration', '2026-12-24')];
    expect(keepingsOf(same).map(({ paper: { filing } }) => filing)).toEqual(['spouse-declaration', 'dependants-declaration']);
    expect(keepingsOf(same.toReversed()).map(({ paper: { filing } }) => filing)).toEqual(['dependants-declaration', 'spouse-declaration']);
  });
});

describe('the day of disposal', () => {
  it('is the first one after the last day of keeping', () => {
    expect(disposedOn(USUAL_DISPOSAL_DAY, date('2034-01-10'))).toBe('2034-12-31');
    expect(disposedOn({ month: 1, day: 11 }, date('2034-01-10'))).toBe('2034-01-11');
    expect(disposedOn({ month: 1, day: 10 }, date('2034-01-10'))).toBe('2035-01-10');
    // The last day itself is still kept.
    expect(disposedOn(USUAL_DISPOSAL_DAY, date('2034-12-31'))).toBe('2035-12-31');
  });

  it('in a year without 29 February is the 28th', () => {
    const leap = { month: 2, day: 29 };
    expect(nextDisposalDay(leap, date('2027-02-01'))).toBe('2027-02-28');
    expect(nextDisposalDay(leap, date('2027-03-01'))).toBe('2028-02-29');
    expect(nextDisposalDay(leap, date('2028-02-29'))).toBe('2028-02-29');
    expect(() => nextDisposalDay({ month: 13, day: 1 }, date('2027-01-01'))).toThrow(RangeError);
  });
});
