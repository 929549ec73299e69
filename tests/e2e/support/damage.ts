import type { Page } from '@playwright/test';

const run = async (page: Page, code: string, ...args: readonly unknown[]): Promise<void> => {
  await page.evaluate(`(${code})(...${JSON.stringify(args)})`);
};

const DATABASE = `(name) => new Promise((resolve, reject) => {
  const request = indexedDB.open(name);
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
})`;

/** What can happen to a vault's files while nobody uses it, done from a page of the same origin. */
export const deleteDatabase = (page: Page, storeId: string): Promise<void> =>
  run(
    page,
    `(name) => new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
    })`,
    `kinko-${storeId}`,
  );

/** The row that names the version of the database. */
export const writeFormat = (page: Page, storeId: string, version: number): Promise<void> =>
  run(
    page,
    `async (name, version) => {
      const database = await (${DATABASE})(name);
      await new Promise((resolve, reject) => {
        const transaction = database.transaction('format', 'readwrite');
        transaction.objectStore('format').put(version, 'version');
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      database.close();
    }`,
    `kinko-${storeId}`,
    version,
  );

/** Every row of one store of the database. */
export const clearStore = (page: Page, storeId: string, store: 'pages' | 'format'): Promise<void> =>
  run(
    page,
    `async (name, store) => {
      const database = await (${DATABASE})(name);
      await new Promise((resolve, reject) => {
        const transaction = database.transaction(store, 'readwrite');
        transaction.objectStore(store).clear();
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      database.close();
    }`,
    `kinko-${storeId}`,
    store,
  );

/** One bit of every byte of every page; a second time puts them right again. */
export const flipPages = (page: Page, storeId: string): Promise<void> =>
  run(
    page,
    `async (name) => {
      const database = await (${DATABASE})(name);
      await new Promise((resolve, reject) => {
        const transaction = database.transaction('pages', 'readwrite');
        transaction.objectStore('pages').openCursor().onsuccess = ({ target }) => {
          if (target.result === null) return;
          const row = target.result.value;
          const flipped = new Uint8Array(row.blob).map((byte) => byte ^ 1);
          target.result.update({ ...row, blob: row.blob instanceof ArrayBuffer ? flipped.buffer : flipped });
          target.result.continue();
        };
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      database.close();
    }`,
    `kinko-${storeId}`,
  );

const FOLDER = `async (storeId) => (await (await navigator.storage.getDirectory()).getDirectoryHandle('kinko')).getDirectoryHandle(storeId)`;

/** Overwrites files of the vault's folder with something else of the same length. */
export const spoilFiles = (page: Page, storeId: string, names: readonly string[]): Promise<void> =>
  run(
    page,
    `async (storeId, names) => {
      const folder = await (${FOLDER})(storeId);
      for (const name of names) {
        const handle = await folder.getFileHandle(name);
        const { size } = await handle.getFile();
        const writable = await handle.createWritable({ keepExistingData: true });
        await writable.write({ type: 'write', position: 0, data: new Uint8Array(size).fill(7) });
        await writable.close();
      }
    }`,
    storeId,
    names,
  );

export const removeFiles = (page: Page, storeId: string, names: readonly string[]): Promise<void> =>
  run(page, `async (storeId, names) => { const folder = await (${FOLDER})(storeId); for (const name of names) await folder.removeEntry(name); }`, storeId, names);

export const removeFolder = (page: Page, storeId: string): Promise<void> =>
  run(
    page,
    `async (storeId) => (await (await navigator.storage.getDirectory()).getDirectoryHandle('kinko')).removeEntry(storeId, { recursive: true })`,
    storeId,
  );
