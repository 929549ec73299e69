import { beforeAll, describe, expect, it } from 'vitest';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import type { BookState } from '../../../workers/vault/audit/book-state.ts';
import type { PageReaderDeps } from '../../../workers/vault/audit/page-reader.ts';
import { createPageReader, expectedPage, isExpected, openExpected, openPage } from '../../../workers/vault/audit/page-reader.ts';
import { sealPage } from '../../../workers/vault/audit/seal-page.ts';
import { ownRef } from '../../../workers/vault/book/layout.ts';
import type { IndexPage, IndexRow } from '../../../workers/vault/book/index-page.ts';
import type { PageRow } from '../../../workers/vault/storage/page-row.ts';
import type { PageStore } from '../../../workers/vault/storage/page-store.ts';
import { individualNumber, personId, planCreate, planRegister } from '../../support/vault-fixture-plans.ts';
import type { Session, VaultFixture } from '../../support/vault-fixture.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

const SETTING = ownRef('setting', 0);
const failed = err({ type: 'StorageFailed', name: 'UnknownError' } as const);
const damaged = (place: string) => err({ type: 'DatabaseDamaged', page: `own/${place}` } as const);

/** Persons 0 to 16 with numbers, 17 without: two person pages, two number pages. */
let fixture: VaultFixture;
let session: Session;
let state: BookState;

beforeAll(async () => {
  fixture = await createVaultFixture();
  session = await fixture.createStore();
  await session.writer.commit(planCreate(fixture));
  await session.writer.commit(planRegister(Array.from({ length: 17 }, (_, n) => n)));
  await session.writer.commit(planRegister([17], false));
  state = session.writer.book();
});

const rowAt = async (ref: PageRef): Promise<PageRow> => {
  const rows = await session.store.read([ref]);
  const row = rows.ok ? rows.value[0] : null;
  if (row === null || row === undefined) throw new Error('no row');
  return row;
};
const never = (): never => {
  throw new Error('nothing newer was asked for');
};
const readerWith = (change: Partial<PageReaderDeps> = {}, of = state) =>
  createPageReader({ store: session.store, sealer: () => session.sealer, state: () => of, catchUp: never, ...change });
const storeWith = (read: PageStore['read']): PageStore => ({ ...session.store, read });

/** The state with one row of the first index page as somebody else would have it. */
const withRow = (id: number, change: Partial<IndexRow>): BookState => {
  const page = state.index.get(0);
  if (page === undefined) throw new Error('no index');
  const bent: IndexPage = { ...page, rows: page.rows.map((row) => (row.id === personId(id) ? { ...row, ...change } : row)) };
  return { ...state, index: new Map([[0, bent]]) };
};

describe('the state a page must be in', () => {
  it('stands in its index page for persons and numbers, in the head for all others', () => {
    const [index] = state.index.values();
    for (const kind of ['person', 'number'] as const) expect(expectedPage(state, ownRef(kind, 1))).toEqual(index!.pages.find((page) => page.kind === kind && page.no === 1));
    expect(expectedPage(state, SETTING)).toEqual(state.head.pages.find(({ kind }) => kind === 'setting'));
    for (const ref of [ownRef('person', 2), ownRef('number', 9), ownRef('setting', 1), ownRef('log', 0)]) expect(expectedPage(state, ref)).toBeNull();
  });

  it('is its rev and its very bytes', async () => {
    const row = await rowAt(SETTING);
    const expected = expectedPage(state, SETTING)!;
    expect(await isExpected(row, expected)).toBe(true);
    expect(await isExpected({ ...row, rev: row.rev + 1 }, expected)).toBe(false);
    expect(await isExpected({ ...row, blob: row.blob.map((byte, n) => (n === 5 ? byte ^ 1 : byte)) }, expected)).toBe(false);
  });
});

describe('a row that is opened', () => {
  it('of numbers leaves none behind in the bytes that were opened, others are left to the collector', async () => {
    for (const [ref, wiped] of [[ownRef('number', 0), true], [ownRef('person', 0), false]] as const) {
      let plaintext = new Uint8Array();
      const sealer = { ...session.sealer, open: async (at: PageRef, row: PageRow) => (plaintext = (await session.sealer.open(at, row))!) };
      expect((await openPage(sealer, ref, await rowAt(ref))).ok).toBe(true);
      expect(plaintext.length).toBeGreaterThan(100);
      expect(plaintext.every((byte) => byte === 0)).toBe(wiped);
    }
  });

  it('of a newer format is told so; one that does not open, or is none, is damaged', async () => {
    const seal = (text: string) => session.sealer.seal(SETTING, 1, new TextEncoder().encode(text));
    expect(await openPage(session.sealer, SETTING, await seal('{"page":["own","setting",0],"schema":9}'))).toEqual(err({ type: 'NewerFormat', found: 9 }));
    expect(await openPage(session.sealer, SETTING, await seal('[]'))).toEqual(damaged('setting/0'));
    expect(await openPage(session.sealer, SETTING, { ...(await seal('{}')), rev: 2 })).toEqual(damaged('setting/0'));
  });

  it('is opened only as the row that is expected, be another sealed by us', async () => {
    const row = await rowAt(SETTING);
    const expected = expectedPage(state, SETTING)!;
    expect(await openExpected(session.sealer, SETTING, row, expected)).toEqual(ok({ label: 'test' }));
    const again = await sealPage(session.sealer, SETTING, row.rev, { label: 'test' });
    for (const other of [null, again.row]) expect(await openExpected(session.sealer, SETTING, other, expected)).toEqual(damaged('setting/0'));
  });
});

