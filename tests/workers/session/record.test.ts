import { expect, test } from 'vitest';
import type { VaultApi } from '../../../src/core/contract/vault-api.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';
import { createTestDevice, makeVault, must, NEXT_PASSWORD, PASSWORD } from './support/device.ts';

const exportOf = async (api: VaultApi): Promise<Uint8Array> => new Uint8Array(await must(await api.exportLog('verify')).file.arrayBuffer());

test('the record of every way in verifies without a key, over several sessions and a renewal of keys', async () => {
  const device = await createTestDevice();
  const verify = await createVerifyBoth();
  const made = await makeVault(device);
  must(await made.worker.api.renewKit({ password: PASSWORD }));
  must(await made.worker.api.lock());

  const second = await device.boot();
  expect((await made.unlock(second, NEXT_PASSWORD)).ok).toBe(false);
  must(await made.unlock(second));
  const kept = must(await second.api.viewCheckpoint()).note;
  const { kit } = must(await second.api.suspectLeak({ password: PASSWORD, nextPassword: NEXT_PASSWORD }));
  must(await second.api.changeSettings({ label: '支店' }));
  must(await second.api.lock());

  const third = await device.boot();
  const { storeId, memberId } = made;
  must(await third.api.resetPassword({ storeId, memberId, recoveryCode: kit.recoveryCode, newPassword: PASSWORD }));
  must(await third.api.lock());

  const fourth = await device.boot();
  must(await made.unlock(fourth));
  const { app, independent } = await verify(await exportOf(fourth.api), kept);
  expect(app.problems).toEqual([]);
  expect(app).toMatchObject({ ok: true, kept: { result: 'consistent', signed: true } });
  expect(app.tables.map((table) => table.version)).toEqual([1, 2]);
  expect(independent).toMatchObject({ ok: true, entries: app.entries, kept: { result: 'consistent' } });
  expect(app).toMatchObject({ unknownActions: [], unknownCodes: [] });
});

test('a renewal that is carried through at the next unlock verifies too', async () => {
  const device = await createTestDevice();
  const verify = await createVerifyBoth();
  const made = await makeVault(device);
  // From the first call of the database on, the disk is gone: the slots are new, the database is not.
  device.faults.arm({ at: 1, way: 'lost', error: 'AbortError', sticky: true, sites: (site) => site === 'idb.commit' || site === 'idb.open' });
  await made.worker.api.suspectLeak({ password: PASSWORD, nextPassword: NEXT_PASSWORD });
  made.worker.kill();
  device.faults.disarm();
  const worker = await device.boot();
  expect(must(await made.unlock(worker, NEXT_PASSWORD)).kitMadeAt).toBeNull();
  const { app, independent } = await verify(await exportOf(worker.api));
  expect(app.problems).toEqual([]);
  expect(app.tables).toHaveLength(2);
  expect(independent.ok).toBe(true);
});
