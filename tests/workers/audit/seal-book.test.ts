import { describe, expect, it } from 'vitest';
import type { StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import type { PageKind } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import type { PageSealer } from '../../../workers/vault/audit/ports.ts';
import { emptyBookChange, sealBook } from '../../../workers/vault/audit/seal-book.ts';
import type { BookChange } from '../../../workers/vault/book/book-edit.ts';
import type { IndexPage } from '../../../workers/vault/book/index-page.ts';
import { emptyIndexPage } from '../../../workers/vault/book/index-page.ts';
import type { PageHash } from '../../../workers/vault/book/page-hash.ts';
import { rowOf } from '../../../workers/vault/book/row-table.ts';
import { personRecord } from '../../support/vault-fixture-plans.ts';

/** Leaves content as it is: what is asked here is which pages there are, and what names them. */
const sealer: PageSealer = {
  vaultId: 'V'.repeat(22) as VaultId,
  storeId: 'S'.repeat(22) as StoreId,
  epoch: 1,
  holds: () => true,
  seal: async (_ref, rev, plaintext) => ({ rev, epoch: 1, blob: plaintext.slice() }),
  open: () => Promise.reject(new Error('nothing is opened here')),
};

const named = (kind: PageKind, no: number): PageHash => ({ kind, no, rev: 3, hash: 'h'.repeat(43) });
const row = { ...rowOf(personRecord(0, { logId: 'L'.repeat(22), seq: 1, time: 1 }), null), slot: 0 };

const seal = async (stored: readonly IndexPage[], change: Partial<BookChange>) => {
  const index = new Map(stored.map((page) => [page.no, page]));
  const sealed = await sealBook(sealer, { index, named: stored.map(({ no }) => named('index', no)), change: { ...emptyBookChange, ...change }, resealed: [], allIndex: false });
  return { page: sealed.index.get(0), puts: sealed.puts.map(({ at }) => pageRefKey(at)), deletes: sealed.deletes.map(pageRefKey) };
};

const page = (change: Partial<IndexPage>): IndexPage => ({ ...emptyIndexPage(0), ...change });
const full = page({ rows: [row], pages: [named('number', 0), named('person', 0)] });
const NOBODY = new Map([[0, page({ rows: [] })]]);
const GONE = new Map([[0, null]]);

describe('a page of the index', () => {
  it('stays while it names a page, though it lists nobody any more: numbers that nothing names would lie there unseen', async () => {
    const { page: after, puts, deletes } = await seal([full], { index: NOBODY, persons: GONE });
    expect(after).toEqual(page({ pages: [named('number', 0)] }));
    expect([puts, deletes]).toEqual([['own/index/0'], ['own/person/0']]);
  });

  it('stays while it lists somebody, though it names no page any more: a person is not lost from the list in silence', async () => {
    const { page: after, puts, deletes } = await seal([full], { persons: GONE, numbers: GONE });
    expect(after).toEqual(page({ rows: [row] }));
    expect([puts, deletes]).toEqual([['own/index/0'], ['own/person/0', 'own/number/0']]);
  });

  it('goes with its last person and its last page', async () => {
    const { page: after, puts, deletes } = await seal([full], { index: NOBODY, persons: GONE, numbers: GONE });
    expect(after).toBeNull();
    expect([puts, deletes]).toEqual([[], ['own/person/0', 'own/number/0', 'own/index/0']]);
  });
});

describe('nothing is deleted that was never stored', () => {
  it('a person who came and went in one plan', async () => {
    expect(await seal([], { index: NOBODY, persons: GONE, numbers: GONE })).toEqual({ page: null, puts: [], deletes: [] });
  });

  it('numbers of a person who had none', async () => {
    const { deletes } = await seal([page({ rows: [row], pages: [named('person', 0)] })], { index: NOBODY, persons: GONE, numbers: GONE });
    expect(deletes).toEqual(['own/person/0', 'own/index/0']);
  });
});
