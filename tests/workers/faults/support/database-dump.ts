/** Databases of an engine, all or by name, and a way back to them, also where one was deleted meanwhile. */

type Rows = readonly (readonly [key: IDBValidKey, value: unknown])[];
interface Dumped {
  readonly version: number;
  readonly tables: ReadonlyMap<string, Rows>;
}
export type DatabaseDump = ReadonlyMap<string, Dumped>;

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('request')));
  });

type Which = (name: string) => boolean;

export const dumpDatabases = async (factory: IDBFactory, which: Which = () => true): Promise<DatabaseDump> => {
  const dump = new Map<string, Dumped>();
  for (const { name, version } of await factory.databases()) {
    if (name === undefined || version === undefined || !which(name)) continue;
    const database = await asked(factory.open(name));
    const tables = new Map<string, Rows>();
    for (const table of database.objectStoreNames) {
      const store = database.transaction(table).objectStore(table);
      const [keys, values] = [await asked(store.getAllKeys()), await asked(store.getAll())];
      tables.set(table, keys.map((key, at) => [key, values[at]] as const));
    }
    database.close();
    dump.set(name, { version, tables });
  }
  return dump;
};

const writeDatabase = async (factory: IDBFactory, name: string, { version, tables }: Dumped): Promise<void> => {
  const request = factory.open(name, version);
  request.addEventListener('upgradeneeded', () => {
    for (const table of tables.keys()) request.result.createObjectStore(table);
  });
  const database = await asked(request);
  for (const [table, rows] of tables) {
    const transaction = database.transaction(table, 'readwrite');
    const store = transaction.objectStore(table);
    store.clear();
    for (const [key, value] of rows) store.put(value, key);
    await new Promise((resolve, reject) => {
      transaction.addEventListener('complete', resolve);
      transaction.addEventListener('abort', reject);
    });
  }
  database.close();
};

export const restoreDatabases = async (factory: IDBFactory, dump: DatabaseDump, which: Which = () => true): Promise<void> => {
  for (const { name } of await factory.databases()) {
    if (name === undefined || dump.has(name) || !which(name)) continue;
    await new Promise((resolve) => {
      const request = factory.deleteDatabase(name);
      for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, resolve);
    });
  }
  for (const [name, dumped] of dump) await writeDatabase(factory, name, dumped);
};
