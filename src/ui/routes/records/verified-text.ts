import type { Verified } from '../../../app/models/newest-verification.ts';
import type { Messages } from '../../../i18n/messages.ts';

export interface VerifiedWords {
  readonly tone: 'ok' | 'wait' | 'bad';
  readonly title: string;
  readonly why: string;
}

/** What the last verification said of the record, and how much of it that still covers. Undefined: not looked up yet. */
export const verifiedWords = ({ records, dates }: Pick<Messages, 'dates' | 'records'>, verified: Verified | null | undefined): VerifiedWords => {
  const { state } = records;
  if (verified === undefined) return { tone: 'wait', title: state.reading, why: '' };
  if (verified === null) return { tone: 'wait', title: state.never, why: state.neverWhy };
  const day = dates.day(verified.at);
  if (!verified.good) return { tone: 'bad', title: state.bad, why: state.badWhy(day) };
  const why = state.goodWhy(day, verified.since);
  if (verified.isStale) return { tone: 'wait', title: verified.since === 0 ? state.stale : state.unchecked, why };
  return { tone: 'ok', title: verified.since === 0 ? state.good : state.goodSoFar, why };
};

/** The same in one line, for paper; where nothing was verified, that alone. Paper waits for the answer: without one it says so. */
export const verifiedText = (words: Pick<Messages, 'dates' | 'records'>, verified: Verified | null | undefined): string => {
  const { title, why } = verifiedWords(words, verified);
  if (verified === undefined) return words.records.state.unknown;
  return verified === null ? title : words.records.state.said(title, why);
};
