import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { IndexPage } from './index-page.ts';
import { indexNoOfSlot, pageNoOfSlot } from './layout.ts';
import type { NumberPage, NumberRecord } from './number-page.ts';
import { currentNumber, emptyNumberPage, MAX_NUMBERS } from './number-page.ts';
import type { PersonPage, PersonRecord } from './person-page.ts';
import { emptyPersonPage } from './person-page.ts';
import { createRowTable, rowOf } from './row-table.ts';
import { stepVector } from './version-vector.ts';

/** New content of persons' pages; null: the page is empty and goes. Index rows only: refs to pages are the writer's. */
export interface BookChange {
  readonly index: ReadonlyMap<number, IndexPage>;
  readonly persons: ReadonlyMap<number, PersonPage | null>;
  readonly numbers: ReadonlyMap<number, NumberPage | null>;
}

/**
 * Collects changes of persons and numbers for one plan: finds slots, reads each page once, keeps index rows and pages in
 * step. Reading errors are the reader's (DatabaseDamaged, StorageFailed, NotAllowed).
 */
export interface BookEdit {
  readonly readPerson: (id: PersonId) => Promise<Result<PersonRecord | null, VaultError>>;
  readonly readNumbers: (id: PersonId) => Promise<Result<readonly NumberRecord[], VaultError>>;
  /**
   * New or changed; a new person gets the lowest free slot. The row follows from the record. NumbersFull when the row grew, and its
   * numbers have no room where it would go.
   */
  readonly putPerson: (record: PersonRecord) => Promise<Result<null, VaultError>>;
  /**
   * Replaces all numbers of the person. NotFound when the person is not in the book, NumbersFull when their page would hold too many:
   * nothing was changed then.
   */
  readonly putNumbers: (id: PersonId, numbers: readonly NumberRecord[]) => Promise<Result<null, VaultError>>;
  /**
   * With its numbers. Dependants stay, hanging on nobody, changed by the entry `seq`; without it by that of the stamp. NotFound when the
   * person is not in the book.
   */
  readonly removePerson: (id: PersonId, seq?: number) => Promise<Result<null, VaultError>>;
  /** Everything so far. */
  readonly change: () => BookChange;
}

/** The part of a PageReader an edit needs. */
export interface BookPages {
  readonly readPersonPage: (no: number) => Promise<Result<PersonPage | null, VaultError>>;
  readonly readNumberPage: (no: number) => Promise<Result<NumberPage | null, VaultError>>;
}

export interface BookEditDeps {
  readonly index: ReadonlyMap<number, IndexPage>;
  readonly pages: BookPages;
  /** Marks dependants that lose the one they hang on: the entry that does it, where a removal names no other. */
  readonly stamp: { readonly logId: string; readonly seq: number; readonly time: number };
}

const notFound: Result<never, VaultError> = err({ type: 'NotFound' });

