import { expect, test } from 'vitest';
import type { FaultWay } from '../../support/failing-store.ts';
import { createTestDevice, errorOf, INPUT, makeVault, must, pageMarks, PASSWORD } from './support/device.ts';

// Creating is cut off at every call, by a failure that is answered or by one that leaves no time for anything. The next look at the device
// shows either a whole vault or nothing at all, and what was left is gone.
test.each<[FaultWay, boolean]>([
  ['lost', false],
  ['torn', false],
  ['lost', true],
])('a creation that is cut off (%s, for good: %s) leaves a vault or nothing', { timeout: 60_000 }, async (way, sticky) => {
  const outcomes = new Set<string>();
  for (let at = 1; ; at += 1) {
    const device = await createTestDevice();
    const worker = await device.boot();
    // Not where a transaction begins: the engine of the test begins one by itself when it makes a database, and does not survive it.
    device.faults.arm({ at, way, error: 'AbortError', sticky, sites: (site) => site !== 'idb.transaction' && /^(opfs|idb)/.test(site) });
    const answer = await worker.api.createVault(INPUT);
    const fired = device.faults.fired();
    device.faults.disarm();
    worker.kill();
    const where = `call ${at}, ${way}, answered ${errorOf(answer)}`;

    const next = await device.boot();
    const report = must(await next.api.inspectDevice(pageMarks(device)));
    expect(report.lost, where).toEqual([]);
    expect(report.stores.length, where).toBeLessThanOrEqual(1);
    const [store] = report.stores;
    outcomes.add(`${errorOf(answer)} ${store === undefined ? 'nothing' : 'vault'}`);
    if (answer.ok) expect(store, where).toBeDefined();
    if (store === undefined) {
      expect(device.folders.files.size, where).toBe(0);
      expect(await device.engine.indexedDB.databases(), where).toEqual([]);
    } else {
      expect(store, where).toMatchObject({ keyring: 'ready', database: 'ready' });
      const memberId = store.members[0]?.id;
      if (memberId === undefined) throw new Error('no member');
      expect(errorOf(await next.api.unlock({ storeId: store.storeId, memberId, password: PASSWORD })), where).toBe('ok');
    }
    if (fired === 0) break;
  }
  expect(outcomes).toContain('ok vault');
  expect(outcomes).toContain('StorageFailed nothing');
});

test('a store that another tab is building is not touched by a look at the device', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  await device.editKeyring(made.storeId, (keyring) => ({ ...keyring, state: 'staged' }));
  const other = await device.boot();
  expect(must(await other.api.inspectDevice([])).stores).toEqual([]);
  expect(device.folders.files.has(made.storeId)).toBe(true);
  made.worker.kill();
  expect(must(await other.api.inspectDevice([])).stores).toEqual([]);
  expect(device.folders.files.size).toBe(0);
});

test('a staged store cannot be unlocked', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  must(await made.worker.api.lock());
  await device.editKeyring(made.storeId, (keyring) => ({ ...keyring, state: 'staged' }));
  const { api } = await device.boot();
  expect(errorOf(await api.unlock({ storeId: made.storeId, memberId: made.memberId, password: PASSWORD }))).toBe('NotFound');
});

test('a full disk is told as such, and nothing is left of the attempt', async () => {
  const device = await createTestDevice();
  const { api } = await device.boot();
  device.faults.arm({ at: 1, way: 'lost', error: 'QuotaExceededError', sticky: true, sites: (site) => site === 'idb.write' || site === 'idb.commit' });
  expect(errorOf(await api.createVault(INPUT))).toBe('StorageFull');
  device.faults.disarm();
  expect(must(await api.inspectDevice([])).stores).toEqual([]);
  expect(device.folders.files.size).toBe(0);
});

test('a disk that fills up later keeps nobody out: the vault opens, and says why nothing is written', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  must(await made.worker.api.lock());
  const worker = await device.boot();
  await made.unlock(worker, 'not the password at all');
  device.faults.arm({ at: 1, way: 'lost', error: 'QuotaExceededError', sticky: true, sites: (site) => site === 'idb.write' || site === 'idb.commit' || site === 'opfs.write' });
  expect(errorOf(await made.unlock(worker))).toBe('ok');
  expect(errorOf(await worker.api.changeSettings({ idleMinutes: 6 }))).toBe('StorageFull');
  device.faults.disarm();
  must(await worker.api.lock());
  // The failed try was not recorded then: it is now.
  expect(must(await made.unlock(await device.boot())).failedUnlocks).toBeGreaterThan(0);
});
