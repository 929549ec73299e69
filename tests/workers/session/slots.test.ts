import { expect, test } from 'vitest';
import { KDF_POLICY } from '../../../workers/vault/crypto/kdf.ts';
import { createSlots } from '../../../workers/vault/crypto/slot.ts';
import type { VaultEnvironment } from '../../../workers/vault/service/compose.ts';
import { createTestDevice, errorOf, makeVault, must, PASSWORD } from './support/device.ts';

const WEAK = { memory: 38 * 1024, passes: 1, lanes: 1 };

// The one test of ways in that pays for Argon2id.
test('with the real KDF: create, lock, unlock; a slot below the policy is rewrapped, its parameters never taken over', { timeout: 60_000 }, async () => {
  const device = await createTestDevice();
  const weak = await device.boot({ createSlots: (deps) => createSlots({ ...deps, policy: WEAK }) });
  const { storeId } = must(await weak.api.createVault({ label: '店', entityType: 'sole', paysSalary: false, ownerName: '店主', password: PASSWORD }));
  const { memberId } = must(await weak.api.viewSession());
  must(await weak.api.lock());
  const passwordSlot = async () => must(await (await device.keyringOf(storeId)).read()).keyring.members[0]?.slots.find((slot) => slot.kind === 'password');
  const before = await passwordSlot();
  expect(before?.params).toEqual([38 * 1024, 1, 1]);

  const today: Pick<VaultEnvironment, 'createSlots'> = { createSlots: (deps) => createSlots({ ...deps, policy: KDF_POLICY }) };
  const strong = await device.boot(today);
  expect(errorOf(await strong.api.unlock({ storeId, memberId, password: 'not the password at all' }))).toBe('WrongSecret');
  must(await strong.api.unlock({ storeId, memberId, password: PASSWORD }));
  const after = await passwordSlot();
  expect(after?.params).toEqual([64 * 1024, 3, 1]);
  expect(after?.id).not.toBe(before?.id);
  expect(new TextDecoder().decode(await device.disk())).not.toContain(before?.sealed ?? '');
  must(await strong.api.lock());
  const again = await device.boot(today);
  must(await again.api.unlock({ storeId, memberId, password: PASSWORD }));
  expect((await passwordSlot())?.id).toBe(after?.id);
});

test('full-width letters and composed kana are the same password', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device, { password: 'ｋｕｍｏ－ｎｏ－ｕｅ が ９９' });
  must(await made.worker.api.lock());
  expect(errorOf(await made.unlock(await device.boot(), 'kumo-no-ue か\u3099 99'))).toBe('ok');
});
