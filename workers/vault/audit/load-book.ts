import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import type { IndexPage } from '../book/index-page.ts';
import { parseIndexPage } from '../book/index-page.ts';
import { closedBook, closedHeadRef, ENTRIES_PER_LOG_PAGE, ENTRIES_PER_TAIL_PAGE, HEAD_REF, ownRef } from '../book/layout.ts';
import type { PageRow, StoredPage } from '../storage/page-row.ts';
import type { PageStore } from '../storage/page-store.ts';
import type { BookState } from './book-state.ts';
import type { ClosedLog, Head } from './head.ts';
import { parseClosed, parseHead } from './head.ts';
import type { LogRun } from './log-page.ts';
import { parseLogPage } from './log-page.ts';
import { damagedPage, openExpected, openPage } from './page-reader.ts';
import type { PageSealer } from './ports.ts';

/** The rows an open book is made of, read together before anything is known of them. */
export interface BookRows {
  readonly head: PageRow;
  /** Heads of closed logs. */
  readonly closed: readonly StoredPage[];
  readonly index: readonly StoredPage[];
  readonly tail: readonly StoredPage[];
}

export const readBookRows = async (store: PageStore): Promise<Result<BookRows, VaultError>> => {
  const read = await store.readTogether(HEAD_REF, ['head', 'index', 'tail']);
  if (!read.ok) return read;
  const { row, kinds } = read.value;
  const [heads = [], index = [], tail = []] = kinds;
  const closed = heads.filter(({ at }) => at.no !== HEAD_REF.no);
  return row === null ? err({ type: 'DatabaseMissing' }) : ok({ head: row, closed, index, tail });
};

export const openHead = async (sealer: PageSealer, row: PageRow): Promise<Result<Head, VaultError>> => {
  const content = await openPage(sealer, HEAD_REF, row);
  if (!content.ok) return content;
  const head = parseHead(content.value);
  const ours = head !== null && head.vaultId === sealer.vaultId && head.storeId === sealer.storeId && head.epoch === row.epoch;
  return ours ? ok(head) : err(damagedPage(HEAD_REF));
};

/** Written once, with the store: under each key only one of each can ever open. Those an early build named in the head have no page. */
const openClosed = async (sealer: PageSealer, head: Head, rows: readonly StoredPage[]): Promise<Result<readonly ClosedLog[], VaultError>> => {
  const inPages = head.closedHere.length > 0 ? 0 : head.closedCount;
  const planted = rows.find(({ at }) => at.no > inPages);
  if (planted !== undefined) return err(damagedPage(planted.at));
  const opened = await Promise.all(
    Array.from({ length: inPages }, async (_, before): Promise<Result<ClosedLog, VaultError>> => {
      const ref = closedHeadRef(before + 1);
      const row = rows.find(({ at }) => at.no === ref.no)?.row;
      if (row === undefined) return err(damagedPage(ref));
      const content = await openPage(sealer, ref, row);
      if (!content.ok) return content;
      const log = parseClosed(content.value);
      return log?.book === closedBook(ref.no) ? ok(log) : err(damagedPage(ref));
    }),
  );
  const logs: ClosedLog[] = [...head.closedHere];
  for (const log of opened) {
    if (!log.ok) return log;
    logs.push(log.value);
  }
  return ok(logs);
};

const openIndex = async (
  sealer: PageSealer,
  head: Head,
  rows: readonly StoredPage[],
): Promise<Result<ReadonlyMap<number, IndexPage>, VaultError>> => {
  if (!sealer.holds('profile')) return ok(new Map());
  const named = head.pages.filter((page) => page.kind === 'index');
  const planted = rows.find(({ at }) => !named.some((page) => page.no === at.no));
  if (planted !== undefined) return err(damagedPage(planted.at));
  const opened = await Promise.all(
    named.map(async (expected): Promise<Result<IndexPage, VaultError>> => {
      const ref = ownRef('index', expected.no);
      const content = await openExpected(sealer, ref, rows.find(({ at }) => at.no === expected.no)?.row ?? null, expected);
      if (!content.ok) return content;
      const page = parseIndexPage(ref.no, content.value);
      return page === null ? err(damagedPage(ref)) : ok(page);
    }),
  );
  const pages = new Map<number, IndexPage>();
  for (const page of opened) {
    if (!page.ok) return page;
    pages.set(page.value.no, page.value);
  }
  return ok(pages);
};

/** The tail pages must be exactly those the log's size asks for, end in the head's last entry and hang together. */
const openRun = async (sealer: PageSealer, head: Head, rows: readonly StoredPage[], sha256: Sha256): Promise<Result<LogRun, VaultError>> => {
  const { size } = head.frontier;
  const first = size - (size % ENTRIES_PER_LOG_PAGE);
  const firstNo = first / ENTRIES_PER_TAIL_PAGE;
  const lastNo = Math.ceil(size / ENTRIES_PER_TAIL_PAGE);
  const planted = rows.find(({ at }) => at.no < firstNo || at.no >= lastNo);
  if (planted !== undefined) return err(damagedPage(planted.at));
  const lines: string[] = [];
  let prev: string | null = null;
  let last = head.last;
  for (let no = firstNo; no < lastNo; no += 1) {
    const ref = ownRef('tail', no);
    const row = rows.find(({ at }) => at.no === no)?.row;
    if (row === undefined) return err(damagedPage(ref));
    const content = await openPage(sealer, ref, row);
    if (!content.ok) return content;
    const stretch = parseLogPage(content.value, head.vaultId, head.storeId, sha256);
    if (stretch === null || stretch.first !== first + lines.length || (prev !== null && stretch.prev !== last)) return err(damagedPage(ref));
    prev ??= stretch.prev;
    last = stretch.last;
    lines.push(...stretch.lines);
  }
  // An older tail page opens, but does not lead to the entry the head ends in. Where none is asked for, both hold.
  if (first + lines.length !== size || last !== head.last) return err(damagedPage(ownRef('tail', lastNo - 1)));
  return ok({ first, prev: prev ?? head.last, lines });
};

/** Closed logs, index pages and tail, in parallel, each compared with what the opened head says of it. */
export const loadBook = async (sealer: PageSealer, rows: BookRows, head: Head, sha256: Sha256): Promise<Result<BookState, VaultError>> => {
  const [closed, index, run] = await Promise.all([
    openClosed(sealer, head, rows.closed),
    openIndex(sealer, head, rows.index),
    openRun(sealer, head, rows.tail, sha256),
  ]);
  if (!closed.ok) return closed;
  if (!index.ok) return index;
  return run.ok ? ok({ head, headRow: rows.head, closed: closed.value, index: index.value, run: run.value }) : run;
};