export const createBookEdit = ({ index, pages, stamp }: BookEditDeps): BookEdit => {
  const rows = createRowTable(index);
  // Copied when first changed, then changed in place: an import puts sixteen persons on every page.
  const persons = new Map<number, { readonly page: PersonPage; readonly records: Map<number, PersonRecord> }>();
  const numbers = new Map<number, { readonly page: NumberPage; records: readonly NumberRecord[] }>();

  /** The person page that was read last: most plans look at a person and then change it. */
  let lastRead: PersonPage | null = null;

  const personPage = async (no: number): Promise<Result<PersonPage, VaultError>> => {
    const known = persons.get(no);
    if (known !== undefined) return ok({ ...known.page, records: known.records });
    if (lastRead?.no === no) return ok(lastRead);
    const read = await pages.readPersonPage(no);
    if (!read.ok) return read;
    lastRead = read.value ?? emptyPersonPage(no);
    return ok(lastRead);
  };

  const numberPage = async (no: number): Promise<Result<NumberPage, VaultError>> => {
    const known = numbers.get(no);
    if (known !== undefined) return ok({ ...known.page, records: known.records });
    const read = await pages.readNumberPage(no);
    return read.ok ? ok(read.value ?? emptyNumberPage(no)) : read;
  };

  const readPerson: BookEdit['readPerson'] = async (id) => {
    const row = rows.get(id);
    if (row === null) return ok(null);
    const page = await personPage(pageNoOfSlot(row.slot));
    if (!page.ok) return page;
    const record = page.value.records.get(row.slot);
    return record?.id === id ? ok(record) : err({ type: 'DatabaseDamaged', page: `own/person/${page.value.no}` });
  };

  const readNumbers: BookEdit['readNumbers'] = async (id) => {
    const row = rows.get(id);
    if (row === null) return ok([]);
    const page = await numberPage(pageNoOfSlot(row.slot));
    return page.ok ? ok(page.value.records.filter((record) => record.person === id)) : page;
  };

  const setRecord = async (slot: number, record: PersonRecord | null): Promise<Result<null, VaultError>> => {
    const no = pageNoOfSlot(slot);
    let own = persons.get(no);
    if (own === undefined) {
      const page = await personPage(no);
      if (!page.ok) return page;
      own = { page: page.value, records: new Map(page.value.records) };
      persons.set(no, own);
    }
    if (record === null) own.records.delete(slot);
    else own.records.set(slot, record);
    return ok(null);
  };

  const setNumbers = async (slot: number, id: PersonId, own: readonly NumberRecord[]): Promise<Result<null, VaultError>> => {
    const no = pageNoOfSlot(slot);
    const page = await numberPage(no);
    if (!page.ok) return page;
    const others = page.value.records.filter((record) => record.person !== id);
    const records = [...others, ...own];
    if (own.length > 0 && records.length > MAX_NUMBERS) return err({ type: 'NumbersFull', name: rows.get(mostNumbers(records))?.name ?? '' });
    // Untouched where there were none and come none: not every change of a person needs the number key.
    if (own.length > 0 || others.length < page.value.records.length) numbers.set(no, { page: page.value, records });
    return ok(null);
  };

  const putPerson: BookEdit['putPerson'] = async (record) => {
    const before = rows.get(record.id);
    const row = rowOf(record, before);
    if (before !== null && rows.fits(row)) {
      const replaced = await setRecord(before.slot, record);
      if (replaced.ok) rows.put(row);
      return replaced;
    }
    // New, or its row grew beyond what its index page can hold: to the lowest slot that takes it, numbers and all.
    const moved = before === null ? ok([]) : await readNumbers(record.id);
    if (!moved.ok) return moved;
    if (before !== null) {
      const taken = await setRecord(before.slot, null);
      if (!taken.ok) return taken;
      const emptied = await setNumbers(before.slot, record.id, []);
      if (!emptied.ok) return emptied;
      rows.remove(record.id);
    }
    const slot = rows.findSlot(row);
    rows.put({ ...row, slot });
    const placed = await setRecord(slot, record);
    return placed.ok && moved.value.length > 0 ? setNumbers(slot, record.id, moved.value) : placed;
  };

  const putNumbers: BookEdit['putNumbers'] = async (id, own) => {
    const row = rows.get(id);
    if (row === null) return notFound;
    if (own.some((record) => record.person !== id)) throw new Error('a number of another person');
    const placed = await setNumbers(row.slot, id, own);
    if (!placed.ok) return placed;
    const hasNumber = currentNumber(own, id) !== null;
    if (hasNumber !== row.hasNumber) rows.put({ ...row, hasNumber });
    return placed;
  };

  const orphan = async (id: PersonId, seq: number): Promise<Result<null, VaultError>> => {
    const record = await readPerson(id);
    if (!record.ok) return record;
    if (record.value === null) return ok(null);
    const { fields, version, rev } = record.value;
    return putPerson({
      ...record.value,
      rev: rev + 1,
      version: stepVector(version, stamp.logId, seq),
      changedAt: stamp.time,
      fields: { ...fields, parentId: null },
    });
  };

  const removePerson: BookEdit['removePerson'] = async (id, seq = stamp.seq) => {
    const row = rows.get(id);
    if (row === null) return notFound;
    for (const dependant of rows.dependantsOf(id)) {
      const orphaned = await orphan(dependant.id, seq);
      if (!orphaned.ok) return orphaned;
    }
    const removed = await setRecord(row.slot, null);
    if (!removed.ok) return removed;
    if (row.hasNumber || numbers.has(pageNoOfSlot(row.slot)) || hasNumberPage(index, row.slot)) {
      const emptied = await setNumbers(row.slot, id, []);
      if (!emptied.ok) return emptied;
    }
    rows.remove(id);
    return ok(null);
  };

  return {
    readPerson,
    readNumbers,
    putPerson,
    putNumbers,
    removePerson,
    change: () => ({
      index: rows.changedPages(),
      persons: new Map([...persons].map(([no, { page, records }]) => [no, records.size === 0 ? null : { ...page, records: new Map(records) }])),
      numbers: new Map([...numbers].map(([no, { page, records }]) => [no, records.length === 0 ? null : { ...page, records }])),
    }),
  };
};

/** The person of whom most of the records are. There is one at least. */
const mostNumbers = (records: readonly NumberRecord[]): PersonId => {
  const counts = new Map<PersonId, number>();
  for (const { person } of records) counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
};

const hasNumberPage = (index: ReadonlyMap<number, IndexPage>, slot: number): boolean =>
  index.get(indexNoOfSlot(slot))?.pages.some((page) => page.kind === 'number' && page.no === pageNoOfSlot(slot)) ?? false;
