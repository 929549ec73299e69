import { isVerificationOld } from '../audit/verification-age.ts';
import type { CopyAge } from '../copy/copy-age.ts';
import { tokyoDateOf } from '../date/civil-date.ts';
import { isRehearsalDue } from '../recovery/rehearsal.ts';
import type { Finding, Reason } from './checks.ts';
import { findingOf } from './checks.ts';

const BY_AGE = { green: 'fresh', amber: 'due', red: 'old' } as const satisfies Readonly<Record<CopyAge, Reason<'copy'>>>;

export interface CopyState {
  readonly age: CopyAge;
  /** UTC ms when the newest copy that counts was made; null: none. */
  readonly lastVerifiedAt: number | null;
  readonly copies: readonly { readonly madeAt: number; readonly verifiedAt: number | null }[];
  readonly changesSince: number;
  readonly waysChanged: boolean;
}

export const judgeCopy = ({ age, lastVerifiedAt, copies, changesSince, waysChanged }: CopyState): Finding => {
  const [first] = copies;
  if (first === undefined) return findingOf('copy', changesSince === 0 ? 'nothing' : 'none');
  if (lastVerifiedAt === null) {
    // Copies of before a restore were read back once, and do not count any more.
    const isRestored = copies.some(({ verifiedAt }) => verifiedAt !== null);
    return findingOf('copy', isRestored ? 'restored' : 'unverified', { at: Math.max(...copies.map(({ madeAt }) => madeAt)) });
  }
  // It is not its age that is the matter.
  if (age === 'amber' && waysChanged) return findingOf('copy', 'before', { at: lastVerifiedAt });
  return findingOf('copy', BY_AGE[age], { at: lastVerifiedAt, count: changesSince });
};

/** The newest entry that says how a verification came out. */
export interface VerifiedEntry {
  /** UTC ms. */
  readonly at: number;
  readonly good: boolean;
  /** In the log that is written now, not in one of before a restore. */
  readonly current: boolean;
}

export const judgeRecord = (verified: VerifiedEntry | null, now: number): Finding => {
  if (verified === null) return findingOf('record', 'never');
  const { at, good, current } = verified;
  if (!good) return findingOf('record', 'broken', { at });
  const isStale = !current || isVerificationOld(at, now);
  return findingOf('record', isStale ? 'stale' : 'verified', { at });
};

/** `doubtful`: with the date in doubt nothing falls due. */
export const judgeSheet = (rehearsedAt: number | null, now: number, doubtful: boolean): Finding => {
  if (rehearsedAt === null) return findingOf('sheet', 'never');
  const isDue = !doubtful && isRehearsalDue(tokyoDateOf(rehearsedAt), tokyoDateOf(now));
  return findingOf('sheet', isDue ? 'due' : 'rehearsed', { at: rehearsedAt });
};
