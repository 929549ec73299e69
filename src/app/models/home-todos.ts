import type { CopyOverview } from '../../core/contract/copy-api.ts';
import type { PersonPage } from '../../core/contract/person-api.ts';
import type { SessionView } from '../../core/contract/session-api.ts';
import { daysBetween, tokyoDateOf } from '../../core/domain/date/civil-date.ts';
import { isRehearsalDue } from '../../core/domain/recovery/rehearsal.ts';
import type { Verified } from './newest-verification.ts';
import type { LeftSource, Unmatched } from './open-matters.ts';

/** What the list of things to do rests on and could not be read. */
export type UnreadPart = 'copies' | 'record';

export type Todo =
  /** Not all could be read: of what was not, nothing is said. */
  | { readonly type: 'unread'; readonly parts: readonly UnreadPart[] }
  /** A page of the vault could not be read, and no copy was read back since. */
  | { readonly type: 'damage'; readonly at: number }
  /** The paper has not been checked yet: no number can be stored. */
  | { readonly type: 'rehearse' }
  /** Checked more than a year ago. */
  | { readonly type: 'rehearse-again' }
  /** The newest verification found something. */
  | { readonly type: 'record-broken'; readonly at: number }
  /** An import was begun, and rows of it wait for a decision. */
  | { readonly type: 'import-doubts'; readonly count: number }
  | { readonly type: 'first-person' }
  | { readonly type: 'first-copy'; readonly persons: number }
  /** Made, and never read back. */
  | { readonly type: 'unverified-copy' }
  /** The vault came back from a copy, and none was made since. */
  | { readonly type: 'restored-copy' }
  | { readonly type: 'old-copy'; readonly urgent: boolean; readonly days: number; readonly changes: number; /** The copy opens with a password or sheet of before. */ readonly opensBefore: boolean }
  /** Lists were taken in, and nobody has said yet that their files were destroyed. */
  | { readonly type: 'sources-left'; readonly sources: readonly LeftSource[] }
  /** A number held against the stored one was another, and nothing was made of it since. */
  | { readonly type: 'numbers-unmatched'; readonly persons: readonly Unmatched[] }
  | { readonly type: 'numbers-missing'; readonly count: number; readonly names: readonly string[] };

export interface TodoFacts {
  readonly page: PersonPage;
  /** Null: not read. */
  readonly copies: CopyOverview | null;
  /** Of the newest verification; null: none; undefined: still looked for, or not read. */
  readonly verified: Verified | null | undefined;
  readonly damagedAt: number | null;
  readonly unmatched: readonly Unmatched[];
  readonly sources: readonly LeftSource[];
  readonly unread: readonly UnreadPart[];
  readonly view: Pick<SessionView, 'rehearsedAt' | 'clockDoubtful'>;
  /** Rows of an import that wait for a decision. */
  readonly doubts: number;
  /** UTC ms. */
  readonly now: number;
}

/** Days since a copy was read back, as the calendar counts; null when none was. */
export const daysSinceCopyOf = (copies: CopyOverview | null, now: number): number | null => {
  const at = copies?.lastVerifiedAt ?? null;
  return at === null ? null : Math.max(0, daysBetween(tokyoDateOf(at), tokyoDateOf(now)));
};

const copyTodoOf = ({ copies, page, now }: TodoFacts): Todo | null => {
  const count = page.counts.all;
  if (copies === null || count === 0 || copies.age === 'green') return null;
  if (copies.copies.length === 0) return { type: 'first-copy', persons: count };
  if (copies.lastVerifiedAt === null)
    return copies.copies.some(({ verifiedAt }) => verifiedAt !== null) ? { type: 'restored-copy' } : { type: 'unverified-copy' };
  return { type: 'old-copy', urgent: copies.age === 'red', days: daysSinceCopyOf(copies, now) ?? 0, changes: copies.changesSince, opensBefore: copies.waysChanged };
};

/** The most urgent first. */
export const todosOf = (facts: TodoFacts): readonly Todo[] => {
  const { page, verified, damagedAt, unmatched, sources, unread, view, doubts, now } = facts;
  const missing = page.counts.withoutNumber;
  const copy = copyTodoOf(facts);
  // A copy that is only due waits behind the numbers; one that is missing does not.
  const isDue = copy?.type === 'old-copy' && !copy.urgent;
  // With the date in doubt nothing falls due.
  const isAgain = view.rehearsedAt !== null && !view.clockDoubtful && isRehearsalDue(tokyoDateOf(view.rehearsedAt), tokyoDateOf(now));
  const list: readonly (Todo | null)[] = [
    verified?.good === false ? { type: 'record-broken', at: verified.at } : null,
    damagedAt === null ? null : { type: 'damage', at: damagedAt },
    unread.length > 0 ? { type: 'unread', parts: unread } : null,
    view.rehearsedAt === null ? { type: 'rehearse' } : null,
    page.counts.all === 0 && doubts === 0 ? { type: 'first-person' } : null,
    isDue ? null : copy,
    doubts > 0 ? { type: 'import-doubts', count: doubts } : null,
    sources.length > 0 ? { type: 'sources-left', sources } : null,
    unmatched.length > 0 ? { type: 'numbers-unmatched', persons: unmatched } : null,
    missing > 0 ? { type: 'numbers-missing', count: missing, names: page.rows.map(({ name }) => name) } : null,
    isDue ? copy : null,
    isAgain ? { type: 'rehearse-again' } : null,
  ];
  return list.filter((todo) => todo !== null);
};
