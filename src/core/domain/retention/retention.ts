import type { CivilDate } from '../date/civil-date.ts';
import { addDays, addYears, civilDateOf, partsOf } from '../date/civil-date.ts';
import type { FilingCode, KeepRule } from '../filing/filing.ts';
import { filingOf } from '../filing/filing.ts';

/**
 * A document that was made or received. `anchor` starts its clock: of a declaration the day it was due, of insurance papers the day on which the
 * matter came to its end (leaving, as a rule), of a report the day it was due.
 */
export interface Paper {
  readonly filing: FilingCode;
  /** The year it is of (年分). Says nothing of how long it is kept: the deadline may lie in the year before. */
  readonly year: number;
  readonly anchor: CivilDate;
}

/** How long a paper is kept, first and last day inclusive. */
export interface Keeping {
  readonly paper: Paper;
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** True: it must be kept. False: it may be, and no longer than this. */
  readonly duty: boolean;
  readonly rule: KeepRule;
}

const day = (year: number, month: number, dayOfMonth: number): CivilDate => {
  const date = civilDateOf({ year, month, day: dayOfMonth });
  if (!date.ok) throw new RangeError('no such day in the calendar of a rule');
  return date.value;
};

/**
 * From 11 January of the year after the one the deadline lies in, for seven (or ten) years (NTA No.2503): a declaration of 2026 that was due on
 * 24 January 2026 is kept from 11 January 2027 to 10 January 2034.
 */
const keepDeclaration = (deadline: CivilDate, years: number): { readonly from: CivilDate; readonly until: CivilDate } => {
  const next = partsOf(deadline).year + 1;
  return { from: day(next, 1, 11), until: day(next + years, 1, 10) };
};

/** Null: no duty was found, and nothing allows to keep it longer than it is needed. */
export const keepingOf = (paper: Paper): Keeping | null => {
  const { keep } = filingOf(paper.filing);
  const { anchor } = paper;
  if (keep.rule === 'none') return null;
  if (keep.rule === 'declaration') return { paper, ...keepDeclaration(anchor, keep.years), duty: true, rule: keep };
  // The first day is not counted (Civil Code art. 140): the last is the same day of the last year.
  return { paper, from: addDays(anchor, 1), until: addYears(anchor, keep.years), duty: keep.rule === 'completion', rule: keep };
};

/** Of all papers, those kept longest first; of one day, in the order given. */
export const keepingsOf = (papers: readonly Paper[]): readonly Keeping[] =>
  papers
    .flatMap((paper) => keepingOf(paper) ?? [])
    .map((keeping, at) => ({ keeping, at }))
    .toSorted((a, b) => (a.keeping.until === b.keeping.until ? a.at - b.at : Number(a.keeping.until < b.keeping.until) * 2 - 1))
    .map(({ keeping }) => keeping);

/** The last day on which a number must be kept, for one of these papers; null: for none of them. */
export const keptUntil = (papers: readonly Paper[]): CivilDate | null => keepingsOf(papers).find(({ duty }) => duty)?.until ?? null;
