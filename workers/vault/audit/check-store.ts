import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import { attachedNo, DRAFT_REF, ENTRIES_PER_LOG_PAGE, HEAD_REF, MAX_PARTS, ownRef } from '../book/layout.ts';
import { samePage } from '../storage/page-row.ts';
import type { PageStore } from '../storage/page-store.ts';
import type { AttachedPlace } from './attached-reader.ts';
import { readAttachedPages } from './attached-reader.ts';
import type { BookState } from './book-state.ts';
import { checkBook, knownPlaces } from './check-book.ts';
import { checkLog } from './check-log.ts';
import type { ClosedLog } from './head.ts';
import { loadBook, openHead, readBookRows } from './load-book.ts';
import { createLogReader } from './log-reader.ts';
import { createPageReader, damagedPage } from './page-reader.ts';
import type { PageSealer } from './ports.ts';
import { readAhead } from './read-ahead.ts';

export interface StoreCheck {
  /** Empty: every page of the database was opened and fits. */
  readonly problems: readonly VaultError[];
  readonly pages: number;
  readonly persons: number;
  readonly numbers: number;
  /** Of the own log. */
  readonly entries: number;
}

export interface StoreCheckInput {
  readonly store: PageStore;
  readonly sealer: PageSealer;
  readonly state: BookState;
  readonly sha256: Sha256;
  readonly onProgress?: (done: number, total: number) => void;
}

const foreignPage = (key: string): VaultError => ({ type: 'DatabaseDamaged', page: key });

/**
 * Opens every page of the database and compares it with what names it: head with the given state, index and other pages with the head,
 * persons and numbers with the index, the log with the head's tree, attached pages with their entries. Whatever lies there unnamed is
 * a problem too. Pages under keys the member does not hold are left out. Used after a rotation, before a copy and on demand.
 */
export const checkStore = async ({ store: disk, sealer, state, sha256, onProgress }: StoreCheckInput): Promise<StoreCheck> => {
  const listed = await disk.list();
  if (!listed.ok) return { problems: [listed.error], pages: 0, persons: 0, numbers: 0, entries: 0 };
  const { refs, foreign } = listed.value;
  const store = readAhead(disk, refs);
  const pages = createPageReader({ store, sealer: () => sealer, state: () => state, catchUp: () => Promise.resolve(false) });
  const log = createLogReader({ store, sha256, sealer: () => sealer, state: () => state, pages, steady: (read) => read() });
  const problems: VaultError[] = foreign > 0 ? [foreignPage('unknown')] : [];
  let done = 0;
  const step = (): void => onProgress?.((done += 1), refs.length);

  problems.push(...(await checkLoaded(disk, sealer, state, sha256)));
  const book = await checkBook(pages, state, sealer, step);
  problems.push(...book.problems);
  for (const { kind, no } of state.head.pages) {
    step();
    // Index pages were opened with the state, tables and checkpoint pages are below, all of them.
    if (kind !== 'setting') continue;
    const content = await pages.read(ownRef(kind, no));
    if (!content.ok) problems.push(content.error);
  }
  for (const notes of [await log.checkpoints(), await log.tables()]) if (!notes.ok) problems.push(notes.error);

  /** By the first page of each attachment: how many pages it may have. */
  const attached = new Map<string, number>();
  const logs: readonly (ClosedLog | undefined)[] = [undefined, ...state.closed];
  let entries = 0;
  for (const closed of logs) {
    const checked = await checkLog(log, state, sha256, closed);
    if (closed === undefined) entries = checked.entries;
    problems.push(...checked.problems);
    for (const place of checked.attached) {
      const first = firstPageOf(place);
      const read = await readAttachedPages({ store, sealer, sha256 }, place);
      step();
      if (!read.ok && read.error.type !== 'NotAllowed') problems.push(read.error);
      // Nothing takes an attachment away from its entry.
      if (read.ok && read.value === null) problems.push(damagedPage(first));
      // How many pages it has is known to whoever opens it; of one that is damaged, which is told already, to nobody.
      attached.set(pageRefKey(first), read.ok ? (read.value?.parts ?? 0) : MAX_PARTS);
    }
  }

  const known = new Set([DRAFT_REF, ...knownPlaces(state), ...state.closed.flatMap(pagesOfClosed)].map(pageRefKey));
  const belongs = (ref: PageRef): boolean => {
    const part = ref.no % MAX_PARTS;
    return known.has(pageRefKey(ref)) || part < (attached.get(pageRefKey({ ...ref, no: ref.no - part })) ?? 0);
  };
  const mayJudge = sealer.holds('profile');
  for (const ref of refs) if (!belongs(ref) && (mayJudge || !['person', 'number'].includes(ref.kind))) problems.push(damagedPage(ref));
  return { problems, pages: refs.length, persons: book.persons, numbers: book.numbers, entries };
};

const firstPageOf = ({ book, kind, seq, at }: AttachedPlace): PageRef => ({ book, kind, no: attachedNo(seq, at, 0) });

/** Head, index and tail as they lie on the disk are those of the state. */
const checkLoaded = async (store: PageStore, sealer: PageSealer, state: BookState, sha256: Sha256): Promise<readonly VaultError[]> => {
  const rows = await readBookRows(store);
  if (!rows.ok) return [rows.error];
  if (!samePage(rows.value.head, state.headRow)) return [damagedPage(HEAD_REF)];
  const head = await openHead(sealer, rows.value.head);
  const loaded = head.ok ? await loadBook(sealer, rows.value, head.value, sha256) : head;
  return loaded.ok ? [] : [loaded.error];
};

const pagesOfClosed = ({ book, size }: ClosedLog): readonly PageRef[] =>
  Array.from({ length: Math.ceil(size / ENTRIES_PER_LOG_PAGE) }, (_, no) => ({ book, kind: 'log', no }));
