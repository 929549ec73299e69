import { expect, it } from 'vitest';
import { ok } from '../../../src/core/domain/result.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import type { PageKind, PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import type { PageRow, StoredPage } from '../../../workers/vault/storage/page-row.ts';
import type { PageStore, RowsTogether, StorageError } from '../../../workers/vault/storage/page-store.ts';
import { createReadAhead } from '../../../workers/vault/storage/read-ahead.ts';

const HEAD: PageRef = { book: 'own', kind: 'head', no: 0 };
const at = (kind: PageKind, no: number, book = 'own'): PageRef => ({ book, kind, no });
const row = (rev: number): PageRow => ({ rev, epoch: 1, blob: Uint8Array.of(rev) });

/** A disk of rows, and what it was asked for. */
const createDisk = (pages: readonly StoredPage[]) => {
  const rows = new Map(pages.map((page) => [pageRefKey(page.at), page]));
  const asked: string[] = [];
  const failing = { together: 0 };
  const unused = () => {
    throw new Error('not asked for here');
  };
  const answer = <T>(what: string, value: T): Promise<Result<T, StorageError>> => {
    asked.push(what);
    return Promise.resolve(ok(value));
  };
  const store: PageStore = {
    storeId: 'store',
    open: () => answer('open', null),
    create: () => answer('create', null),
    read: (refs) => answer(`read ${refs.map(pageRefKey).join(' ')}`, refs.map((ref) => rows.get(pageRefKey(ref))?.row ?? null)),
    readTogether: (ref, kinds) => {
      const lists = kinds.map((kind) => [...rows.values()].filter((page) => page.at.kind === kind && page.at.book === ref.book));
      const found: RowsTogether = { row: rows.get(pageRefKey(ref))?.row ?? null, kinds: lists };
      if (failing.together === 0) return answer(`together ${kinds.join(' ')}`, found);
      failing.together -= 1;
      return Promise.resolve({ ok: false, error: { type: 'StorageFailed', name: 'UnknownError' } });
    },
    list: unused,
    write: async ({ puts }) => {
      for (const page of puts) rows.set(pageRefKey(page.at), page);
      return (await answer('write', { type: 'stored' as const })).ok ? { type: 'stored' } : unused();
    },
    close: () => void asked.push('close'),
    reopen: () => answer('reopen', null),
    destroy: () => answer('destroy', null),
  };
  return { store, asked, failing };
};

const PAGES = [
  { at: HEAD, row: row(9) },
  { at: at('index', 0), row: row(1) },
  { at: at('index', 3), row: row(2) },
  { at: at('tail', 4), row: row(3) },
  { at: at('person', 0), row: row(4) },
];

it('what was read ahead answers for its places, missing ones too, in any order and without the disk', async () => {
  const disk = createDisk(PAGES);
  const store = createReadAhead(disk.store, HEAD, ['tail', 'index']);
  expect(disk.asked).toEqual(['together tail index']);
  expect(await store.readTogether(HEAD, ['index', 'tail'])).toEqual(await createDisk(PAGES).store.readTogether(HEAD, ['index', 'tail']));
  expect(await store.read([at('index', 3), HEAD, at('index', 7), at('tail', 4)])).toEqual(ok([row(2), row(9), null, row(3)]));
  expect(await store.read([])).toEqual(ok([]));
  expect(disk.asked).toEqual(['together tail index']);
});

it('other places, books and kinds are asked for on the disk', async () => {
  const disk = createDisk(PAGES);
  const store = createReadAhead(disk.store, HEAD, ['index']);
  expect(await store.read([at('index', 0), at('person', 0)])).toEqual(ok([row(1), row(4)]));
  expect(await store.read([at('index', 0, 'log-1')])).toEqual(ok([null]));
  expect(await store.readTogether(HEAD, ['index', 'tail'])).toMatchObject({ value: { row: row(9) } });
  expect(await store.readTogether(at('head', 1), ['index'])).toMatchObject({ value: { row: null } });
  expect(disk.asked).toEqual(['together index', 'read own/index/0 own/person/0', 'read log-1/index/0', 'together index tail', 'together index']);
});

it.each(['write', 'open', 'create', 'close', 'reopen', 'destroy'] as const)('after %s the disk is asked', async (act) => {
  const disk = createDisk(PAGES);
  const store = createReadAhead(disk.store, HEAD, ['index']);
  // Asked before, answered after: what comes late is not believed either.
  const late = store.read([at('index', 0)]);
  if (act === 'write') await store.write({ expect: { at: HEAD, row: row(9) }, puts: [{ at: at('index', 0), row: row(5) }], deletes: [] });
  else await store[act]();
  const now = act === 'write' ? row(5) : row(1);
  expect(await late).toEqual(ok([now]));
  expect(await store.read([at('index', 0)])).toEqual(ok([now]));
  expect((await store.readTogether(HEAD, ['index'])).ok).toBe(true);
  expect(disk.asked).toEqual(['together index', act, 'read own/index/0', 'read own/index/0', 'together index']);
});

it('a failure is not kept', async () => {
  const disk = createDisk(PAGES);
  disk.failing.together = 1;
  const store = createReadAhead(disk.store, HEAD, ['index']);
  expect(await store.readTogether(HEAD, ['index'])).toMatchObject({ value: { row: row(9) } });
  expect(await store.read([at('index', 0)])).toEqual(ok([row(1)]));
  expect(disk.asked).toEqual(['together index', 'read own/index/0']);
});
