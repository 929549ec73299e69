import { expect, test } from 'vitest';
import type { VaultResult } from '../../../src/core/contract/errors.ts';
import type { VaultApi } from '../../../src/core/contract/vault-api.ts';
import { createDatabaseFolders } from '../../../workers/vault/storage/database-folders.ts';
import { createJoinedFolders } from '../../../workers/vault/storage/joined-folders.ts';
import type { DeviceFolders } from '../../../workers/vault/storage/store-folder.ts';
import type { TestDevice } from './support/device.ts';
import { createTestDevice, errorOf, INPUT, makeVault, must, NEXT_PASSWORD, PASSWORD } from './support/device.ts';

test('where files cannot be rewritten in place the vault works all the same, and says so', async () => {
  const device = await createTestDevice();
  const folders = createDatabaseFolders(device.engine);
  const boot = () => device.boot({ folders });
  const worker = await boot();
  const { storeId } = must(await worker.api.createVault(INPUT));
  const view = must(await worker.api.viewSession());
  expect(view.opfs).toBe(false);
  must(await worker.api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }));
  must(await worker.api.lock());

  const next = await boot();
  expect(must(await next.api.inspectDevice([]))).toMatchObject({ opfs: false, lost: [], stores: [{ storeId, keyring: 'ready', database: 'ready' }] });
  const again = { storeId, memberId: view.memberId };
  expect(errorOf(await next.api.unlock({ ...again, password: PASSWORD }))).toBe('WrongSecret');
  must(await next.api.unlock({ ...again, password: NEXT_PASSWORD }));
  must(await next.api.suspectLeak({ password: NEXT_PASSWORD, nextPassword: PASSWORD }));
  must(await next.api.eraseVault({ storeId, label: INPUT.label }));
  expect(must(await next.api.inspectDevice([]))).toEqual({ stores: [], lost: [], opfs: false });
  expect(device.folders.files.size).toBe(0);
});

test('a creation or a restore that fails at any write leaves nothing there, also a moment later', async () => {
  const source = (await makeVault(await createTestDevice())).worker;
  const { file } = must(await source.api.makeCopy());
  const acts: readonly ((api: VaultApi) => VaultResult<unknown>)[] = [
    (api) => api.createVault(INPUT),
    (api) => api.restoreCopy({ file, secret: { kind: 'password', password: PASSWORD }, evenIfOlder: false }),
  ];
  const failed: { readonly api: VaultApi; readonly listed: () => Promise<readonly string[]> }[] = [];
  const succeeded: number[] = [];
  for (const act of acts) {
    for (let at = 1; succeeded.length <= acts.indexOf(act); at += 1) {
      const device = await createTestDevice();
      const folders = createDatabaseFolders(device.engine);
      const { api } = await device.boot({ folders });
      device.faults.arm({ at, way: 'untrue', error: 'none', sticky: false, sites: (site) => site === 'idb.commit' });
      const answer = await act(api);
      const fired = device.faults.fired() > 0;
      device.faults.disarm();
      if (!fired) succeeded.push(at);
      else if (!answer.ok) failed.push({ api, listed: folders.list });
    }
  }
  expect(failed.length).toBeGreaterThan(4);
  // The mark of a commit follows it by less than this.
  await new Promise((resolve) => setTimeout(resolve, 300));
  for (const { api, listed } of failed) {
    expect(must(await api.inspectDevice([]))).toMatchObject({ stores: [], lost: [] });
    expect(await listed()).toEqual([]);
  }
});

const namesOf = (device: TestDevice) => async () => (await device.engine.indexedDB.databases()).flatMap(({ name }) => name ?? []);

/** A browser that has OPFS now, on a disk where it had none. */
const joined = (device: TestDevice, database: DeviceFolders): DeviceFolders =>
  createJoinedFolders({ opfs: device.folders, database, databaseNames: namesOf(device) });

test('a browser that has got OPFS since finds the vault where its keyring lies, opens it there, and makes new ones in OPFS', async () => {
  const device = await createTestDevice();
  const database = createDatabaseFolders(device.engine);
  const first = await device.boot({ folders: database });
  const { storeId } = must(await first.api.createVault(INPUT));
  const { memberId } = must(await first.api.viewSession());
  must(await first.api.lock());

  const worker = await device.boot({ folders: joined(device, database) });
  const { api } = worker;
  expect(must(await api.inspectDevice([]))).toMatchObject({ opfs: true, lost: [], stores: [{ storeId, label: INPUT.label, keyring: 'ready', database: 'ready' }] });
  expect(must(await api.unlock({ storeId, memberId, password: PASSWORD })).opfs).toBe(false);
  must(await api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }));
  must(await api.lock());
  expect(device.folders.files.size).toBe(0);
  // A folder without a keyring hides nothing.
  await device.folders.open(storeId);
  expect(must(await api.unlock({ storeId, memberId, password: NEXT_PASSWORD })).opfs).toBe(false);

  const second = must(await api.createVault({ ...INPUT, label: 'となりの店' }));
  expect(must(await api.viewSession()).opfs).toBe(true);
  expect(await database.list()).toEqual([storeId]);
  expect(device.folders.fileOf(second.storeId, 'keyring-a')?.length).toBeGreaterThan(0);
  must(await api.eraseVault({ storeId, label: INPUT.label }));
  expect(await database.list()).toEqual([]);
  expect(must(await api.inspectDevice([])).stores.map((store) => store.storeId)).toEqual([second.storeId]);
});

test('where the second place cannot be looked into, the device is not called empty; where it never was, it is not made', async () => {
  const device = await createTestDevice();
  const database = createDatabaseFolders(device.engine);
  const { api } = await device.boot({ folders: joined(device, database) });
  expect(must(await api.inspectDevice([])).stores).toEqual([]);
  expect(await device.engine.indexedDB.databases()).toEqual([]);

  must(await (await device.boot({ folders: database })).api.createVault(INPUT));
  const broken: DeviceFolders = { ...database, list: () => Promise.reject(new DOMException('not now', 'UnknownError')) };
  const next = await device.boot({ folders: joined(device, broken) });
  expect(await next.api.inspectDevice([])).toEqual({ ok: false, error: { type: 'StorageFailed', name: 'UnknownError' } });
});