describe('a page that is read', () => {
  it('is null where the book has none, and nothing is asked for', async () => {
    expect(await readerWith({ store: storeWith(never) }).read(ownRef('setting', 7))).toEqual(ok(null));
  });

  it('is refused without its key, and nothing is asked for', async () => {
    const sealer = { ...session.sealer, holds: (key: string) => key !== 'number' };
    const reader = readerWith({ sealer: () => sealer, store: storeWith(never) });
    expect(await reader.readNumberPage(0)).toEqual(err({ type: 'NotAllowed' }));
    expect(await reader.readNumbers(personId(0))).toEqual(err({ type: 'NotAllowed' }));
    expect((await readerWith({ sealer: () => sealer }).readPersonPage(0)).ok).toBe(true);
  });

  it('damaged, may only be newer: it is looked at once more when the state has moved on', async () => {
    const older: BookState = { ...state, head: { ...state.head, pages: state.head.pages.map((page) => ({ ...page, rev: page.rev + 1 })) } };
    let now = older;
    let asked = 0;
    const catchUp = (moves: boolean) => () => {
      asked += 1;
      if (moves) now = state;
      return Promise.resolve(moves);
    };
    expect(await readerWith({ state: () => now, catchUp: catchUp(false) }).read(SETTING)).toEqual(damaged('setting/0'));
    expect(asked).toBe(1);
    expect(await readerWith({ state: () => now, catchUp: catchUp(true) }).read(SETTING)).toEqual(ok({ label: 'test' }));
    // Still damaged in the newer state, it is not asked for again and again.
    now = older;
    expect(await readerWith({ state: () => older, catchUp: catchUp(true) }).read(SETTING)).toEqual(damaged('setting/0'));
    expect(asked).toBe(3);
  });

  it('that cannot be read is told as what it is, and nothing newer is asked for', async () => {
    const reader = readerWith({ store: storeWith(() => Promise.resolve(failed)) });
    expect(await reader.read(SETTING)).toEqual(failed);
    expect(await reader.readPerson(personId(0))).toEqual(failed);
    expect(await reader.readNumbers(personId(0))).toEqual(failed);
  });

  it('that is no page of persons or numbers is damaged', async () => {
    const expected = async (kind: 'person' | 'number') => {
      const page = await sealPage(session.sealer, ownRef(kind, 0), 1, { persons: 1, numbers: 1 });
      const { blob } = page.row;
      const hash = Buffer.from(await crypto.subtle.digest('SHA-256', blob)).toString('base64url');
      const of = { ...state, index: new Map([[0, { no: 0, rows: [], pages: [{ kind, no: 0, rev: 1, hash }], unknown: {} }]]) };
      return readerWith({ store: storeWith(() => Promise.resolve(ok([page.row]))) }, of);
    };
    expect(await (await expected('person')).readPersonPage(0)).toEqual(damaged('person/0'));
    expect(await (await expected('number')).readNumberPage(0)).toEqual(damaged('number/0'));
  });
});

describe('a person', () => {
  it('is found on the page of its slot, and one that the list does not know is nobody', async () => {
    const reader = readerWith();
    for (const n of [0, 15, 16, 17]) expect(await reader.readPerson(personId(n))).toMatchObject({ ok: true, value: { id: personId(n) } });
    expect(await reader.readPerson(personId(99))).toEqual(ok(null));
  });

  it('is never taken for another: the record must bear the id of the row', async () => {
    expect(await readerWith({}, withRow(1, { id: personId(99) })).readPerson(personId(99))).toEqual(damaged('person/0'));
    expect(await readerWith({}, withRow(1, { slot: 15 })).readPerson(personId(1))).toEqual(damaged('person/0'));
    expect(await readerWith({}, withRow(17, { slot: 31 })).readPerson(personId(17))).toEqual(damaged('person/1'));
    // A page that the index does not name.
    expect(await readerWith({}, withRow(1, { slot: 120 })).readPerson(personId(1))).toEqual(damaged('person/7'));
  });

  it('has its own numbers and nobody else’s', async () => {
    const reader = readerWith();
    for (const n of [0, 15, 16]) {
      const numbers = await reader.readNumbers(personId(n));
      expect(numbers.ok && numbers.value.map(({ person, value }) => [person, value])).toEqual([[personId(n), individualNumber(n)]]);
    }
    for (const n of [17, 99]) expect(await reader.readNumbers(personId(n))).toEqual(ok([]));
    expect(await readerWith({}, withRow(1, { id: personId(99) })).readNumbers(personId(99))).toEqual(ok([]));
    expect(await readerWith({}, withRow(1, { slot: 120 })).readNumbers(personId(1))).toEqual(ok([]));
  });
});
