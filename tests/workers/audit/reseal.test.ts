import { describe, expect, it } from 'vitest';
import type { StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { KeyName } from '../../../src/core/formats/key-name.ts';
import { KEY_NAMES } from '../../../src/core/formats/key-name.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { PAGE_KEYS, PAGE_KINDS, pageRefKey } from '../../../src/core/formats/page.ts';
import type { BookState } from '../../../workers/vault/audit/book-state.ts';
import { newBook } from '../../../workers/vault/audit/open.ts';
import type { PageSealer } from '../../../workers/vault/audit/ports.ts';
import { openForReseal } from '../../../workers/vault/audit/reseal.ts';
import { closedBook, closedHeadRef, ownRef } from '../../../workers/vault/book/layout.ts';
import type { PageHash } from '../../../workers/vault/book/page-hash.ts';
import type { PageRow } from '../../../workers/vault/storage/page-row.ts';
import type { PageStore } from '../../../workers/vault/storage/page-store.ts';
import { sha256 } from '../../support/log-crypto.ts';

const STORE = 'S'.repeat(22) as StoreId;
const NOT_RENEWED: readonly KeyName[] = ['log'];

const row = (ref: PageRef): PageRow => ({ rev: 3, epoch: 1, blob: new TextEncoder().encode(`sealed ${pageRefKey(ref)}`) });
const named = (ref: PageRef): PageHash => ({ kind: ref.kind, no: ref.no, rev: 3, hash: encodeBase64url(sha256(row(ref).blob)) });
const log = (no: number): PageRef => ({ book: closedBook(1), kind: 'log', no });

/** Opens a page to its blob; of `shut` ones it says that they do not open. */
const sealerOf = (shut: readonly string[] = []): PageSealer => ({
  vaultId: 'V'.repeat(22) as VaultId,
  storeId: STORE,
  epoch: 1,
  holds: () => true,
  seal: () => Promise.reject(new Error('nothing is sealed here')),
  open: async (ref, { blob }) => (shut.includes(pageRefKey(ref)) ? null : blob.slice()),
});

const stateOf = (head: readonly PageRef[], persons: readonly PageRef[]): BookState => {
  const { state } = newBook({ sealer: sealerOf(), table: { version: 1, hash: 'h', epoch: 1 }, salt: new Uint8Array(32) });
  const index = new Map<number, BookState['index'] extends ReadonlyMap<number, infer P> ? P : never>();
  for (const ref of persons) {
    const no = Math.floor(ref.no / 8);
    index.set(no, { no, rows: [], unknown: {}, pages: [...(index.get(no)?.pages ?? []), named(ref)] });
  }
  const closed = [{ logId: 'L'.repeat(22) as StoreId, book: closedBook(1), size: 9, root: 'r', checkpoint: 'c', unknown: {} }];
  return { ...state, closed, index, head: { ...state.head, pages: head.map(named), tableVersion: 2, kept: 65, closedCount: 1 } };
};

const run = async (state: BookState, disk: readonly PageRef[], options: { readonly renewed?: readonly KeyName[]; readonly except?: readonly PageRef[]; readonly bent?: PageRef; readonly shut?: PageRef } = {}) => {
  const reads: number[] = [];
  const told: (readonly [number, number])[] = [];
  const lies = new Set(disk.map(pageRefKey));
  const bent = options.bent === undefined ? '' : pageRefKey(options.bent);
  const read: PageStore['read'] = async (refs) => {
    reads.push(refs.length);
    return ok(refs.map((ref) => (lies.has(pageRefKey(ref)) ? { ...row(ref), rev: bent === pageRefKey(ref) ? 2 : 3 } : null)));
  };
  const store = { storeId: STORE, read, list: async () => ok({ refs: disk, foreign: 0 }) } as unknown as PageStore;
  const deps = { store, sealer: sealerOf(options.shut === undefined ? [] : [pageRefKey(options.shut)]), onProgress: (done: number, total: number) => told.push([done, total]) };
  const opened = await openForReseal(deps, state, options.renewed ?? KEY_NAMES.filter((name) => !NOT_RENEWED.includes(name)), new Set((options.except ?? []).map(pageRefKey)));
  return { opened, reads, told, places: opened.ok ? opened.value.map(({ ref }) => pageRefKey(ref)).toSorted() : [] };
};

const PERSONS = [ownRef('person', 0), ownRef('number', 0), ownRef('person', 9)];
const HEAD = [ownRef('setting', 0), ownRef('setting', 1_000), ownRef('table', 2), ownRef('checkpoint', 1)];
/** The head names them no longer, and never did those of closed logs: what comes after them, or nothing but their key, vouches for them. */
const LINKED = [ownRef('table', 1), ownRef('checkpoint', 0), closedHeadRef(1)];
const ATTACHED = [ownRef('attach', 64), ownRef('list', 65), { ...log(7), kind: 'attach' as const }];
const state = stateOf(HEAD, PERSONS);
const disk = [...PERSONS, ...HEAD, ...LINKED, ...ATTACHED, log(0), ownRef('log', 0), ownRef('tail', 8), ownRef('head', 0), ownRef('index', 0), ownRef('draft', 0)];

describe('what is sealed anew', () => {
  it('is each page under a key that is renewed: named by head and index, or attached to an entry, of closed logs too', async () => {
    const { opened, places } = await run(state, disk);
    expect(places).toEqual(['log-1/attach/7', 'own/attach/64', 'own/number/0', 'own/person/0', 'own/person/9']);
    expect(opened.ok && opened.value.map(({ rev }) => rev)).toEqual([3, 3, 3, 3, 3]);
    expect(opened.ok && opened.value.map(({ ref, plaintext }) => new TextDecoder().decode(plaintext) === `sealed ${pageRefKey(ref)}`)).toEqual(Array.from({ length: 5 }, () => true));
  });

  it('never is what a rotation makes anew: head, index, tail, draft', async () => {
    const { places } = await run(state, disk, { renewed: KEY_NAMES });
    expect(places).toEqual([...PERSONS, ...HEAD, ...LINKED, ...ATTACHED, log(0), ownRef('log', 0)].map(pageRefKey).toSorted());
    expect(new Set(disk.map(({ kind }) => kind))).toEqual(new Set(PAGE_KINDS));
  });

  it.each(KEY_NAMES)('under the %s key alone, when that alone is renewed', async (name) => {
    const { places } = await run(state, disk, { renewed: [name] });
    const all = await run(state, disk, { renewed: KEY_NAMES });
    expect(places).toEqual(all.places.filter((place) => PAGE_KINDS.some((kind) => place.includes(`/${kind}/`) && PAGE_KEYS[kind] === name)));
    expect(places.length).toBeGreaterThan(0);
  });

  it('is not what gets new content, nor what was planted in its place or in a book of nobody', async () => {
    const planted = [ownRef('person', 1), ownRef('number', 5), ownRef('setting', 7), { book: 'log-2', kind: 'attach' as const, no: 1 }];
    const { places } = await run(state, [...disk, ...planted], { except: [ownRef('person', 9), ownRef('attach', 64)] });
    expect(places).toEqual(['log-1/attach/7', 'own/number/0', 'own/person/0']);
  });

  it('is read in parts, each page once, and told as it goes', async () => {
    const many = Array.from({ length: 70 }, (_, no) => ownRef('person', no));
    const { places, reads, told } = await run(stateOf([], many), many);
    expect(places).toHaveLength(70);
    expect([reads, told]).toEqual([[64, 6], [[64, 70], [70, 70]]]);
    const even = await run(stateOf([], many.slice(0, 64)), many);
    expect([even.reads, even.told]).toEqual([[64], [[64, 64]]]);
    const none = await run(stateOf([], []), []);
    expect([none.opened, none.reads, none.told]).toEqual([ok([]), [], []]);
  });
});

describe('what is damaged is not sealed anew as if it were good', () => {
  const damaged = (ref: PageRef) => err({ type: 'DatabaseDamaged', page: pageRefKey(ref) });

  it.each([...PERSONS, ...HEAD])('a page of another day: $kind $no', async (bent) => {
    expect((await run(state, disk, { renewed: KEY_NAMES, bent })).opened).toEqual(damaged(bent));
  });

  it.each([...PERSONS, ...HEAD])('a page that is gone: $kind $no', async (gone) => {
    expect((await run(state, disk.filter((ref) => ref !== gone), { renewed: KEY_NAMES })).opened).toEqual(damaged(gone));
  });

  it.each([...PERSONS, ...LINKED, ...ATTACHED, log(0)])('a page that does not open: $kind $no', async (shut) => {
    expect((await run(state, disk, { renewed: KEY_NAMES, shut })).opened).toEqual(damaged(shut));
  });

  it('nor is anything told where the disk does not answer', async () => {
    const failed = err({ type: 'StorageFailed' as const, name: 'UnknownError' });
    const deps = { sealer: sealerOf(), onProgress: () => undefined };
    const list = async () => ok({ refs: disk, foreign: 0 });
    const on = (store: Partial<PageStore>) => openForReseal({ ...deps, store: store as PageStore }, state, KEY_NAMES, new Set());
    expect(await on({ list: async () => failed })).toBe(failed);
    expect(await on({ list, read: async () => failed })).toBe(failed);
  });
});
