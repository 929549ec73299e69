import { describe, expect, it } from 'vitest';
import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { KeyName } from '../../../src/core/formats/key-name.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import type { BookState } from '../../../workers/vault/audit/book-state.ts';
import { checkBook, knownPlaces } from '../../../workers/vault/audit/check-book.ts';
import { newBook } from '../../../workers/vault/audit/open.ts';
import type { PageReader } from '../../../workers/vault/audit/page-reader.ts';
import type { PageSealer } from '../../../workers/vault/audit/ports.ts';
import type { IndexPage, IndexRow } from '../../../workers/vault/book/index-page.ts';
import type { NumberPage, NumberRecord } from '../../../workers/vault/book/number-page.ts';
import type { PageHash } from '../../../workers/vault/book/page-hash.ts';
import type { PersonPage, PersonRecord } from '../../../workers/vault/book/person-page.ts';
import { rowOf } from '../../../workers/vault/book/row-table.ts';
import { numberRecord, personId, personRecord } from '../../support/vault-fixture-plans.ts';

const id = encodeBase64url(new Uint8Array(16));
const hash = encodeBase64url(new Uint8Array(32));
const at = { logId: id, seq: 3, time: 1_790_000_000_000 };

const never = (): never => {
  throw new Error('asked for more than pages');
};

const sealerWith = (keys: readonly KeyName[]): PageSealer => ({
  vaultId: id as VaultId,
  storeId: id as StoreId,
  epoch: 1,
  holds: (key) => keys.includes(key),
  seal: never,
  open: never,
});
const owner = sealerWith(['profile', 'number', 'log', 'note']);

const stateOf = (index: readonly IndexPage[], change: Partial<BookState> = {}): BookState => {
  const { state } = newBook({ sealer: owner, table: { version: 1, hash, epoch: 1 }, salt: new Uint8Array(32) });
  return { ...state, index: new Map(index.map((page) => [page.no, page])), ...change };
};

const row = (slot: number, hasNumber: boolean, of = personRecord(slot, at)): IndexRow => ({ ...rowOf(of, null), slot, hasNumber });
const named = (kind: 'person' | 'number', no: number): PageHash => ({ kind, no, rev: 1, hash });
const personsOf = (no: number, slots: readonly number[]): PersonPage => ({ no, records: new Map(slots.map((slot) => [slot, personRecord(slot, at)])), unknown: {} });
const numbersOf = (no: number, records: readonly NumberRecord[]): NumberPage => ({ no, records, unknown: {} });
const earlier = (slot: number): NumberRecord => ({ ...numberRecord(slot, { ...at, seq: 9 }), to: at.time });

/** Slots 0 and 1 on page 0, slot 17 on page 1, slot 130 on page 8 of the second index page. Slot 1 had a number once, slot 130 never. */
const first: IndexPage = {
  no: 0,
  rows: [row(0, true), row(1, false), row(17, true)],
  pages: [named('number', 0), named('number', 1), named('person', 0), named('person', 1)],
  unknown: {},
};
const second: IndexPage = { no: 1, rows: [row(130, false)], pages: [named('person', 8)], unknown: {} };

interface Disk {
  readonly persons: Readonly<Record<number, PersonPage | null | VaultError>>;
  readonly numbers: Readonly<Record<number, NumberPage | null | VaultError>>;
}
const disk: Disk = {
  persons: { 0: personsOf(0, [0, 1]), 1: personsOf(1, [17]), 8: personsOf(8, [130]) },
  numbers: { 0: numbersOf(0, [numberRecord(0, at), earlier(0), earlier(1)]), 1: numbersOf(1, [numberRecord(17, at)]) },
};

const answer = <T extends object>(found: T | null | VaultError | undefined): Promise<Result<T | null, VaultError>> => {
  if (found === undefined) throw new Error('a page that nobody names');
  return Promise.resolve(found !== null && 'type' in found ? err(found) : ok(found));
};

const check = async (index: readonly IndexPage[], { persons, numbers }: Disk, sealer = owner) => {
  const pages: PageReader = { read: never, readPersonPage: (no) => answer(persons[no]), readNumberPage: (no) => answer(numbers[no]), readPerson: never, readNumbers: never };
  let steps = 0;
  const found = await checkBook(pages, stateOf(index), sealer, () => (steps += 1));
  return { ...found, steps, problems: found.problems.map((problem) => (problem.type === 'DatabaseDamaged' ? problem.page : problem)) };
};

const withPerson = (change: (record: PersonRecord) => PersonRecord | null): Disk => {
  const records = new Map(personsOf(0, [0, 1]).records);
  const changed = change(personRecord(1, at));
  if (changed === null) records.delete(1);
  else records.set(1, changed);
  return { ...disk, persons: { ...disk.persons, 0: { no: 0, records, unknown: {} } } };
};
const withNumbers = (records: readonly NumberRecord[]): Disk => ({ ...disk, numbers: { ...disk.numbers, 0: numbersOf(0, records) } });

