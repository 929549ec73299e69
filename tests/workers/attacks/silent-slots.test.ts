import { expect, it } from 'vitest';
import type { MadeVault, TestDevice } from '../session/support/device.ts';
import { createTestDevice, errorOf, makeVault, must, NEXT_PASSWORD, PASSWORD } from '../session/support/device.ts';
import { silentFiles } from './silent-files.ts';

// A28: one of the two keyring files does not answer for a while. What was told as failed has changed nothing: what is in a head and in a
// drawer opens the vault as before, and what was chosen for it opens nothing.

const THIRD = 'yuki ga toketara haru ga kuru 3';

const tryPassword = async (device: TestDevice, made: MadeVault, password: string): Promise<string> => {
  const worker = await device.boot();
  const answer = errorOf(await made.unlock(worker, password));
  worker.kill();
  return answer;
};

it.each(['keyring-a', 'keyring-b'])('a suspected leak told as failed because of %s leaves the old ways in', async (silent) => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  must(await made.worker.api.lock());
  let isSilent = false;
  const worker = await device.boot({ folders: silentFiles(device.folders, (name) => isSilent && name === silent) });
  must(await made.unlock(worker));

  isSilent = true;
  expect(await worker.api.suspectLeak({ password: PASSWORD, nextPassword: NEXT_PASSWORD })).toEqual({
    ok: false,
    error: { type: 'StorageFailed', name: 'TimeoutError' },
  });
  isSilent = false;
  worker.kill();

  expect(await tryPassword(device, made, NEXT_PASSWORD)).toBe('WrongSecret');
  expect(await tryPassword(device, made, PASSWORD)).toBe('ok');
  const { storeId, memberId, kit } = made;
  const next = await device.boot();
  expect(errorOf(await next.api.resetPassword({ storeId, memberId, recoveryCode: kit.recoveryCode, newPassword: THIRD }))).toBe('ok');
});
