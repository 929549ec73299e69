import { expect, test } from 'vitest';
import { createMarkStore } from '../../../src/app/platform/marks.ts';
import { encodeKeyringFile } from '../../../src/core/formats/keyring-file.ts';
import { createHasher } from '../../../workers/vault/crypto/sha256.ts';
import { KEYRING_FILES } from '../../../workers/vault/storage/names.ts';
import { createTestDevice, errorOf, makeVault, must, NEXT_PASSWORD, PASSWORD } from '../session/support/device.ts';
import { fields, numberOf, personId } from '../service/support.ts';

// Fields that lie in the clear on the disk, and what the page keeps in localStorage: anybody can have written them.

test('a vault that the keyring calls a sample is none: the rehearsal stays due, the label must be typed', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  must(await made.worker.api.lock());
  await device.editKeyring(made.storeId, (keyring) => ({ ...keyring, experience: true }));
  const worker = await device.boot();
  expect(must(await made.unlock(worker)).experience).toBe(false);
  const id = personId();
  must(await worker.api.registerPerson({ id, fields: fields() }));
  const entered = await worker.api.enterNumber({ personId: id, text: numberOf(1), again: null, replaces: false, sameAs: null });
  expect(errorOf(entered)).toBe('RehearsalMissing');
  expect(must(await (await device.keyringOf(made.storeId)).read()).keyring.experience).toBe(false);
  expect(errorOf(await worker.api.eraseVault({ storeId: made.storeId, label: '違う' }))).toBe('LabelDoesNotMatch');
});

test('a disk that refuses to read the label just now does not erase the vault without it', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  must(await made.worker.api.lock());
  const worker = await device.boot();
  device.faults.arm({ at: 1, way: 'lost', error: 'NotReadableError', sticky: true, sites: (site) => site === 'opfs.read' });
  expect(errorOf(await worker.api.eraseVault({ storeId: made.storeId, label: '違う' }))).toBe('StorageFailed');
  device.faults.disarm();
  must(await made.unlock(worker));
});

test('a keyring with the last sequence there is, its checksum mended, keeps no change from being stored', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  must(await made.worker.api.lock());
  const { sha256 } = await createHasher();
  const { keyring } = must(await (await device.keyringOf(made.storeId)).read());
  const planted = must(encodeKeyringFile({ sequence: Number.MAX_SAFE_INTEGER, keyring }, sha256));
  for (const name of KEYRING_FILES) device.folders.files.get(made.storeId)?.set(name, planted.slice());
  const worker = await device.boot();
  must(await made.unlock(worker));
  must(await worker.api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }));
  must(await worker.api.renewKit({ password: NEXT_PASSWORD }));
  must(await worker.api.lock());
  const again = await device.boot();
  expect(errorOf(await made.unlock(again, PASSWORD))).toBe('WrongSecret');
  must(await made.unlock(again, NEXT_PASSWORD));
});

test('whatever lies in localStorage under our prefix, the app starts', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  const kept = new Map<string, string>([['kinko-mark-huge', 'x'.repeat(5000)], [`kinko-mark-${'y'.repeat(900)}`, '{}']]);
  for (let n = 0; n < 400; n += 1) kept.set(`kinko-mark-${n}`, '{}');
  const marks = createMarkStore({
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  });
  const worker = await device.boot();
  expect(must(await worker.api.inspectDevice(marks.list())).stores.map((store) => store.storeId)).toContain(made.storeId);
  expect(must(await worker.api.inspectDevice([{ storeId: '../..', mark: 'x' }, { storeId: '__proto__', mark: 'x' }, { storeId: '', mark: '' }])).stores).toHaveLength(1);
});
