import { describe, expect, test } from 'vitest';
import { createDatabaseFolders } from '../../../workers/vault/storage/database-folders.ts';
import { openOpfsFolders } from '../../../workers/vault/storage/opfs-folders.ts';
import type { DeviceFolders } from '../../../workers/vault/storage/store-folder.ts';
import { createMemoryOpfs } from '../faults/support/memory-opfs.ts';
import type { TestDevice } from '../session/support/device.ts';
import { createTestDevice, errorOf, INPUT, makeVault, must, pageMarks } from '../session/support/device.ts';

// A browser that refuses its files for a moment must not look like one that has none: the vault would seem lost, and an owner who is
// told so starts over.

const PASSING = ['UnknownError', 'InvalidStateError', 'NotReadableError', 'NoModificationAllowedError', 'AbortError', 'QuotaExceededError'];
const LASTING = ['SecurityError', 'NotSupportedError'];

/** OPFS that fails `times` times, where it is asked for. */
const refusing = (device: TestDevice, name: string, times: number): StorageManager => {
  const opfs = createMemoryOpfs(device);
  let left = times;
  return {
    ...opfs,
    getDirectory: () => {
      left -= 1;
      return left < 0 ? opfs.getDirectory() : Promise.reject(new DOMException('refused', name));
    },
  };
};

/** OPFS whose first synchronous handle is refused. */
const refusingHandles = (refusal: () => Error): StorageManager => {
  const file = { createSyncAccessHandle: () => Promise.reject(refusal()) };
  const folder = { getDirectoryHandle: async () => folder, getFileHandle: async () => file, removeEntry: async () => undefined };
  return { getDirectory: async () => folder } as unknown as StorageManager;
};

/** As the worker's entry file chooses. */
const foldersOf = async (storage: StorageManager, device: TestDevice): Promise<DeviceFolders> =>
  (await openOpfsFolders(storage)) ?? createDatabaseFolders(device.engine);

describe('which folders a start chooses', () => {
  test.each(PASSING)('%s is no reason to do without OPFS', async (name) => {
    const device = await createTestDevice();
    expect((await foldersOf(refusing(device, name, 1), device)).kind).toBe('opfs');
    expect((await foldersOf(refusingHandles(() => new DOMException('refused', name)), device)).kind).toBe('opfs');
  });

  test.each(LASTING)('%s is one', async (name) => {
    const device = await createTestDevice();
    expect((await foldersOf(refusing(device, name, 1), device)).kind).toBe('database');
    expect((await foldersOf(refusingHandles(() => new DOMException('refused', name)), device)).kind).toBe('database');
  });

  test('so is a method that is not there', async () => {
    const device = await createTestDevice();
    expect((await foldersOf(refusingHandles(() => new TypeError('not a function')), device)).kind).toBe('database');
  });
});

test('a start that OPFS refuses fails and can be tried again, and the vault is there', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  must(await made.worker.api.lock());
  const worker = await device.boot({ folders: await foldersOf(refusing(device, 'UnknownError', 2), device) });
  expect(await worker.api.inspectDevice(pageMarks(device))).toEqual({ ok: false, error: { type: 'StorageFailed', name: 'UnknownError' } });
  const report = must(await worker.api.inspectDevice(pageMarks(device)));
  expect(report).toMatchObject({ lost: [], opfs: true, stores: [{ storeId: made.storeId, keyring: 'ready', database: 'ready' }] });
  expect(errorOf(await made.unlock(worker))).toBe('ok');
});

test('where OPFS is refused for good, a vault whose folder lies in it is not erased without its label', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  must(await made.worker.api.lock());
  const worker = await device.boot({ folders: createDatabaseFolders(device.engine) });
  expect(errorOf(await worker.api.eraseVault({ storeId: made.storeId, label: '' }))).toBe('KeyringMissing');
  expect(errorOf(await made.unlock(await device.boot()))).toBe('ok');
});

test('without OPFS a vault is erased as ever', async () => {
  const device = await createTestDevice();
  const worker = await device.boot({ folders: createDatabaseFolders(device.engine) });
  const { storeId } = must(await worker.api.createVault(INPUT));
  expect(errorOf(await worker.api.eraseVault({ storeId, label: '' }))).toBe('LabelDoesNotMatch');
  must(await worker.api.eraseVault({ storeId, label: INPUT.label }));
  // What a call cut off left behind goes without words, too.
  must(await worker.api.eraseVault({ storeId, label: '' }));
  expect(must(await worker.api.inspectDevice([])).stores).toEqual([]);
});
