import type { VaultError } from '../../../src/core/contract/errors.ts';
import { closedHeadRef, ENTRIES_PER_LOG_PAGE, ENTRIES_PER_TAIL_PAGE, ownRef, pageNoOfSlot } from '../book/layout.ts';
import { rowToJson } from '../book/index-page.ts';
import { currentNumber } from '../book/number-page.ts';
import { rowOf } from '../book/row-table.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import type { BookState } from './book-state.ts';
import type { PageHash } from '../book/page-hash.ts';
import { linkedRefs } from './linked-pages.ts';
import type { PageReader } from './page-reader.ts';
import { damagedPage } from './page-reader.ts';
import type { PageSealer } from './ports.ts';
import { workAhead } from './work-ahead.ts';

export interface BookCheck {
  readonly problems: readonly VaultError[];
  readonly persons: number;
  readonly numbers: number;
}

type Leaf =
  | { readonly kind: 'person'; readonly no: number; readonly page: Awaited<ReturnType<PageReader['readPersonPage']>> }
  | { readonly kind: 'number'; readonly no: number; readonly page: Awaited<ReturnType<PageReader['readNumberPage']>> }
  | { readonly kind: 'unread'; readonly no: number; readonly page: null };

/** Index pages whose persons and numbers are read and opened while those of one are looked at. */
const AHEAD = 4;

const openLeaf = async (pages: PageReader, sealer: PageSealer, { kind, no }: PageHash): Promise<Leaf> => {
  if (kind === 'person') return { kind, no, page: await pages.readPersonPage(no) };
  if (kind === 'number' && sealer.holds('number')) return { kind, no, page: await pages.readNumberPage(no) };
  return { kind: 'unread', no, page: null };
};

/** Opens every person and number page the acting member has a key for, and compares rows with records. */
export const checkBook = async (pages: PageReader, state: BookState, sealer: PageSealer, onPage: () => void): Promise<BookCheck> => {
  const problems: VaultError[] = [];
  let persons = 0;
  let numbers = 0;
  if (!sealer.holds('profile')) return { problems, persons, numbers };
  const leaves = workAhead(state.index.values(), AHEAD, async (index) => ({
    index,
    opened: await Promise.all(index.pages.map((page) => openLeaf(pages, sealer, page))),
  }));
  for await (const { index, opened } of leaves) {
    for (const { kind, no, page } of opened) {
      onPage();
      const rows = index.rows.filter((row) => pageNoOfSlot(row.slot) === no);
      if (kind === 'person') {
        if (!page.ok) problems.push(page.error);
        const records = page.ok ? page.value?.records : undefined;
        persons += records?.size ?? 0;
        const agree = (slot: number): boolean => {
          const record = records?.get(slot);
          const row = rows.find((one) => one.slot === slot);
          return record !== undefined && row !== undefined && JSON.stringify(rowToJson(rowOf(record, row))) === JSON.stringify(rowToJson(row));
        };
        if (page.ok && ![...rows.map((row) => row.slot), ...(records?.keys() ?? [])].every(agree)) problems.push(damagedPage(ownRef(kind, no)));
      } else if (kind === 'number') {
        if (!page.ok) problems.push(page.error);
        const records = page.ok ? (page.value?.records ?? []) : [];
        numbers += records.length;
        const strangers = records.some((record) => !rows.some((row) => row.id === record.person));
        const differ = rows.some((row) => row.hasNumber !== (currentNumber(records, row.id) !== null));
        if (page.ok && (strangers || differ)) problems.push(damagedPage(ownRef(kind, no)));
      }
    }
    const homeless = index.rows.filter((row) => !index.pages.some((page) => page.kind === 'person' && page.no === pageNoOfSlot(row.slot)));
    const numberless = index.rows.filter((row) => row.hasNumber && !index.pages.some((page) => page.kind === 'number' && page.no === pageNoOfSlot(row.slot)));
    if (homeless.length + numberless.length > 0) problems.push(damagedPage(ownRef('index', index.no)));
  }
  return { problems, persons, numbers };
};

/** Places the own book must have besides attached pages: anything else in it was planted. */
export const knownPlaces = ({ head, index, run }: BookState): readonly PageRef[] => {
  const named = [...head.pages, ...[...index.values()].flatMap((page) => page.pages)].map(({ kind, no }) => ownRef(kind, no));
  const logs = Array.from({ length: run.first / ENTRIES_PER_LOG_PAGE }, (_, no) => ownRef('log', no));
  const firstTail = run.first / ENTRIES_PER_TAIL_PAGE;
  const tails = Array.from({ length: Math.ceil(run.lines.length / ENTRIES_PER_TAIL_PAGE) }, (_, at) => ownRef('tail', firstTail + at));
  const closed = head.closedHere.length > 0 ? [] : Array.from({ length: head.closedCount }, (_, before) => closedHeadRef(before + 1));
  return [ownRef('head', 0), ...named, ...logs, ...tails, ...linkedRefs(head), ...closed];
};
