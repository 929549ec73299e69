import { expect, test } from 'vitest';
import type { RehearsedVault } from '../service/support.ts';
import { makeRehearsedVault } from '../service/support.ts';
import { createTestDevice, errorOf, must, PASSWORD } from '../session/support/device.ts';

// What an entry commits to lies in pages that nothing but the entry's hash names. A copy that was read back is one that can be restored.

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((settle, fail) => {
    request.addEventListener('success', () => settle(request.result));
    request.addEventListener('error', () => fail(new Error('no answer')));
  });

/** The newest page of a list on the disk; `change` says what is there instead, null for nothing. */
const changeList = async ({ device, storeId }: RehearsedVault, change: (row: unknown) => unknown): Promise<unknown> => {
  const database = await device.openDatabase(storeId);
  const pages = () => database.transaction('pages', 'readwrite').objectStore('pages');
  const place = (await answerOf(pages().getAllKeys())).filter((key) => Array.isArray(key) && key[1] === 'list').at(-1);
  if (place === undefined) throw new Error('no list');
  const row: unknown = await answerOf(pages().get(place));
  const next = change(row);
  await (next === null ? answerOf(pages().delete(place)) : answerOf(pages().put(next, place)));
  database.close();
  return row;
};

const makeOneCopy = async (made: RehearsedVault) => {
  const worker = await made.device.boot();
  must(await made.unlock(worker));
  const copy = await worker.api.makeCopy();
  const verified = copy.ok ? await worker.api.verifyCopy({ copyId: copy.value.copyId, file: copy.value.file }) : copy;
  await worker.api.lock();
  worker.kill();
  return { copy, verified };
};

const restored = async (file: Blob): Promise<string> => {
  const other = await (await createTestDevice()).boot();
  return errorOf(await other.api.restoreCopy({ file: new File([file], 'a.kinko'), secret: { kind: 'password', password: PASSWORD }, evenIfOlder: false }));
};

test('a list of another day of the same vault, in the place of this day’s: no copy with it is called good', async () => {
  const made = await makeRehearsedVault();
  must(await made.worker.api.lock());
  made.worker.kill();
  const putBack = await made.device.snapshotAll();
  await makeOneCopy(made);
  const other = await changeList(made, (row) => row);
  await putBack();
  const good = await makeOneCopy(made);
  expect(errorOf(good.verified)).toBe('ok');
  if (good.copy.ok) expect(await restored(good.copy.value.file)).toBe('ok');

  await changeList(made, () => other);
  const { verified } = await makeOneCopy(made);
  expect(verified.ok).toBe(false);
});

test('a list that is gone is missed by the copy', async () => {
  const made = await makeRehearsedVault();
  must(await made.worker.api.lock());
  made.worker.kill();
  await makeOneCopy(made);
  await changeList(made, () => null);
  const { verified } = await makeOneCopy(made);
  expect(verified.ok).toBe(false);
});
