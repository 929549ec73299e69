import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { PageKind } from '../../../src/core/formats/page.ts';
import { Dexie } from 'dexie';
import { FORMAT_KEY, FORMAT_VERSION } from './names.ts';
import type { PageWrite, StoredPage } from './page-row.ts';
import { samePage } from './page-row.ts';
import type { PageStore, PageStoreEvent, StorageError, WriteOutcome } from './page-store.ts';
import type { Engine, PageTables } from './page-tables.ts';
import { createPageTables, fromPageKey, NOT_THERE, toBulkKeys, toPageKey } from './page-tables.ts';
import { isPassing, toStorageError } from './storage-error.ts';

export interface PageDbDeps {
  readonly storeId: string;
  /** Another engine than the worker's own: tests. */
  readonly engine?: Engine;
  readonly onEvent?: (event: PageStoreEvent) => void;
}

/** Tries after the first one, each on a new connection: WebKit loses its connection to the database now and then. */
const RETRIES = 3;

export const createPageDb = (deps: PageDbDeps): PageStore => {
  const emit = (event: PageStoreEvent): void => deps.onEvent?.(event);
  let tables: PageTables | null = null;
  /** Closed by whoever opened it, or because another tab deletes it: not opened again by a retry. */
  let closed = true;
  /** How often: a connection that is being made sees that it was closed meanwhile. */
  let closings = 0;

  const close = (): void => {
    closed = true;
    closings += 1;
    tables?.dexie.close();
    tables = null;
  };

  const connect = async (mayMake: boolean): Promise<Result<PageTables, StorageError>> => {
    const before = closings;
    const next = createPageTables(deps.storeId, mayMake, deps.engine);
    next.dexie.on('versionchange', () => {
      // Whoever wants to delete or upgrade it waits for this tab; false keeps Dexie from its own answer.
      close();
      emit({ type: 'closed' });
      return false;
    });
    try {
      await next.dexie.open();
    } catch (error) {
      next.dexie.close();
      const failure = toStorageError(error);
      return err(failure.type === 'StorageFailed' && failure.name === NOT_THERE ? { type: 'DatabaseMissing' } : failure);
    }
    // Whoever closed it meanwhile waits for nothing of it: a connection left open would keep the database from being deleted.
    if (closings !== before) {
      next.dexie.close();
      return err({ type: 'StorageFailed', name: 'DatabaseClosedError' });
    }
    closed = false;
    tables = next;
    return ok(next);
  };

  /** One at a time: readers and the writer may lose the same connection at the same moment. */
  let connecting: Promise<Result<PageTables, StorageError>> | null = null;
  const reconnect = async (): Promise<Result<PageTables, StorageError>> => {
    if (closed) return err({ type: 'StorageFailed', name: 'DatabaseClosedError' });
    if (connecting !== null) return connecting;
    tables?.dexie.close();
    tables = null;
    connecting = connect(false);
    try {
      return await connecting;
    } finally {
      connecting = null;
    }
  };

  /** Runs `work`, on a new connection after each failure that may pass. */
  const attempt = async <T>(work: (on: PageTables) => Promise<T>): Promise<Result<T, StorageError>> => {
    let failure: StorageError = { type: 'StorageFailed', name: 'DatabaseClosedError' };
    for (let tries = 0; tries <= RETRIES && !closed; tries += 1) {
      const on = tables === null ? await reconnect() : ok(tables);
      if (on.ok) {
        try {
          return ok(await work(on.value));
        } catch (error) {
          failure = toStorageError(error);
          // Another reader may have reconnected meanwhile: only the connection that failed is dropped.
          if (tables === on.value) {
            tables.dexie.close();
            tables = null;
          }
        }
      } else failure = on.error;
      if (!isPassing(failure)) break;
    }
    return err(failure);
  };

  const open = async (): Promise<Result<null, StorageError>> => {
    close();
    const before = closings;
    let connected = await connect(false);
    for (let tries = 0; tries < RETRIES && before === closings && !connected.ok && isPassing(connected.error); tries += 1) connected = await connect(false);
    if (!connected.ok) return connected;
    const format = await attempt((on) => on.format.get(FORMAT_KEY));
    if (format.ok && format.value === FORMAT_VERSION) return ok(null);
    close();
    if (!format.ok) return format;
    // Without a format row its first commit never came through: nothing was ever acknowledged in it.
    if (format.value === undefined) return err({ type: 'DatabaseMissing' });
    return err({ type: 'NewerFormat', found: format.value });
  };

  const create = async (): Promise<Result<null, StorageError>> => {
    close();
    const connected = await connect(true);
    return connected.ok ? ok(null) : connected;
  };

  const read: PageStore['read'] = async (refs) => {
    const found = await attempt((on) => on.pages.bulkGet(refs.map(toPageKey)));
    return found.ok ? ok(found.value.map((row) => row ?? null)) : found;
  };

  /** Pages of one kind, ascending. To be called inside a transaction: keys and rows are two requests. */
  const kindOn = async (on: PageTables, book: string, kind: PageKind): Promise<readonly StoredPage[]> => {
    const range = on.pages.where(':id').between([book, kind, 0], [book, kind, Number.MAX_SAFE_INTEGER], true, false);
    const [keys, rows] = await Dexie.Promise.all([range.clone().primaryKeys(), range.toArray()]);
    return keys.flatMap((key, at): StoredPage[] => {
      const ref = fromPageKey(key);
      const row = rows[at];
      return ref === null || row === undefined ? [] : [{ at: ref, row }];
    });
  };

  const readTogether: PageStore['readTogether'] = (ref, kinds) =>
    attempt((on) =>
      on.dexie.transaction('r', on.pages, async () => {
        const lists = Dexie.Promise.all(kinds.map((kind) => kindOn(on, ref.book, kind)));
        // Waited for as one: of several that fail, none is left that nobody waits for.
        const [row, found] = await Dexie.Promise.all([on.pages.get(toPageKey(ref)), lists]);
        return { row: row ?? null, kinds: found };
      }),
    );

  const list: PageStore['list'] = () =>
    attempt(async (on) => {
      const keys = await on.pages.toCollection().primaryKeys();
      const refs = keys.map(fromPageKey).filter((ref) => ref !== null);
      return { refs, foreign: keys.length - refs.length };
    });

  /** What lies there now, after a write that was reported as failed. */
  const lookAfter = async (wanted: PageWrite): Promise<Result<'stored' | 'conflict' | 'nothing', StorageError>> => {
    const { expect, puts, deletes } = wanted;
    const proof = puts.find((put) => samePlace(put.at, expect.at)) ?? puts[0];
    const rows = await read([expect.at, ...(proof === undefined ? deletes : [proof.at])]);
    if (!rows.ok) return rows;
    const [expected = null, ...others] = rows.value;
    const stored = proof === undefined ? others.every((row) => row === null) : samePage(others[0] ?? null, proof.row);
    if (stored) return ok('stored');
    return ok(samePage(expected, expect.row) ? 'nothing' : 'conflict');
  };

  const writeOnce = (on: PageTables, write: PageWrite): Promise<'stored' | 'conflict'> =>
    on.dexie.transaction('rw', on.pages, on.format, async (transaction) => {
      const found = (await on.pages.get(toPageKey(write.expect.at))) ?? null;
      // Undefined in engines that do not state it. One that states anything else would acknowledge what is in no file yet.
      const durability: string | undefined = transaction.idbtrans.durability;
      emit({ type: 'write', durability: durability ?? 'unknown' });
      if (durability !== undefined && durability !== 'strict') throw new Error('a write transaction is not strict');
      if (!samePage(found, write.expect.row)) return 'conflict';
      if (write.expect.row === null) await on.format.put(FORMAT_VERSION, FORMAT_KEY);
      await on.pages.bulkPut(
        write.puts.map((put) => put.row),
        toBulkKeys(write.puts.map((put) => put.at)),
      );
      if (write.deletes.length > 0) await on.pages.bulkDelete(write.deletes.map(toPageKey));
      return 'stored';
    });

  const write = async (wanted: PageWrite): Promise<WriteOutcome> => {
    let failure: StorageError = { type: 'StorageFailed', name: 'DatabaseClosedError' };
    let tried = false;
    for (let tries = 0; tries <= RETRIES; tries += 1) {
      const on = tables === null ? await reconnect() : ok(tables);
      if (on.ok) {
        tried = true;
        try {
          return { type: await writeOnce(on.value, wanted) };
        } catch (error) {
          failure = toStorageError(error);
        }
        // The engine says it failed. It may be stored all the same: ask, on a new connection.
        await reconnect();
      } else failure = on.error;
      if (!tried && !isPassing(failure)) break;
      if (!tried) continue;
      const found = await lookAfter(wanted);
      if (!found.ok) return { type: found.error.type === 'DatabaseMissing' ? 'failed' : 'unknown', error: found.error };
      if (found.value !== 'nothing') return { type: found.value };
      if (!isPassing(failure)) break;
    }
    return { type: 'failed', error: failure };
  };

  const destroy = async (): Promise<Result<null, StorageError>> => {
    close();
    try {
      await createPageTables(deps.storeId, false, deps.engine).dexie.delete();
      return ok(null);
    } catch (error) {
      return err(toStorageError(error));
    }
  };

  const reopen = async (): Promise<Result<null, StorageError>> => {
    const connected = await reconnect();
    return connected.ok ? ok(null) : connected;
  };

  return { storeId: deps.storeId, open, create, read, readTogether, list, write, close, reopen, destroy };
};

const samePlace = (a: StoredPage['at'], b: StoredPage['at']): boolean => a.book === b.book && a.kind === b.kind && a.no === b.no;
