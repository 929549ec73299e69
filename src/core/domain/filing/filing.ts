import type { PersonKind } from '../person/person-kind.ts';
import type { PurposeCode } from '../person/purpose.ts';
import type { RuleSource } from '../rules/rule-source.ts';
import type { Destination } from './destination.ts';
import { FILINGS } from './filing.data.ts';

export type FilingCode = (typeof FILINGS)[number]['code'];

/** By when a document is filed, counted from its year or from the event it is about. */
export type DueRule = 'before-first-pay' | 'before-last-pay' | 'before-payment' | 'january-31' | 'march-15' | 'next-month-10' | 'one-month' | 'five-days';

/**
 * How long a document is kept. declaration: years from 11 January of the year after its deadline. completion: years from the day on which what
 * it is about came to its end. may: no duty, at most so many years. none: no duty was found.
 */
export interface KeepRule extends RuleSource {
  readonly rule: 'declaration' | 'completion' | 'may' | 'none';
  readonly years: number;
}

export interface Filing {
  readonly code: FilingCode;
  /** The name of the document, a legal text: the same in every language of the screen. */
  readonly label: string;
  readonly purpose: PurposeCode;
  readonly kinds: readonly PersonKind[];
  readonly destinations: readonly Destination[];
  readonly due: RuleSource & { readonly rule: DueRule };
  readonly keep: KeepRule;
}

/** Assigned, so that the data is held to the shape. */
const ALL: readonly Filing[] = FILINGS;

export const FILING_CODES: readonly FilingCode[] = ALL.map(({ code }) => code);

export const isFilingCode = (value: unknown): value is FilingCode => FILING_CODES.some((code) => code === value);

/** The filing of a code. */
export const filingOf = (code: FilingCode): Filing => {
  const found = ALL.find((filing) => filing.code === code);
  if (found === undefined) throw new RangeError(`no filing ${code}`);
  return found;
};

/** What a person may stand on: of its kind, and within the purposes it was notified of. Nothing else is offered for use. */
export const filingsFor = (kind: PersonKind, purposes: readonly PurposeCode[]): readonly Filing[] =>
  ALL.filter((filing) => filing.kinds.includes(kind) && purposes.includes(filing.purpose));

/** Where a filing may go: its offices, and the accountant who makes it for the business. One that the payer keeps goes to the accountant alone. */
export const destinationsOf = ({ destinations }: Filing): readonly Destination[] => [...destinations, 'accountant'];
