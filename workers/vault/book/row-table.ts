import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { IndexPage, IndexRow } from './index-page.ts';
import { emptyIndexPage, rowToJson } from './index-page.ts';
import { indexNoOfSlot, SLOTS_PER_INDEX } from './layout.ts';
import type { PersonRecord } from './person-page.ts';

/** The index rows of a book while one plan changes them: who is where, and which slot is free. */
export interface RowTable {
  readonly get: (id: PersonId) => IndexRow | null;
  readonly dependantsOf: (id: PersonId) => readonly IndexRow[];
  /** The row may stand in its slot: its index page would still be small enough. */
  readonly fits: (row: IndexRow) => boolean;
  /** Lowest free slot whose index page has room for the row. */
  readonly findSlot: (row: IndexRow) => number;
  readonly put: (row: IndexRow) => void;
  readonly remove: (id: PersonId) => void;
  readonly changedPages: () => ReadonlyMap<number, IndexPage>;
}

/** Bytes of rows an index page may hold, so that with its refs it stays below the size of a blob (48 KiB sealed). */
const ROW_BYTES = 44 * 1024;

const utf8 = new TextEncoder();
const sizeOf = (row: IndexRow): number => utf8.encode(JSON.stringify(rowToJson(row))).length + 1;

/** What list and search show of a record. `before` keeps slot, number flag and unknown columns of the row it had. */
export const rowOf = (record: PersonRecord, before: IndexRow | null): IndexRow => ({
  slot: before?.slot ?? -1,
  id: record.id,
  kind: record.fields.kind,
  name: record.fields.name,
  kana: record.fields.kana,
  code: record.fields.code,
  corporate: record.fields.corporate,
  parentId: record.fields.parentId,
  hasNumber: before?.hasNumber ?? false,
  relationTo: record.fields.relationTo?.date ?? null,
  more: before?.more ?? [],
});

export const createRowTable = (index: ReadonlyMap<number, IndexPage>): RowTable => {
  const byId = new Map<PersonId, IndexRow>();
  const bySlot = new Map<number, IndexRow>();
  const sizes = new Map<number, number>();
  const changed = new Set<number>();
  for (const page of index.values()) {
    for (const row of page.rows) {
      byId.set(row.id, row);
      bySlot.set(row.slot, row);
    }
  }
  /** No free slot lies below it. */
  let lowest = 0;

  const sizeOfPage = (no: number): number => {
    const known = sizes.get(no);
    if (known !== undefined) return known;
    const size = (index.get(no)?.rows ?? []).reduce((sum, row) => sum + sizeOf(row), 0);
    sizes.set(no, size);
    return size;
  };

  const remove = (id: PersonId): void => {
    const row = byId.get(id);
    if (row === undefined) return;
    const no = indexNoOfSlot(row.slot);
    sizes.set(no, sizeOfPage(no) - sizeOf(row));
    byId.delete(id);
    bySlot.delete(row.slot);
    changed.add(no);
    lowest = Math.min(lowest, row.slot);
  };

  return {
    get: (id) => byId.get(id) ?? null,
    dependantsOf: (id) => [...byId.values()].filter((row) => row.parentId === id),
    fits: (row) => {
      const before = bySlot.get(row.slot);
      return sizeOfPage(indexNoOfSlot(row.slot)) - (before === undefined ? 0 : sizeOf(before)) + sizeOf(row) <= ROW_BYTES;
    },
    findSlot: (row) => {
      while (bySlot.has(lowest)) lowest += 1;
      for (let slot = lowest; ; slot += 1) {
        if (bySlot.has(slot)) continue;
        const no = indexNoOfSlot(slot);
        if (sizeOfPage(no) + sizeOf({ ...row, slot }) <= ROW_BYTES) return slot;
        // Full by size: on to the first slot of the next index page.
        slot = (no + 1) * SLOTS_PER_INDEX - 1;
      }
    },
    put: (row) => {
      const before = byId.get(row.id);
      if (before !== undefined) remove(row.id);
      const no = indexNoOfSlot(row.slot);
      sizes.set(no, sizeOfPage(no) + sizeOf(row));
      byId.set(row.id, row);
      bySlot.set(row.slot, row);
      changed.add(no);
    },
    remove,
    changedPages: () => {
      const rowsOf = (no: number): readonly IndexRow[] => {
        const rows: IndexRow[] = [];
        for (let slot = no * SLOTS_PER_INDEX; slot < (no + 1) * SLOTS_PER_INDEX; slot += 1) {
          const row = bySlot.get(slot);
          if (row !== undefined) rows.push(row);
        }
        return rows;
      };
      return new Map([...changed].map((no) => [no, { ...(index.get(no) ?? emptyIndexPage(no)), rows: rowsOf(no) }]));
    },
  };
};
