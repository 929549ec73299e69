import { expect, test } from 'vitest';
import { createTestDevice, errorOf, INPUT, must, pageMarks, PASSWORD } from './support/device.ts';

// One tab looks at the device while another makes a vault, and is put to sleep between its look and its request for the lock.

test('what was a leftover at the first look and is a vault at the second stays', async () => {
  const device = await createTestDevice();
  const maker = await device.boot();
  let wake: () => void = () => undefined;
  const sleep = new Promise<void>((settle) => {
    wake = settle;
  });
  let fallAsleep: () => void = () => undefined;
  let asleep = false;
  const isAsleep = new Promise<void>((settle) => {
    fallAsleep = settle;
  });
  const { locks } = device.origin.openTab();
  const sleeping = {
    query: () => locks.query(),
    request: async (...given: Parameters<LockManager['request']>) => {
      asleep = true;
      fallAsleep();
      await sleep;
      return locks.request(...given);
    },
  };
  const looker = await device.boot({ locks: sleeping as LockManager });
  let made = false;
  const making = maker.api.createVault(INPUT).then((kit) => {
    made = true;
    return kit;
  });
  let looking: Promise<unknown> = Promise.resolve();
  while (!asleep && !made) {
    looking = looker.api.inspectDevice([]);
    await Promise.race([looking, isAsleep]);
    await new Promise((settle) => setImmediate(settle));
  }
  expect(asleep).toBe(true);
  const kit = must(await making);
  const { memberId } = must(await maker.api.viewSession());
  must(await maker.api.lock());
  wake();
  await looking;

  const later = await device.boot();
  const { stores, lost } = must(await later.api.inspectDevice(pageMarks(device)));
  expect([stores.map(({ storeId }) => storeId), lost]).toEqual([[kit.storeId], []]);
  expect(errorOf(await later.api.unlock({ storeId: kit.storeId, memberId, password: PASSWORD }))).toBe('ok');
});
