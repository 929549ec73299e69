import { Dexie } from 'dexie';
import type { IndexableTypeArrayReadonly, Table } from 'dexie';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { isPageKind } from '../../../src/core/formats/page.ts';
import { DB_SCHEMA, dbName, FORMAT_TABLE, PAGES_TABLE } from './names.ts';
import type { PageRow } from './page-row.ts';

/** Mutable as Dexie's types want it. */
export type PageKey = [book: string, kind: string, no: number];

/** The database of a store as Dexie shows it. Opened and closed by page-db.ts only. */
export interface PageTables {
  readonly dexie: Dexie;
  readonly pages: Table<PageRow, PageKey>;
  readonly format: Table<number, string>;
}

export interface Engine {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/** Thrown while Dexie would make a database that was only to be opened: the engine then makes none. */
export const NOT_THERE = 'KinkoNotThere';

/**
 * `mayMake` false: opening a name under which nothing lies fails with NOT_THERE, and nothing lies there afterwards either. An
 * empty database made by accident would look like a fresh start where a vault was lost.
 */
export const createPageTables = (storeId: string, mayMake: boolean, engine?: Engine): PageTables => {
  const dexie = new Dexie(dbName(storeId), {
    // Without it an acknowledged commit is in no file yet when the power goes.
    chromeTransactionDurability: 'strict',
    autoOpen: false,
    cache: 'disabled',
    ...engine,
  });
  dexie.version(DB_SCHEMA).stores({ [PAGES_TABLE]: '', [FORMAT_TABLE]: '' });
  dexie.on('populate', () => {
    if (mayMake) return;
    const error = new Error('no such database');
    error.name = NOT_THERE;
    throw error;
  });
  return { dexie, pages: dexie.table(PAGES_TABLE), format: dexie.table(FORMAT_TABLE) };
};

export const toPageKey = (ref: PageRef): PageKey => [ref.book, ref.kind, ref.no];

/** Dexie's type of bulk keys leaves out compound keys, which its code and every engine take. */
export const toBulkKeys = (refs: readonly PageRef[]): IndexableTypeArrayReadonly => {
  const keys: unknown = refs.map(toPageKey);
  return keys as IndexableTypeArrayReadonly;
};

/** Null for a key that none of ours can be: it was planted. */
export const fromPageKey = (key: unknown): PageRef | null => {
  if (!Array.isArray(key) || key.length !== 3) return null;
  const [book, kind, no]: readonly unknown[] = key;
  return typeof book === 'string' && isPageKind(kind) && typeof no === 'number' ? { book, kind, no } : null;
};
