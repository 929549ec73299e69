import { expect, test } from 'vitest';
import type { TestWorker } from '../session/support/device.ts';
import { createTestDevice, errorOf, must, NEXT_PASSWORD, PASSWORD } from '../session/support/device.ts';
import { fields, makeRehearsedVault, personId } from './support.ts';

// Copies that still open with a password, code or keys of before are told apart, from what the record says.

const make = async ({ api }: TestWorker) => {
  const copy = must(await api.makeCopy());
  must(await api.verifyCopy({ copyId: copy.copyId, file: copy.file }));
  return copy;
};

const earlier = async ({ api }: TestWorker): Promise<readonly string[]> => must(await api.overviewCopies()).opensEarlier;

test('copies made before a changed password, a new kit or a renewal of the keys open with earlier ways in', async () => {
  const { worker, device, unlock } = await makeRehearsedVault();
  expect(await earlier(worker)).toEqual([]);
  const made = [await make(worker), await make(worker)];
  expect(await earlier(worker)).toEqual([]);
  must(await worker.api.registerPerson({ id: personId(), fields: fields() }));
  expect(await earlier(worker)).toEqual([]);

  const changes = [
    () => worker.api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }),
    () => worker.api.renewKit({ password: NEXT_PASSWORD }),
    () => worker.api.suspectLeak({ password: NEXT_PASSWORD, nextPassword: PASSWORD }),
  ] as const;
  for (const change of changes) {
    expect(errorOf(await change())).toBe('ok');
    expect(await earlier(worker)).toEqual(made.map(({ copyId }) => copyId));
    made.push(await make(worker));
    expect(await earlier(worker)).toEqual(made.slice(0, -1).map(({ copyId }) => copyId));
  }
  must(await worker.api.lock());
  // Nothing is remembered but the record.
  const next = await device.boot();
  must(await unlock(next));
  expect(await earlier(next)).toEqual(made.slice(0, -1).map(({ copyId }) => copyId));
});

test('they are told apart behind a restore too: by the record of before it, and by the password that was set with it', async () => {
  const { worker, kit } = await makeRehearsedVault();
  const first = await make(worker);
  must(await worker.api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }));
  const second = await make(worker);

  const plain = await (await createTestDevice()).boot();
  must(await plain.api.restoreCopy({ file: second.file, secret: { kind: 'password', password: NEXT_PASSWORD }, evenIfOlder: false }));
  expect(await earlier(plain)).toEqual([first.copyId]);

  const reset = await (await createTestDevice()).boot();
  const secret = { kind: 'recovery', recoveryCode: kit.recoveryCode, newPassword: PASSWORD } as const;
  must(await reset.api.restoreCopy({ file: second.file, secret, evenIfOlder: false }));
  expect(await earlier(reset)).toEqual([first.copyId, second.copyId]);
  const own = await make(reset);
  expect(must(await reset.api.overviewCopies()).copies.map(({ copyId }) => copyId)).toContain(own.copyId);
  expect(await earlier(reset)).toEqual([first.copyId, second.copyId]);
});

test('a long record is read back no further than the oldest copy, and then followed', async () => {
  const { worker } = await makeRehearsedVault();
  const copy = await make(worker);
  for (let n = 0; n < 150; n += 1) must(await worker.api.recordPrint('kit'));
  expect(await earlier(worker)).toEqual([]);
  must(await worker.api.renewKit({ password: PASSWORD }));
  expect(await earlier(worker)).toEqual([copy.copyId]);
  for (let n = 0; n < 150; n += 1) must(await worker.api.recordPrint('kit'));
  const again = await make(worker);
  expect(await earlier(worker)).toEqual([copy.copyId]);
  expect(again.copyId).not.toBe(copy.copyId);
});
