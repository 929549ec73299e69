import type { PersonPage as PersonListPage, PersonQuery, PersonRow } from '../../../src/core/contract/person-api.ts';
import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { NumberState } from '../../../src/core/domain/person/number-state.ts';
import { numberStateOf } from '../../../src/core/domain/person/number-state.ts';
import { foldForSearch } from '../../../src/core/domain/text/fold.ts';
import type { IndexPage, IndexRow } from './index-page.ts';
import { SLOTS_PER_INDEX } from './layout.ts';
import type { SearchText } from './search-text.ts';
import { emptySearchText } from './search-text.ts';

/**
 * List and search of an open book, in memory. Built once at unlock, changed page by page by the commits; a keystroke costs
 * one pass of indexOf over folded text.
 */
export interface PersonIndex {
  readonly size: () => number;
  readonly get: (id: PersonId) => IndexRow | null;
  /** Rows of those who hang on the person. */
  readonly dependantsOf: (id: PersonId) => readonly IndexRow[];
  /** All rows in the order of the list. */
  readonly all: () => readonly IndexRow[];
  /** Visible rows, total of what matches, counts over everybody. States are derived for `today`. */
  readonly query: (query: PersonQuery, today: CivilDate) => PersonListPage;
  /** A row as the page sees it. */
  readonly toPersonRow: (row: IndexRow, today: CivilDate) => PersonRow;
  /**
   * Orders the list, or folds one page of rows for search; false when all is done. Unlocking does not wait for it: called in slices
   * afterwards, it spares the first keystroke the work.
   */
  readonly warm: () => boolean;
  /** Called by the writer with the pages a commit changed; null: the page is gone. */
  readonly apply: (changed: ReadonlyMap<number, IndexPage | null>) => void;
}

interface ListedPage {
  readonly rows: readonly IndexRow[];
  readonly search: SearchText;
  /** The rows are not folded yet. */
  readonly stale: boolean;
}

/** What a row stands by in the list: its reading, else its name. */
const readingOf = ({ kana, name }: IndexRow): string => (kana === '' ? name : kana);

