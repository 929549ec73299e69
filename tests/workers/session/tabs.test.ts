import { expect, test } from 'vitest';
import { createTestDevice, errorOf, makeVault, must } from './support/device.ts';

test('one tab has the vault; another one takes it over, and the first is locked with an entry and told', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  const other = await device.boot();
  expect(errorOf(await made.unlock(other))).toBe('UsedInOtherTab');
  must(await other.api.takeOver(made.storeId));
  expect(made.worker.events.at(-1)).toEqual({ type: 'TakenOver' });
  expect(errorOf(await made.worker.api.viewSession())).toBe('Locked');
  expect(must(await made.unlock(other)).lastEntry).toMatchObject({ action: 'lock' });
  expect(errorOf(await made.unlock(made.worker))).toBe('UsedInOtherTab');
});

test('a tab that dies lets the vault go at once', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  made.worker.kill();
  expect(must(await made.unlock(await device.boot())).lastEntry).toMatchObject({ action: 'create' });
});

test('taking over what nobody has open needs nobody', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  must(await made.worker.api.lock());
  const other = await device.boot();
  must(await other.api.takeOver(made.storeId));
  expect(errorOf(await made.unlock(other))).toBe('ok');
});

test('two vaults of one device are open in two tabs at once', async () => {
  const device = await createTestDevice();
  const one = await makeVault(device);
  const two = await makeVault(device);
  expect(errorOf(await one.worker.api.changeSettings({ idleMinutes: 6 }))).toBe('ok');
  expect(errorOf(await two.worker.api.changeSettings({ idleMinutes: 7 }))).toBe('ok');
});

test('a worker holds the keys of one vault: opening another locks the first', async () => {
  const device = await createTestDevice();
  const one = await makeVault(device);
  must(await one.worker.api.lock());
  const two = await makeVault(device);
  must(await one.unlock(two.worker));
  expect(must(await two.worker.api.viewSession()).storeId).toBe(one.storeId);
  expect(must(await two.unlock(await device.boot())).lastEntry).toMatchObject({ action: 'lock' });
});
