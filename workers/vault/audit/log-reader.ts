import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import { OWN_BOOK } from '../../../src/core/formats/consts.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import { hashEntryLine, parseEntry } from '../../../src/core/formats/log/entry.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { ENTRIES_PER_LOG_PAGE, ownRef } from '../book/layout.ts';
import type { PageRow } from '../storage/page-row.ts';
import type { PageStore } from '../storage/page-store.ts';
import type { BookState } from './book-state.ts';
import { hasPages, readAttachedPages } from './attached-reader.ts';
import type { ClosedLog } from './head.ts';
import { checkpointPageCount, joinCheckpoints } from './kept-checkpoints.ts';
import { joinTables } from './linked-pages.ts';
import type { LogStretch } from './log-page.ts';
import { parseLogPage } from './log-page.ts';
import type { PageReader } from './page-reader.ts';
import { damagedPage, openPage } from './page-reader.ts';
import type { PageSealer } from './ports.ts';
import { inBatches, workAhead } from './work-ahead.ts';

/** A stretch of one log: `lines[0]` is entry `first`. */
export interface LogLines {
  readonly first: number;
  readonly lines: readonly string[];
}

/** With the leaf hashes of the lines: the chain was followed by them. */
export interface HashedLines extends LogLines {
  readonly leaves: readonly Uint8Array[];
}

export interface LogReader {
  /** Id of this installation's log, and its size now. */
  readonly logId: string;
  readonly size: () => number;
  /** Logs of earlier installations, oldest first. */
  readonly closed: () => readonly ClosedLog[];
  /**
   * Entries from ≤ seq < to (cut to the log) of the own or a closed log, ascending. Reads only the pages they lie in. The chain
   * is followed within the stretch; the tree is checked by verification only. Errors: DatabaseDamaged, StorageFailed.
   */
  readonly readLines: (from: number, to: number, log?: ClosedLog) => Promise<Result<LogLines, VaultError>>;
  /** The whole log in stretches of 128, each handed over before the next is read. */
  readonly eachStretch: (onStretch: (stretch: HashedLines) => void, log?: ClosedLog) => Promise<Result<null, VaultError>>;
  /**
   * Content attached to entry `seq` at place `at` of its attach list, checked against the hash in the line. Null: nothing with a
   * page is attached there, or it was removed. Errors: NotAllowed, DatabaseDamaged, StorageFailed.
   */
  readonly readAttached: (seq: number, at: number, log?: ClosedLog) => Promise<Result<JsonObject | null, VaultError>>;
  /** Signed checkpoints of all logs in the order they were kept; the current one at the end. */
  readonly checkpoints: () => Promise<Result<readonly string[], VaultError>>;
  /** Table notes, version 1 first. */
  readonly tables: () => Promise<Result<readonly string[], VaultError>>;
}

/** Reads, and once more as a whole where what looks damaged was only of two states: a commit came in between. */
export type Steady = <T>(read: () => Promise<Result<T, VaultError>>) => Promise<Result<T, VaultError>>;

export interface LogReaderDeps {
  readonly store: PageStore;
  readonly sha256: Sha256;
  readonly sealer: () => PageSealer;
  readonly state: () => BookState;
  readonly pages: PageReader;
  readonly steady: Steady;
}

/** Log pages read and opened at once: a transaction for every few would take longer than opening them. */
const BATCH = 64;
/** Batches under way: the next is read while the lines of one are looked at. */
const AHEAD = 2;

/** Where the pages of a log lie, and how many entries are in them. */
type PagedLog = Pick<ClosedLog, 'book' | 'logId' | 'size'>;

/** Places of its pages `from` ≤ no < `to`. */
const refsOf = ({ book }: PagedLog, from: number, to: number): readonly PageRef[] =>
  Array.from({ length: Math.max(to - from, 0) }, (_, at) => ({ book, kind: 'log', no: from + at }));

