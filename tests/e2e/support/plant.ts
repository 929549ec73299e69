import type { Page } from '@playwright/test';
import { fakeNumber } from '../../support/fake-persons.ts';

/** A page without the app's care: a field that says nothing about itself, and scripts that keep things in clear. */
export const CONTROL_PAGE = `<!doctype html><meta charset="utf-8" /><title>control</title><form><input id="field" /></form>`;

/**
 * A number for each place where a browser keeps something for a page. The packed ones stand among numbers that begin alike:
 * a browser that compresses tears them. Cookies are missing: Chromium seals them, and the app has none.
 */
export const PLANTED = {
  localStorage: fakeNumber(4_075_832),
  sessionStorage: fakeNumber(6_290_417),
  database: fakeNumber(1_849_365),
  databasePacked: fakeNumber(5_518_273),
  databaseFile: fakeNumber(3_367_902),
  originFile: fakeNumber(8_814_056),
  cache: fakeNumber(2_705_614),
  cachePacked: fakeNumber(7_471_938),
  historyState: fakeNumber(1_023_987),
  historyAddress: fakeNumber(6_638_514),
} as const;

/** Typed into the field of the control page, and nowhere else. */
export const TYPED = fakeNumber(7_293_064);

/** In the control page: keeps a number in each place. */
export const plant = async (page: Page): Promise<void> => {
  await page.evaluate(async (numbers) => {
    const among = (number: string): string => `{"kind":"employee","number":"${number.slice(0, 8)}0000"},`.repeat(300) + number + 'x'.repeat(9000);
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('control')));
      });
    localStorage.setItem('control', numbers.localStorage);
    sessionStorage.setItem('control', numbers.sessionStorage);
    // Two entries: the last one is replaced later.
    history.replaceState({ number: numbers.historyState }, '', `#${numbers.historyAddress}`);
    history.pushState(null, '', '#next');
    const opening = indexedDB.open('control', 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('numbers'));
    const transaction = (await settled(opening)).transaction('numbers', 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('numbers');
    store.put({ number: numbers.database }, 1);
    store.put({ list: among(numbers.databasePacked) }, 2);
    store.put(new Blob([numbers.databaseFile]), 3);
    await new Promise((resolve) => {
      transaction.addEventListener('complete', resolve);
    });
    const root = await navigator.storage.getDirectory();
    const writable = await (await root.getFileHandle('control', { create: true })).createWritable();
    await writable.write(numbers.originFile);
    await writable.close();
    const cache = await caches.open('control');
    await cache.put('/control-1', new Response(numbers.cache));
    await cache.put('/control-2', new Response(among(numbers.cachePacked)));
  }, PLANTED);
};
