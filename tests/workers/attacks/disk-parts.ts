import { FORMAT_TABLE, KEYRING_FILES, MARK_FILE, PAGES_TABLE } from '../../../workers/vault/storage/names.ts';
import type { TestDevice } from '../session/support/device.ts';

/** The disk of a device in the parts that somebody can put back apart from each other. */

export const PARTS = ['log', 'head', 'keyring', 'mark'] as const;
export type Part = (typeof PARTS)[number];

/** Every part alone and together with others: 15 of them, small ones first. */
export const PART_SETS: readonly (readonly Part[])[] = Array.from({ length: 2 ** PARTS.length - 1 }, (_, at) =>
  PARTS.filter((_part, bit) => ((at + 1) >> bit) % 2 === 1),
).toSorted((a, b) => a.length - b.length);

type Row = readonly [key: IDBValidKey, value: unknown];

export interface DiskState {
  readonly rows: readonly Row[];
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Of the page, in localStorage. */
  readonly pageMark: string | null;
}

/** Entries and what they commit to. All other pages are the head's: it names them, or names the pages that do. */
const LOG_KINDS: ReadonlySet<unknown> = new Set(['tail', 'log', 'attach', 'list']);
const partOf = ([key]: Row): Part => (Array.isArray(key) && LOG_KINDS.has(key[1]) ? 'log' : 'head');

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('request')));
  });

export const readState = async (device: TestDevice, storeId: string): Promise<DiskState> => {
  const database = await device.openDatabase(storeId);
  const store = database.transaction(PAGES_TABLE).objectStore(PAGES_TABLE);
  const [keys, values] = [await asked(store.getAllKeys()), await asked(store.getAll())];
  database.close();
  const files = new Map([...(device.folders.files.get(storeId) ?? [])].map(([name, bytes]) => [name, bytes.slice()]));
  return { rows: keys.map((key, at): Row => [key, values[at]]), files, pageMark: device.marks.get(storeId) ?? null };
};

/** The same with the two marks apart: each can be put back, or taken away, without the other. */
export const PLACES = ['log', 'head', 'keyring', 'file mark', 'page mark'] as const;
export type Place = (typeof PLACES)[number];

const FILES_OF = { keyring: KEYRING_FILES, 'file mark': [MARK_FILE] } as const;

/** The disk with each place as it was in a state of its own; null: nothing of it is there. What is no place is as in that of the keyring. */
export const writeMixed = async (device: TestDevice, storeId: string, from: Readonly<Record<Place, DiskState | null>>): Promise<void> => {
  const rows = (['log', 'head'] as const).flatMap((place) => from[place]?.rows.filter((row) => partOf(row) === place) ?? []);
  const database = await device.openDatabase(storeId);
  const store = database.transaction([PAGES_TABLE, FORMAT_TABLE], 'readwrite').objectStore(PAGES_TABLE);
  await asked(store.clear());
  for (const [key, value] of rows) await asked(store.put(value, key));
  database.close();
  const folder = device.folders.files.get(storeId);
  for (const name of folder?.keys() ?? []) folder?.delete(name);
  for (const [name, bytes] of from.keyring?.files ?? []) if (name !== MARK_FILE) folder?.set(name, bytes.slice());
  for (const place of ['keyring', 'file mark'] as const) {
    for (const name of FILES_OF[place]) {
      const bytes = from[place]?.files.get(name);
      if (bytes !== undefined) folder?.set(name, bytes.slice());
    }
  }
  const pageMark = from['page mark']?.pageMark ?? null;
  if (pageMark === null) device.marks.delete(storeId);
  else device.marks.set(storeId, pageMark);
};

/** The disk as in `now`, but for the named parts, which are as in `then`. */
export const writeState = (device: TestDevice, storeId: string, now: DiskState, then: DiskState, parts: readonly Part[]): Promise<void> => {
  const from = (part: Part): DiskState => (parts.includes(part) ? then : now);
  const mark = from('mark');
  return writeMixed(device, storeId, { log: from('log'), head: from('head'), keyring: from('keyring'), 'file mark': mark, 'page mark': mark });
};
