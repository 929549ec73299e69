import { expose } from 'comlink';
import type { LimitContent, ValueName } from './limit-content.ts';
import { VALUE_NAMES } from './limit-content.ts';

/**
 * THE LIMIT: the least the platform must do for the same bytes. The whole vault is four stored values (index, persons, numbers, log),
 * each sealed by one AES-GCM call, and the log is hashed by one SHA-256. No rows, no rights, no entries, no record that could be
 * verified: no usable product. It runs in a worker and answers through Comlink as the vault does; its key is given to it.
 */

const STORE = 'values';
const IV_BYTES = 12;

let key: CryptoKey;
let name = '';

const request = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error ?? new Error('a request failed')));
  });

const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('a transaction was aborted')));
  });

const openDatabase = (): Promise<IDBDatabase> => {
  const opening = indexedDB.open(name, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE));
  return request(opening);
};

const withDatabase = async <T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> => {
  const database = await openDatabase();
  try {
    return await work(database);
  } finally {
    database.close();
  }
};

const read = (database: IDBDatabase, names: readonly ValueName[]): Promise<readonly Uint8Array<ArrayBuffer>[]> => {
  const store = database.transaction(STORE, 'readonly').objectStore(STORE);
  return Promise.all(names.map((one): Promise<Uint8Array<ArrayBuffer>> => request(store.get(one))));
};

const writeStrict = async (database: IDBDatabase, values: readonly (readonly [string, Uint8Array<ArrayBuffer>])[]): Promise<void> => {
  const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
  if (transaction.durability !== 'strict') throw new Error('the limit must be strict too');
  for (const [at, value] of values) transaction.objectStore(STORE).put(value, at);
  await done(transaction);
};

const seal = async (plaintext: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const box = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plaintext));
  const sealed = new Uint8Array(IV_BYTES + box.length);
  sealed.set(iv);
  sealed.set(box, IV_BYTES);
  return sealed;
};

const open = async (sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.subarray(0, IV_BYTES) }, key, sealed.subarray(IV_BYTES)));

const hash = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

const store = async (content: LimitContent): Promise<void> => {
  const sealed = await Promise.all(VALUE_NAMES.map((one) => seal(content[one])));
  await withDatabase((database) => writeStrict(database, VALUE_NAMES.map((one, at) => [one, sealed[at] ?? new Uint8Array()])));
};

/** The values of a file, one behind the other, each with its length in front. */
const splitFile = async (file: Blob): Promise<readonly Uint8Array<ArrayBuffer>[]> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const values: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = view.getUint32(at);
    values.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return values;
};

const openFile = async (file: Blob): Promise<readonly Uint8Array<ArrayBuffer>[]> => Promise.all((await splitFile(file)).map(open));

export interface LimitFound {
  readonly lengths: readonly number[];
  readonly hash: string;
}

const foundIn = async (values: readonly Uint8Array<ArrayBuffer>[]): Promise<LimitFound> => ({
  lengths: values.map(({ length }) => length),
  hash: await hash(values.at(-1) ?? new Uint8Array()),
});

export interface LimitRows {
  readonly total: number;
  readonly rows: readonly unknown[];
}

let searched = '';

const calls = {
  use: async (database: string, given: CryptoKey): Promise<void> => {
    name = database;
    key = given;
    return Promise.resolve();
  },
  store,
  /** Unlock to list: the index is read, opened and parsed; what a screen shows of it crosses. */
  list: (count: number): Promise<LimitRows> =>
    withDatabase(async (database) => {
      const [sealed = new Uint8Array()] = await read(database, ['index']);
      const pages = JSON.parse(new TextDecoder().decode(await open(sealed))) as readonly { readonly rows: readonly unknown[] }[];
      const rows = pages.flatMap((page) => page.rows);
      return { total: rows.length, rows: rows.slice(0, count) };
    }),
  /** A keystroke: once through one folded text, a line for each person. */
  searchIn: async (text: string): Promise<void> => {
    searched = text;
    return Promise.resolve();
  },
  search: async (needles: readonly string[]): Promise<readonly { readonly ms: number; readonly total: number }[]> =>
    Promise.resolve(
      needles.map((needle) => {
        const from = performance.now();
        let total = 0;
        for (let at = searched.indexOf(needle); at >= 0; at = searched.indexOf(needle, searched.indexOf('\n', at))) total += 1;
        return { ms: performance.now() - from, total };
      }),
    ),
  /** Two bare strict puts of so many bytes, in one transaction of a database that is open. */
  openForPuts: async (): Promise<void> => {
    kept = await openDatabase();
  },
  put: async (first: number, second: number): Promise<void> => {
    if (kept === null) throw new Error('no database is open');
    const bytes = [first, second].map((length) => crypto.getRandomValues(new Uint8Array(length)));
    await writeStrict(kept, bytes.map((value, at) => [`put ${at}`, value]));
  },
  /** Import: the lists are read; what they come to is sealed, hashed and stored. */
  importLists: async (files: readonly File[]): Promise<LimitFound> => {
    const texts = await Promise.all(files.map((file) => file.arrayBuffer()));
    if (texts.some(({ byteLength }) => byteLength === 0) || held === null) throw new Error('nothing to import');
    const { log } = held;
    const digest = await hash(log);
    await store(held);
    return { lengths: VALUE_NAMES.map((one) => held?.[one].length ?? 0), hash: digest };
  },
  hold: async (content: LimitContent): Promise<void> => {
    held = content;
    return Promise.resolve();
  },
  /** Copy: all is read, opened, sealed under another key and given out as a file. */
  writeCopy: (): Promise<Blob> =>
    withDatabase(async (database) => {
      const plain = await Promise.all((await read(database, VALUE_NAMES)).map(open));
      const sealed = await Promise.all(plain.map(seal));
      return new Blob(
        sealed.flatMap((value) => {
          const length = new Uint8Array(4);
          new DataView(length.buffer).setUint32(0, value.length);
          return [length, value];
        }),
      );
    }),
  readBack: async (file: Blob): Promise<LimitFound> => foundIn(await openFile(file)),
  /** Restore: the file is read and opened, the log hashed, all sealed anew and stored. */
  restore: async (file: Blob): Promise<LimitFound> => {
    const values = await openFile(file);
    const found = await foundIn(values);
    const sealed = await Promise.all(values.map(seal));
    await withDatabase((database) => writeStrict(database, VALUE_NAMES.map((one, at) => [one, sealed[at] ?? new Uint8Array()])));
    return found;
  },
  /** Verify: the log is read, opened and hashed once. */
  hashLog: (): Promise<LimitFound> =>
    withDatabase(async (database) => foundIn(await Promise.all((await read(database, ['log'])).map(open)))),
};

let kept: IDBDatabase | null = null;
let held: LimitContent | null = null;

export type LimitCalls = typeof calls;

expose(calls);
postMessage({ type: 'kinko-ready' });
