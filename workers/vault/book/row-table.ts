import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { IndexPage, IndexRow } from './index-page.ts';
import { emptyIndexPage } from './index-page.ts';
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
  /** New in a free slot, or in place of the person's row in the same slot. */
  readonly put: (row: IndexRow) => void;
  readonly remove: (id: PersonId) => void;
  readonly changedPages: () => ReadonlyMap<number, IndexPage>;
}

/** Bytes of rows an index page may hold, so that with its refs it stays below the size of a blob (48 KiB sealed). */
const ROW_BYTES = 44 * 1024;
/** From so many look-ups on, an index by id is worth building; a plan for one person does without. */
const LOOKUPS = 8;

/** Most bytes a text can have as JSON in UTF-8: what an import asks ten thousand times need not be exact, only never too small. */
const textBytes = (text: string): number => {
  let bytes = 2;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x800) bytes += 3;
    else bytes += code < 0x20 ? 6 : code < 0x80 && code !== 0x22 && code !== 0x5c ? 1 : 2;
  }
  return bytes;
};

/** Slot, both ids, kind, flags, date, brackets and commas. */
const FIXED_BYTES = 110;

const sizeOf = (row: IndexRow): number =>
  FIXED_BYTES + textBytes(row.name) + textBytes(row.kana) + textBytes(row.code) + (row.more.length === 0 ? 0 : textBytes(JSON.stringify(row.more)));

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

/** A page the plan touches; one it does not is never copied. */
interface OpenPage {
  readonly rows: Map<number, IndexRow>;
  bytes: number;
  changed: boolean;
}

export const createRowTable = (index: ReadonlyMap<number, IndexPage>): RowTable => {
  const open = new Map<number, OpenPage>();
  let byId: Map<PersonId, IndexRow> | null = null;
  let lookups = 0;
  /** No index page below has both a free slot and room. */
  let lowestNo = 0;

  const pageOf = (no: number): OpenPage => {
    const known = open.get(no);
    if (known !== undefined) return known;
    const rows = index.get(no)?.rows ?? [];
    const page = { rows: new Map(rows.map((row) => [row.slot, row])), bytes: rows.reduce((sum, row) => sum + sizeOf(row), 0), changed: false };
    open.set(no, page);
    return page;
  };

  const rowsByPage = (): readonly (readonly IndexRow[])[] => [
    ...[...index.values()].filter((page) => !open.has(page.no)).map((page) => page.rows),
    ...[...open.values()].map((page) => [...page.rows.values()]),
  ];

  const get = (id: PersonId): IndexRow | null => {
    lookups += 1;
    if (byId === null && lookups > LOOKUPS) byId = new Map(rowsByPage().flatMap((rows) => rows.map((row): [PersonId, IndexRow] => [row.id, row])));
    if (byId !== null) return byId.get(id) ?? null;
    for (const { rows } of open.values()) for (const row of rows.values()) if (row.id === id) return row;
    for (const page of index.values()) {
      const row = open.has(page.no) ? undefined : page.rows.find((one) => one.id === id);
      if (row !== undefined) return row;
    }
    return null;
  };

  const freeSlot = (no: number, page: OpenPage): number | null => {
    if (page.rows.size === SLOTS_PER_INDEX) return null;
    for (let slot = no * SLOTS_PER_INDEX; ; slot += 1) if (!page.rows.has(slot)) return slot;
  };

  const remove = (id: PersonId): void => {
    const row = get(id);
    if (row === null) return;
    const no = indexNoOfSlot(row.slot);
    const page = pageOf(no);
    page.rows.delete(row.slot);
    page.bytes -= sizeOf(row);
    page.changed = true;
    byId?.delete(id);
    lowestNo = Math.min(lowestNo, no);
  };

  return {
    get,
    dependantsOf: (id) => rowsByPage().flatMap((rows) => rows.filter((row) => row.parentId === id)),
    fits: (row) => {
      const page = pageOf(indexNoOfSlot(row.slot));
      const before = page.rows.get(row.slot);
      return page.bytes - (before === undefined ? 0 : sizeOf(before)) + sizeOf(row) <= ROW_BYTES;
    },
    findSlot: (row) => {
      for (let no = lowestNo; ; no += 1) {
        // A page that is full in the book stays uncopied.
        if (!open.has(no) && index.get(no)?.rows.length === SLOTS_PER_INDEX) continue;
        const page = pageOf(no);
        const slot = freeSlot(no, page);
        if (slot === null) {
          if (no === lowestNo) lowestNo += 1;
        } else if (page.bytes + sizeOf({ ...row, slot }) <= ROW_BYTES) return slot;
      }
    },
    put: (row) => {
      const page = pageOf(indexNoOfSlot(row.slot));
      const before = page.rows.get(row.slot);
      if (before !== undefined && before.id !== row.id) throw new Error('the slot is taken');
      page.bytes += sizeOf(row) - (before === undefined ? 0 : sizeOf(before));
      page.rows.set(row.slot, row);
      page.changed = true;
      byId?.set(row.id, row);
    },
    remove,
    changedPages: () => {
      const changed = [...open].filter(([, page]) => page.changed);
      return new Map(
        changed.map(([no, page]) => [
          no,
          { ...(index.get(no) ?? emptyIndexPage(no)), rows: [...page.rows.values()].toSorted((a, b) => a.slot - b.slot) },
        ]),
      );
    },
  };
};
