import { expect, test } from 'vitest';
import type { KeySlot } from '../../../src/core/formats/keyring.ts';
import { createTestDevice, errorOf, makeVault, must, PASSWORD } from '../session/support/device.ts';
import { createFastSlots } from '../session/support/fast-slots.ts';

// Every slot is within the bounds, and there are as many as a keyring takes: hours of Argon2id for one wrong, or right, password.

const DEAR = [256 * 1024, 10, 4];

test('slots planted at the ceiling cost a bounded time and do not hide the real one', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  must(await made.worker.api.lock());
  const plant = (real: KeySlot): readonly KeySlot[] =>
    Array.from({ length: 14 }, (_, n) => ({ ...real, id: `planted${String(n).padStart(15, '0')}` as KeySlot['id'], params: DEAR }));
  await device.editKeyring(made.storeId, (keyring) => ({
    ...keyring,
    members: keyring.members.map((member) => {
      const [real] = member.slots;
      return real === undefined ? member : { ...member, slots: [...plant(real), ...member.slots] };
    }),
  }));
  let work = 0;
  const worker = await device.boot({
    createSlots: (deps) => {
      const slots = createFastSlots(deps);
      return {
        ...slots,
        openSlot: (owner, slot, secret) => {
          work += (slot.params[0] ?? 0) * (slot.params[1] ?? 0);
          return slots.openSlot(owner, slot, secret);
        },
      };
    },
  });
  expect(errorOf(await made.unlock(worker, `${PASSWORD} wrong`))).toBe('WrongSecret');
  expect(work).toBeLessThanOrEqual(64 * 64 * 1024 * 3);
  work = 0;
  must(await made.unlock(worker));
  expect(work).toBe(64 * 1024 * 3);
});