/** Equal ones by id, so that they keep their order. */
const byReading = (a: IndexRow, b: IndexRow): number => {
  const left = readingOf(a);
  const right = readingOf(b);
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

/** Two ordered lists as one. */
const merge = (a: readonly IndexRow[], b: readonly IndexRow[]): IndexRow[] => {
  const merged: IndexRow[] = [];
  let at = 0;
  for (const one of a) {
    for (let other = b[at]; other !== undefined && byReading(other, one) < 0; other = b[at]) {
      merged.push(other);
      at += 1;
    }
    merged.push(one);
  }
  return at === b.length ? merged : [...merged, ...b.slice(at)];
};

/** The beginning of the list, `count` rows at least where there are so many: ordered are only those whose first sign comes first. */
const beginningOf = (rows: Iterable<IndexRow>, count: number): readonly IndexRow[] => {
  const byFirst = new Map<number, IndexRow[]>();
  for (const row of rows) {
    const reading = readingOf(row);
    const first = reading === '' ? -1 : reading.charCodeAt(0);
    const found = byFirst.get(first);
    if (found === undefined) byFirst.set(first, [row]);
    else found.push(row);
  }
  const beginning: IndexRow[] = [];
  for (const [, found] of [...byFirst].toSorted(([a], [b]) => a - b)) {
    if (beginning.length >= count) break;
    beginning.push(...found.toSorted(byReading));
  }
  return beginning;
};

export const createPersonIndex = (): PersonIndex => {
  const pages = new Map<number, ListedPage>();
  const byId = new Map<PersonId, IndexRow>();
  const children = new Map<PersonId, Set<PersonId>>();
  /** The list; `come` has what commits added since it was asked for last, what they took is no longer in `byId`. */
  let sorted: IndexRow[] = [];
  let come: IndexRow[] = [];
  /** Place in the list, by slot. */
  let ranks = new Int32Array(0);
  const states = new Map<PersonId, NumberState>();
  let statesOf: CivilDate | null = null;
  let withNumber = 0;
  let corporate = 0;

  const count = (row: IndexRow, by: 1 | -1): void => {
    if (row.corporate) corporate += by;
    else if (row.hasNumber) withNumber += by;
    if (row.parentId === null) return;
    const siblings = children.get(row.parentId) ?? new Set();
    if (by === 1) siblings.add(row.id);
    else siblings.delete(row.id);
    children.set(row.parentId, siblings);
  };

  const isOrdered = (): boolean => come.length === 0 && sorted.length === byId.size;

  const order = (): readonly IndexRow[] => {
    if (isOrdered()) return sorted;
    const isCurrent = (row: IndexRow): boolean => byId.get(row.id) === row;
    sorted = merge(sorted.filter(isCurrent), come.filter(isCurrent).toSorted(byReading));
    come = [];
    ranks = new Int32Array((pages.size === 0 ? 0 : Math.max(...pages.keys()) + 1) * SLOTS_PER_INDEX);
    for (const [rank, row] of sorted.entries()) ranks[row.slot] = rank;
    return sorted;
  };

  const stateOf = (row: IndexRow, today: CivilDate): NumberState => {
    if (statesOf !== today) states.clear();
    statesOf = today;
    const known = states.get(row.id);
    if (known !== undefined) return known;
    const state = numberStateOf({ hasNumber: row.hasNumber, corporate: row.corporate, relationTo: row.relationTo, today });
    states.set(row.id, state);
    return state;
  };

  const toPersonRow = (row: IndexRow, today: CivilDate): PersonRow => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    kana: row.kana,
    code: row.code,
    corporate: row.corporate,
    parentName: row.parentId === null ? '' : (byId.get(row.parentId)?.name ?? ''),
    state: stateOf(row, today),
  });

  const folded = (no: number, page: ListedPage): ListedPage => {
    if (!page.stale) return page;
    const fresh: ListedPage = { rows: page.rows, search: page.search.withRows(page.rows), stale: false };
    pages.set(no, fresh);
    return fresh;
  };

  /** Which places of the list contain the text: 1, or all where nothing is asked (null). */
  const search = (text: string): Uint8Array | null => {
    const needle = foldForSearch(text);
    const listed = order();
    if (needle === '') return null;
    const hits = new Uint8Array(listed.length);
    for (const [no, page] of pages) {
      folded(no, page).search.find(needle, (slot) => {
        hits[ranks[slot] ?? 0] = 1;
      });
    }
    return hits;
  };

  return {
    size: () => byId.size,
    get: (id) => byId.get(id) ?? null,
    dependantsOf: (id) => [...(children.get(id) ?? [])].flatMap((child) => byId.get(child) ?? []),
    all: order,
    query: ({ text, kinds, states: wanted, offset, limit }, today) => {
      const all = byId.size;
      const counts = { all, withNumber, withoutNumber: all - withNumber - corporate };
      if (kinds.length === 0 && wanted.length === 0 && foldForSearch(text) === '') {
        // The first screen of an unlocked vault waits for its own rows alone; `warm` orders the rest.
        const listed = isOrdered() ? sorted : beginningOf(byId.values(), offset + limit);
        return { rows: listed.slice(offset, offset + limit).map((row) => toPersonRow(row, today)), total: all, counts };
      }
      const rows: PersonRow[] = [];
      let total = 0;
      const hits = search(text);
      for (let rank = 0; rank < sorted.length; rank += 1) {
        if (hits !== null && hits[rank] === 0) continue;
        const row = sorted[rank];
        if (row === undefined) break;
        if (kinds.length > 0 && !kinds.includes(row.kind)) continue;
        if (wanted.length > 0 && !wanted.includes(stateOf(row, today))) continue;
        if (total >= offset && rows.length < limit) rows.push(toPersonRow(row, today));
        total += 1;
      }
      return { rows, total, counts };
    },
    toPersonRow,
    warm: () => {
      if (!isOrdered()) {
        order();
        return true;
      }
      for (const [no, page] of pages) {
        if (!page.stale) continue;
        folded(no, page);
        return true;
      }
      return false;
    },
    apply: (changed) => {
      const before = new Map([...changed.keys()].flatMap((no) => (pages.get(no)?.rows ?? []).map((row): [PersonId, IndexRow] => [row.id, row])));
      // All out before any comes in: a person may have moved from one of the pages to another.
      for (const row of before.values()) {
        count(row, -1);
        byId.delete(row.id);
        states.delete(row.id);
      }
      for (const [no, page] of changed) {
        const rows = page?.rows ?? [];
        for (const row of rows) {
          count(row, 1);
          byId.set(row.id, row);
        }
        if (rows.length === 0) pages.delete(no);
        else pages.set(no, { rows, search: pages.get(no)?.search ?? emptySearchText, stale: true });
      }
      for (const row of [...changed.values()].flatMap((page) => page?.rows ?? [])) {
        const old = before.get(row.id);
        if (old === row) continue;
        const rank = ranks[row.slot];
        // Most changes leave a person where it stands in the list.
        const stays = old !== undefined && old.slot === row.slot && readingOf(old) === readingOf(row);
        if (stays && rank !== undefined && sorted[rank] === old) sorted[rank] = row;
        else come.push(row);
      }
    },
  };
};
