import { expect, test } from 'vitest';
import { createTestDevice, errorOf, INPUT, makeVault, must, pageMarks } from './support/device.ts';

test('erasing asks for the label, overwrites the slots first, and leaves nothing', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  const { storeId } = made;
  const slots = ['keyring-a', 'keyring-b'].map((name) => device.folders.fileOf(storeId, name));
  expect(errorOf(await made.worker.api.eraseVault({ storeId, label: 'やまだ' }))).toBe('LabelDoesNotMatch');
  expect(errorOf(await made.worker.api.viewSession())).toBe('ok');

  // Where deletion itself fails, the keys are gone all the same.
  device.faults.arm({ at: 1, way: 'lost', error: 'AbortError', sticky: true, sites: (site) => site.startsWith('idb') || site === 'opfs.removeFolder' });
  expect(errorOf(await made.worker.api.eraseVault({ storeId, label: INPUT.label }))).not.toBe('ok');
  device.faults.disarm();
  expect(slots.every((slot) => slot !== undefined && slot.some((byte) => byte !== 0))).toBe(true);
  for (const name of ['keyring-a', 'keyring-b']) expect(device.folders.fileOf(storeId, name)?.every((byte) => byte === 0) ?? true).toBe(true);

  const again = await device.boot();
  must(await again.api.eraseVault({ storeId, label: '' }));
  expect(device.folders.files.size).toBe(0);
  expect(await device.engine.indexedDB.databases()).toEqual([]);
  device.marks.delete(storeId);
  expect(must(await again.api.inspectDevice(pageMarks(device)))).toMatchObject({ stores: [], lost: [] });
});

test('a locked store is erased with its label; a damaged one without, for nobody can read it', async () => {
  const device = await createTestDevice();
  const locked = await makeVault(device);
  must(await locked.worker.api.lock());
  const damaged = await makeVault(device);
  must(await damaged.worker.api.lock());
  for (const name of ['keyring-a', 'keyring-b']) device.folders.fileOf(damaged.storeId, name)?.fill(7, 100, 200);
  const { api } = await device.boot();
  expect(errorOf(await api.eraseVault({ storeId: locked.storeId, label: '' }))).toBe('LabelDoesNotMatch');
  must(await api.eraseVault({ storeId: locked.storeId, label: ` ${INPUT.label} ` }));
  must(await api.eraseVault({ storeId: damaged.storeId, label: '' }));
  expect(device.folders.files.size).toBe(0);
});

test('a sample business goes without typing, also while it is open', async () => {
  const device = await createTestDevice();
  const { api } = await device.boot();
  const { storeId } = must(await api.createTrial());
  must(await api.eraseVault({ storeId, label: '' }));
  expect(errorOf(await api.viewSession())).toBe('Locked');
  expect(device.folders.files.size).toBe(0);
});

test('a store that another tab has open is not erased under it', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  const other = await device.boot();
  expect(errorOf(await other.api.eraseVault({ storeId: made.storeId, label: INPUT.label }))).toBe('UsedInOtherTab');
  expect(errorOf(await made.worker.api.changeSettings({ idleMinutes: 6 }))).toBe('ok');
});
