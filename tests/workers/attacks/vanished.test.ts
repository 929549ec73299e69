import { expect, test } from 'vitest';
import { KEYRING_FILES, MARK_FILE } from '../../../workers/vault/storage/names.ts';
import type { MadeVault, TestDevice } from '../session/support/device.ts';
import { createTestDevice, errorOf, makeVault, must, pageMarks, PASSWORD } from '../session/support/device.ts';

// A29: the browser took something away: the database (eviction, another backend), files, localStorage, or all of it. Every combination.
// As long as anything is left that remembers the vault, the device is not an empty one.

const THINGS = ['database', 'keyring-a', 'keyring-b', 'mark', 'page mark'] as const;
type Thing = (typeof THINGS)[number];
const SETS: readonly (readonly Thing[])[] = Array.from({ length: 2 ** THINGS.length }, (_, at) => THINGS.filter((_thing, bit) => (at >> bit) % 2 === 1));

const takeAway = async (device: TestDevice, { storeId }: MadeVault, gone: readonly Thing[]): Promise<void> => {
  const folder = device.folders.files.get(storeId);
  for (const name of [...KEYRING_FILES, MARK_FILE]) if (gone.some((thing) => thing === name)) folder?.delete(name);
  if (gone.includes('page mark')) device.marks.clear();
  if (!gone.includes('database')) return;
  await new Promise((resolve, reject) => {
    const request = device.engine.indexedDB.deleteDatabase(`kinko-${storeId}`);
    request.addEventListener('success', resolve);
    request.addEventListener('error', reject);
  });
};

interface Answer {
  readonly device: string;
  readonly unlock: string;
}

/** What the first screen shows of the vault, and what the password answers. */
const expected = (gone: readonly Thing[]): Answer => {
  const database = !gone.includes('database');
  const keyring = !(gone.includes('keyring-a') && gone.includes('keyring-b'));
  const marks = !(gone.includes('mark') && gone.includes('page mark'));
  if (keyring) return database ? { device: 'ready ready', unlock: 'ok' } : { device: 'ready missing', unlock: 'DatabaseMissing' };
  if (database) return { device: 'missing ready', unlock: 'KeyringMissing' };
  return marks ? { device: 'lost', unlock: 'KeyringMissing' } : { device: 'empty', unlock: 'KeyringMissing' };
};

test.each(SETS.map((gone) => [gone.join(', ') || 'nothing', gone] as const))('%s gone', async (_name, gone) => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  must(await made.worker.api.lock());
  made.worker.kill();
  await takeAway(device, made, gone);
  const { storeId, memberId } = made;
  // Looked at twice: looking makes nothing, and takes nothing away that would be told the second time.
  for (let look = 0; look < 2; look += 1) {
    const worker = await device.boot();
    const { stores, lost } = must(await worker.api.inspectDevice(pageMarks(device)));
    const [store] = stores;
    const shown = store === undefined ? (lost.includes(storeId) ? 'lost' : 'empty') : `${store.keyring} ${store.database}`;
    expect({ device: shown, unlock: errorOf(await worker.api.unlock({ storeId, memberId, password: PASSWORD })) }).toEqual(expected(gone));
    worker.kill();
  }
  // None was made in the place of the one that is gone.
  const names = (await device.engine.indexedDB.databases()).map(({ name }) => name);
  expect(names).toEqual(gone.includes('database') ? [] : [`kinko-${storeId}`]);
});

test('a database that was emptied and stands is not a new vault', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  must(await made.worker.api.lock());
  made.worker.kill();
  const database = await device.openDatabase(made.storeId);
  const transaction = database.transaction('pages', 'readwrite');
  transaction.objectStore('pages').clear();
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  database.close();
  expect(errorOf(await made.unlock(await device.boot()))).toBe('DatabaseMissing');
});