export const createLogReader = ({ store, sha256, sealer, state, pages, steady }: LogReaderDeps): LogReader => {
  const openStretch = async (ref: PageRef, row: PageRow | null, logId: string): Promise<Result<LogStretch, VaultError>> => {
    if (row === null) return err(damagedPage(ref));
    const content = await openPage(sealer(), ref, row);
    if (!content.ok) return content;
    const stretch = parseLogPage(content.value, state().head.vaultId, logId, sha256);
    return stretch === null ? err(damagedPage(ref)) : ok(stretch);
  };

  /** Pages that follow one another in a log, each of the length its place asks for, each beginning where the one before ends. */
  const openStretches = async (refs: readonly PageRef[], log: PagedLog): Promise<Result<readonly LogStretch[], VaultError>> => {
    const rows = await store.read(refs);
    if (!rows.ok) return rows;
    const opened = await Promise.all(refs.map(async (ref, at) => ({ ref, stretch: await openStretch(ref, rows.value[at] ?? null, log.logId) })));
    const stretches: LogStretch[] = [];
    for (const { ref, stretch } of opened) {
      if (!stretch.ok) return stretch;
      const first = ref.no * ENTRIES_PER_LOG_PAGE;
      const length = Math.min(ENTRIES_PER_LOG_PAGE, log.size - first);
      const before = stretches.at(-1);
      const fits = stretch.value.first === first && stretch.value.lines.length === length;
      if (!fits || (before !== undefined && stretch.value.prev !== before.last)) return err(damagedPage(ref));
      stretches.push(stretch.value);
    }
    return ok(stretches);
  };

  /** The own log up to its tail, which is in memory; a closed one whole. */
  const paged = (log: ClosedLog | undefined): PagedLog => {
    const { head, run } = state();
    return log ?? { book: OWN_BOOK, logId: head.storeId, size: run.first };
  };

  const sizeOf = (log: ClosedLog | undefined): number => log?.size ?? state().head.frontier.size;

  const readLines: LogReader['readLines'] = async (from, to, log) => {
    const first = Math.max(from, 0);
    const end = Math.min(to, sizeOf(log));
    if (first >= end) return ok({ first, lines: [] });
    const { run } = state();
    const source = paged(log);
    const firstNo = Math.floor(first / ENTRIES_PER_LOG_PAGE);
    const endNo = Math.ceil(Math.min(end, source.size) / ENTRIES_PER_LOG_PAGE);
    const stretches = await openStretches(refsOf(source, firstNo, endNo), source);
    if (!stretches.ok) return stretches;
    const lines = stretches.value.flatMap((stretch) => stretch.lines);
    const base = firstNo * ENTRIES_PER_LOG_PAGE;
    // Of the own log's tail, what lies behind `end` is cut off: all of it, where the pages reach so far.
    return ok({ first, lines: [...lines, ...run.lines].slice(first - base, end - base) });
  };

  const eachStretch: LogReader['eachStretch'] = async (onStretch, log) => {
    const { run } = state();
    const source = paged(log);
    const pageCount = Math.ceil(source.size / ENTRIES_PER_LOG_PAGE);
    let last = '';
    const batches = inBatches(refsOf(source, 0, pageCount), BATCH);
    for await (const stretches of workAhead(batches, AHEAD, (refs) => steady(() => openStretches(refs, source)))) {
      if (!stretches.ok) return stretches;
      for (const stretch of stretches.value) {
        if (stretch.prev !== last) return err(damagedPage({ book: source.book, kind: 'log', no: stretch.first / ENTRIES_PER_LOG_PAGE }));
        last = stretch.last;
        onStretch(stretch);
      }
    }
    if (log !== undefined) return ok(null);
    if (run.prev !== last) return err(damagedPage(ownRef('log', Math.max(pageCount - 1, 0))));
    if (run.lines.length > 0) {
      onStretch({ first: run.first, lines: run.lines, leaves: run.lines.map((line) => hashEntryLine(sha256, line)) });
    }
    return ok(null);
  };

  const readAttached: LogReader['readAttached'] = async (seq, at, log) => {
    const found = await readLines(seq, seq + 1, log);
    if (!found.ok) return found;
    const [line] = found.value.lines;
    const entry = line === undefined ? null : parseEntry(line);
    const attachment = entry?.ok === true ? entry.value.attach[at] : undefined;
    if (attachment === undefined || !hasPages(attachment.kind)) return ok(null);
    const place = { book: log?.book ?? OWN_BOOK, kind: attachment.kind, seq, at, hash: attachment.hash };
    const attached = await readAttachedPages({ store, sealer: sealer(), sha256 }, place);
    return attached.ok ? ok(attached.value?.content ?? null) : attached;
  };

  /** Pages 0 or 1 to `last`, in that order; null for one that is not there. Many reads at once: a vault has a table for each renewed key. */
  const readEach = async (kind: 'checkpoint' | 'table', first: number, last: number): Promise<Result<readonly (JsonObject | null)[], VaultError>> => {
    const refs = Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => ownRef(kind, first + at));
    const contents: (JsonObject | null)[] = [];
    for (const batch of inBatches(refs, BATCH)) {
      for (const content of await Promise.all(batch.map((ref) => pages.read(ref)))) {
        if (!content.ok) return content;
        contents.push(content.value);
      }
    }
    return ok(contents);
  };

  const checkpoints: LogReader['checkpoints'] = async () => {
    const { head } = state();
    const contents = await readEach('checkpoint', 0, checkpointPageCount(head) - 1);
    if (!contents.ok) return contents;
    const joined = joinCheckpoints(head, contents.value, sha256);
    if ('damaged' in joined) return err(damagedPage(ownRef('checkpoint', joined.damaged)));
    return ok(head.checkpoint === '' ? joined.notes : [...joined.notes, head.checkpoint]);
  };

  const tables: LogReader['tables'] = async () => {
    const { head } = state();
    const contents = await readEach('table', 1, head.pages.some(({ kind }) => kind === 'table') ? head.tableVersion : 0);
    if (!contents.ok) return contents;
    const joined = joinTables(head, contents.value, sha256);
    return 'damaged' in joined ? err(damagedPage(ownRef('table', joined.damaged))) : ok(joined.tables);
  };

  return {
    logId: state().head.storeId,
    size: () => sizeOf(undefined),
    closed: () => state().closed,
    readLines: (...asked) => steady(() => readLines(...asked)),
    // What has been handed over is not handed over again: each batch is read for itself.
    eachStretch,
    readAttached: (...asked) => steady(() => readAttached(...asked)),
    checkpoints: () => steady(checkpoints),
    tables: () => steady(tables),
  };
};