describe('rows held against the pages they are made from', () => {
  it('agree, and are counted: persons, numbers with earlier ones, pages', async () => {
    expect(await check([first, second], disk)).toEqual({ problems: [], persons: 4, numbers: 4, steps: 5 });
    expect(await check([], disk)).toEqual({ problems: [], persons: 0, numbers: 0, steps: 0 });
  });

  it('are not looked at without the key for profiles, and numbers not without theirs', async () => {
    expect(await check([first, second], { persons: {}, numbers: {} }, sealerWith(['number', 'log', 'note']))).toEqual({ problems: [], persons: 0, numbers: 0, steps: 0 });
    expect(await check([first, second], { ...disk, numbers: {} }, sealerWith(['profile', 'log', 'note']))).toEqual({ problems: [], persons: 4, numbers: 0, steps: 5 });
  });

  it('a page that cannot be read is told once, as what it is, and the others are still looked at', async () => {
    const failed: VaultError = { type: 'StorageFailed', name: 'UnknownError' };
    const { problems, persons, numbers } = await check([first, second], { persons: { ...disk.persons, 0: failed }, numbers: { ...disk.numbers, 1: failed } });
    expect({ problems, persons, numbers }).toEqual({ problems: [failed, failed], persons: 2, numbers: 3 });
  });

  it('a person page that is empty, lacks a record, or has one without a row is damaged', async () => {
    expect((await check([first, second], { ...disk, persons: { ...disk.persons, 0: null } })).problems).toEqual(['own/person/0']);
    expect((await check([first, second], withPerson(() => null))).problems).toEqual(['own/person/0']);
    expect((await check([first, second], { ...disk, persons: { ...disk.persons, 8: personsOf(8, [130, 131]) } })).problems).toEqual(['own/person/8']);
  });

  it('a record that differs from its row in anything the list shows is damaged', async () => {
    const changed = (change: object): Disk => withPerson((record) => ({ ...record, fields: { ...record.fields, ...change } }));
    for (const change of [{ name: '別人' }, { kana: 'ベツ' }, { code: 'x' }, { corporate: true }, { parentId: personId(0) }, { kind: 'payee' }]) {
      expect((await check([first, second], changed(change))).problems, JSON.stringify(change)).toEqual(['own/person/0']);
    }
    expect((await check([first, second], withPerson((record) => ({ ...record, id: personId(2) })))).problems).toEqual(['own/person/0']);
    // What the list does not show is the record's own.
    expect((await check([first, second], changed({ address: '大阪府' }))).problems).toEqual([]);
  });

  it('a number of somebody who has no row on this page is damaged', async () => {
    const good = [numberRecord(0, at), earlier(1)];
    expect((await check([first, second], withNumbers(good))).problems).toEqual([]);
    for (const stranger of [17, 5]) expect((await check([first, second], withNumbers([...good, numberRecord(stranger, at)]))).problems).toEqual(['own/number/0']);
  });

  it('a row that says of a number what the number page does not is damaged', async () => {
    expect((await check([first, second], withNumbers([earlier(0), earlier(1)]))).problems).toEqual(['own/number/0']);
    expect((await check([first, second], withNumbers([numberRecord(0, at), numberRecord(1, at)]))).problems).toEqual(['own/number/0']);
    expect((await check([first, second], { ...disk, numbers: { ...disk.numbers, 1: null } })).problems).toEqual(['own/number/1']);
  });

  it('an index page that does not name the page of one of its rows is damaged', async () => {
    const without = (kind: string, no: number): IndexPage => ({ ...first, pages: first.pages.filter((page) => page.kind !== kind || page.no !== no) });
    expect((await check([without('person', 1), second], disk)).problems).toEqual(['own/index/0']);
    expect((await check([without('number', 1), second], disk)).problems).toEqual(['own/index/0']);
    // Both at once are one damage of one page.
    expect((await check([{ ...first, pages: [] }, second], disk)).problems).toEqual(['own/index/0']);
    expect((await check([first, { ...second, pages: [named('person', 9)] }], { ...disk, persons: { ...disk.persons, 9: personsOf(9, []) } })).problems).toEqual(['own/index/1']);
    const elsewhere = { ...second, rows: [row(130, true)], pages: [named('number', 9), named('person', 8)] };
    expect((await check([first, elsewhere], { ...disk, numbers: { ...disk.numbers, 9: null } })).problems).toEqual(['own/index/1']);
  });
});

describe('places that the book has', () => {
  const placesOf = (runFirst: number, lines: number, change: Partial<BookState['head']> = {}): readonly string[] => {
    const state = stateOf([first, second], { run: { first: runFirst, prev: '', lines: Array.from({ length: lines }, () => '') } });
    const head = { ...state.head, pages: [{ kind: 'index' as const, no: 0, rev: 1, hash }, { kind: 'setting' as const, no: 1000, rev: 1, hash }] };
    return knownPlaces({ ...state, head: { ...head, ...change } }).map(pageRefKey);
  };
  const names = ['head/0', 'index/0', 'setting/1000', 'number/0', 'number/1', 'person/0', 'person/1', 'person/8'];
  const own = (places: readonly string[], linked: readonly string[] = ['table/1']): readonly string[] => [...names, ...places, ...linked].map((place) => `own/${place}`);

  it('are what head and index name, the full log pages, and as many tail pages as the rest fills', () => {
    expect(placesOf(0, 0)).toEqual(own([]));
    expect(placesOf(0, 1)).toEqual(own(['tail/0']));
    expect(placesOf(128, 16)).toEqual(own(['log/0', 'tail/8']));
    expect(placesOf(256, 17)).toEqual(own(['log/0', 'log/1', 'tail/16', 'tail/17']));
    expect(placesOf(128, 0)).toEqual(own(['log/0']));
    // Every table and checkpoint page, whether the head names it or the page behind it does, and the heads of closed logs.
    expect(placesOf(0, 0, { tableVersion: 3, kept: 65, closedCount: 2 })).toEqual(own([], ['table/1', 'table/2', 'table/3', 'checkpoint/0', 'checkpoint/1', 'head/1', 'head/2']));
    expect(placesOf(0, 0, { closedCount: 1, closedHere: [{ logId: id as StoreId, book: 'log-1', size: 1, root: hash, checkpoint: '', unknown: {} }] })).toEqual(own([]));
  });
});
