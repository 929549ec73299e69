import type { PurposeCode } from '../person/purpose.ts';
import type { ImportDoubt } from './import-doubt.ts';
import type { ImportField } from './import-field.ts';

/** What the user should know; it blocks nothing. */
export type ImportNote =
  /** Characters outside JIS X 0208, which electronic forms do not take. The name is kept as written. */
  | { readonly type: 'NameOutsideForms'; readonly characters: readonly string[] }
  /** The relation is over: is the number still needed? `date` is YYYY-MM-DD. */
  | { readonly type: 'RelationEnded'; readonly date: string }
  /** Paid 50,000 yen or less in the year: for most remuneration no report is due, and then no number may be asked for. */
  | { readonly type: 'BelowThreshold' }
  /** The cell cannot be read; what the vault holds stays. */
  | { readonly type: 'StoredKept'; readonly field: ImportField; readonly because: ImportDoubt['type'] }
  /** The number in the file lacks its leading 0, and is with it the one that is kept. */
  | { readonly type: 'SameWithLeadingZero' }
  /** Found under the same code with other leading zeros. */
  | { readonly type: 'CodeZerosDiffer'; readonly code: string }
  /** Says the same as an earlier row. */
  | { readonly type: 'RepeatsRow'; readonly fileIndex: number; readonly line: number }
  /** Left out, because a later row about the same person was taken. */
  | { readonly type: 'Superseded'; readonly fileIndex: number; readonly line: number }
  /** Ticked in the file, but not a purpose this business may have for such a person. Not stored. */
  | { readonly type: 'PurposeNotAllowed'; readonly purpose: PurposeCode };
