import type { IndexPage } from '../book/index-page.ts';
import type { PageRow } from '../storage/page-row.ts';
import type { ClosedLog, Head } from './head.ts';
import type { LogRun } from './log-page.ts';

/**
 * The open book as it was stored last: head, closed logs, index pages and the tail of the log, nothing else. Replaced as a whole by each
 * commit and never changed in place, so a commit that fails leaves no trace in memory either.
 */
export interface BookState {
  readonly head: Head;
  /** The head as it lies in the database; null before the first commit of a new store. */
  readonly headRow: PageRow | null;
  /** Logs of earlier installations, oldest first. */
  readonly closed: readonly ClosedLog[];
  /** By page number. */
  readonly index: ReadonlyMap<number, IndexPage>;
  /** The entries since the last full log page, at most 127. */
  readonly run: LogRun;
}
