import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import { readAhead } from '../../../workers/vault/audit/read-ahead.ts';
import { ownRef } from '../../../workers/vault/book/layout.ts';
import type { PageRow } from '../../../workers/vault/storage/page-row.ts';
import type { PageStore } from '../../../workers/vault/storage/page-store.ts';

const failed = { type: 'StorageFailed', name: 'UnknownError' } as const;
const never = (): never => {
  throw new Error('only reads');
};

/** A row for each place, but for `person/404`; a number page 13 cannot be read. Tells what was asked for at once. */
const storeOf = () => {
  const asked: string[][] = [];
  const rowOf = ({ no }: PageRef): PageRow | null => (no === 404 ? null : { rev: no + 1, epoch: 1, blob: new Uint8Array() });
  const store: PageStore = {
    storeId: '',
    open: never,
    create: never,
    read: (refs) => {
      asked.push(refs.map(pageRefKey));
      return Promise.resolve(refs.some(({ kind, no }) => kind === 'number' && no === 13) ? err(failed) : ok(refs.map(rowOf)));
    },
    readTogether: never,
    list: never,
    write: never,
    close: never,
    reopen: never,
    destroy: never,
  };
  return { store, asked };
};

const refs = (kind: PageRef['kind'], from: number, to: number): readonly PageRef[] => Array.from({ length: to - from }, (_, n) => ownRef(kind, from + n));
const keys = (kind: PageRef['kind'], from: number, to: number): readonly string[] => refs(kind, from, to).map(pageRefKey);
const row = (no: number) => ok([{ rev: no + 1, epoch: 1, blob: new Uint8Array() }]);

describe('a store whose pages are asked for one by one', () => {
  it('is asked for several at once, and each answer is the row of its place', async () => {
    const { store, asked } = storeOf();
    const ahead = readAhead(store, refs('person', 0, 5), 2);
    for (let no = 0; no < 5; no += 1) expect(await ahead.read([ownRef('person', no)])).toEqual(row(no));
    expect(asked).toEqual([keys('person', 0, 2), keys('person', 2, 4), keys('person', 4, 5)]);
  });

  it('is asked from the page on that is wanted, and for its kind alone', async () => {
    const { store, asked } = storeOf();
    const ahead = readAhead(store, [...refs('number', 0, 3), ...refs('person', 0, 3)], 4);
    expect(await ahead.read([ownRef('number', 1)])).toEqual(row(1));
    expect(await ahead.read([ownRef('person', 0)])).toEqual(row(0));
    expect(await ahead.read([ownRef('number', 2)])).toEqual(row(2));
    expect(asked).toEqual([keys('number', 1, 3), keys('person', 0, 3)]);
  });

  it('is asked anew for what is wanted again', async () => {
    const { store, asked } = storeOf();
    const ahead = readAhead(store, refs('person', 0, 2), 1);
    for (const no of [0, 0]) expect(await ahead.read([ownRef('person', no)])).toEqual(row(no));
    expect(asked).toEqual([keys('person', 0, 1), keys('person', 0, 1)]);
  });

  it('has no row where none lies, and an error for all that was read with the one that fails', async () => {
    const { store } = storeOf();
    const ahead = readAhead(store, [...refs('number', 12, 14), ownRef('person', 404)], 2);
    expect(await ahead.read([ownRef('person', 404)])).toEqual(ok([null]));
    for (const no of [12, 13]) expect(await ahead.read([ownRef('number', no)])).toEqual(err(failed));
  });

  it('is asked itself for several at once, for none, and for what nobody will ask for', async () => {
    const { store, asked } = storeOf();
    const ahead = readAhead(store, refs('person', 0, 2), 2);
    expect(await ahead.read([])).toEqual(ok([]));
    expect(await ahead.read(refs('person', 0, 2))).toEqual(await store.read(refs('person', 0, 2)));
    expect(await ahead.read([ownRef('setting', 7)])).toEqual(row(7));
    expect(asked).toEqual([[], keys('person', 0, 2), keys('person', 0, 2), keys('setting', 7, 8)]);
  });

  it('does not pile up what was read and never wanted', async () => {
    const { store, asked } = storeOf();
    const ahead = readAhead(store, refs('person', 0, 40), 2);
    // Every window leaves one page behind; the room is four windows.
    for (let no = 0; no < 18; no += 2) await ahead.read([ownRef('person', no)]);
    expect(asked).toHaveLength(9);
    await ahead.read([ownRef('person', 1)]);
    expect(asked).toHaveLength(9);
    for (let no = 18; no < 22; no += 2) await ahead.read([ownRef('person', no)]);
    expect(asked).toHaveLength(11);
    // Thrown away by now, and read again.
    await ahead.read([ownRef('person', 3)]);
    expect(asked).toHaveLength(12);
  });
});
