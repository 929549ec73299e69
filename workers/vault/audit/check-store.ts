import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import { DRAFT_REF, ENTRIES_PER_LOG_PAGE, MAX_ATTACHMENTS, MAX_PARTS, ownRef } from '../book/layout.ts';
import type { PageStore } from '../storage/page-store.ts';
import type { BookState } from './book-state.ts';
import { checkBook, knownPlaces } from './check-book.ts';
import { checkLog } from './check-log.ts';
import type { ClosedLog } from './head.ts';
import { createLogReader } from './log-reader.ts';
import { createPageReader, damagedPage } from './page-reader.ts';
import type { PageSealer } from './ports.ts';

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
export const checkStore = async ({ store, sealer, state, sha256, onProgress }: StoreCheckInput): Promise<StoreCheck> => {
  const pages = createPageReader({ store, sha256, sealer: () => sealer, state: () => state, catchUp: () => Promise.resolve(false) });
  const log = createLogReader({ store, sha256, sealer: () => sealer, state: () => state, pages });
  const listed = await store.list();
  if (!listed.ok) return { problems: [listed.error], pages: 0, persons: 0, numbers: 0, entries: 0 };
  const { refs, foreign } = listed.value;
  const problems: VaultError[] = foreign > 0 ? [foreignPage('unknown')] : [];
  let done = 0;
  const step = (): void => onProgress?.((done += 1), refs.length);

  const book = await checkBook(pages, state, sealer, step);
  problems.push(...book.problems);
  for (const { kind, no } of state.head.pages) {
    step();
    if (kind === 'index') continue;
    const content = await pages.read(ownRef(kind, no));
    if (!content.ok) problems.push(content.error);
  }
  for (const notes of [await log.checkpoints(), await log.tables()]) if (!notes.ok) problems.push(notes.error);

  const attached: PageRef[] = [];
  const logs: readonly (ClosedLog | undefined)[] = [undefined, ...state.head.closed];
  let entries = 0;
  for (const closed of logs) {
    const checked = await checkLog(log, state, sha256, closed);
    if (closed === undefined) entries = checked.entries;
    problems.push(...checked.problems);
    attached.push(...checked.attached);
    for (const ref of checked.attached) {
      const content = await log.readAttached(...placeOf(ref), closed);
      step();
      if (!content.ok && content.error.type !== 'NotAllowed') problems.push(content.error);
    }
  }

  const known = new Set([DRAFT_REF, ...knownPlaces(state), ...state.head.closed.flatMap(pagesOfClosed)].map(pageRefKey));
  const attachedStarts = new Set(attached.map(pageRefKey));
  const belongs = (ref: PageRef): boolean => known.has(pageRefKey(ref)) || attachedStarts.has(pageRefKey({ ...ref, no: ref.no - (ref.no % MAX_PARTS) }));
  const mayJudge = sealer.holds('profile');
  for (const ref of refs) if (!belongs(ref) && (mayJudge || !['person', 'number'].includes(ref.kind))) problems.push(damagedPage(ref));
  return { problems, pages: refs.length, persons: book.persons, numbers: book.numbers, entries };
};

/** Inverse of attachedNo: which entry, which place in its list. */
const placeOf = ({ no }: PageRef): readonly [seq: number, at: number] => {
  const attachment = Math.floor(no / MAX_PARTS);
  return [Math.floor(attachment / MAX_ATTACHMENTS), attachment % MAX_ATTACHMENTS];
};

const pagesOfClosed = ({ book, size }: ClosedLog): readonly PageRef[] =>
  Array.from({ length: Math.ceil(size / ENTRIES_PER_LOG_PAGE) }, (_, no) => ({ book, kind: 'log', no }));
