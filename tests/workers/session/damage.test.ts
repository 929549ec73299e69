import { expect, test } from 'vitest';
import type { MadeVault, TestDevice } from './support/device.ts';
import { createTestDevice, errorOf, makeVault, must, NEXT_PASSWORD, pageMarks, PASSWORD } from './support/device.ts';

/** A device with one locked vault. */
const lockedVault = async (): Promise<{ readonly device: TestDevice; readonly made: MadeVault }> => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  must(await made.worker.api.lock());
  return { device, made };
};

const flip = (device: TestDevice, storeId: string, slot: 'keyring-a' | 'keyring-b', at: number): void => {
  const bytes = device.folders.fileOf(storeId, slot);
  if (bytes !== undefined) bytes[at] = (bytes[at] ?? 0) ^ 1;
};

const reportOf = async (device: TestDevice) => must(await (await device.boot()).api.inspectDevice(pageMarks(device)));

const deleteDatabase = (device: TestDevice, storeId: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = device.engine.indexedDB.deleteDatabase(`kinko-${storeId}`);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error('delete')));
  });

test.each(['keyring-a', 'keyring-b'] as const)('one damaged slot (%s) keeps nobody out and is mended', async (slot) => {
  const { device, made } = await lockedVault();
  flip(device, made.storeId, slot, 400);
  expect((await reportOf(device)).stores).toMatchObject([{ keyring: 'ready' }]);
  expect(errorOf(await made.unlock(await device.boot()))).toBe('ok');
  const [a, b] = [device.folders.fileOf(made.storeId, 'keyring-a'), device.folders.fileOf(made.storeId, 'keyring-b')];
  expect(Buffer.compare(a ?? Buffer.of(1), b ?? Buffer.of(2))).toBe(0);
});

test('two damaged slots are damage, not a wrong password, and nothing is made anew', async () => {
  const { device, made } = await lockedVault();
  flip(device, made.storeId, 'keyring-a', 400);
  flip(device, made.storeId, 'keyring-b', 90);
  const before = await device.disk();
  expect((await reportOf(device)).stores).toMatchObject([{ storeId: made.storeId, label: '', members: [], keyring: 'damaged' }]);
  expect(errorOf(await made.unlock(await device.boot()))).toBe('KeyringDamaged');
  expect(Buffer.compare(before, await device.disk())).toBe(0);
});

test('both slots gone is a missing keyring', async () => {
  const { device, made } = await lockedVault();
  device.folders.files.get(made.storeId)?.delete('keyring-a');
  device.folders.files.get(made.storeId)?.delete('keyring-b');
  expect((await reportOf(device)).stores).toMatchObject([{ storeId: made.storeId, keyring: 'missing', database: 'ready' }]);
  expect(errorOf(await made.unlock(await device.boot()))).toBe('KeyringMissing');
});

test('a database that is gone is missing, however often one looks and tries; none is made in its place', async () => {
  const { device, made } = await lockedVault();
  await deleteDatabase(device, made.storeId);
  for (let times = 0; times < 2; times += 1) {
    expect((await reportOf(device)).stores).toMatchObject([{ storeId: made.storeId, keyring: 'ready', database: 'missing' }]);
    expect(errorOf(await made.unlock(await device.boot()))).toBe('DatabaseMissing');
  }
  expect(await device.engine.indexedDB.databases()).toEqual([]);
});

test('a vault whose keyring and database are gone is lost, and never an empty device', async () => {
  const { device, made } = await lockedVault();
  await deleteDatabase(device, made.storeId);
  device.folders.files.clear();
  const report = await reportOf(device);
  expect(report.stores).toEqual([]);
  expect(report.lost).toEqual([made.storeId]);
});

test('a mark in the folder alone remembers the vault too', async () => {
  const { device, made } = await lockedVault();
  await deleteDatabase(device, made.storeId);
  device.folders.files.get(made.storeId)?.delete('keyring-a');
  device.folders.files.get(made.storeId)?.delete('keyring-b');
  device.marks.clear();
  expect(await reportOf(device)).toMatchObject({ stores: [], lost: [made.storeId] });
});

test('a database put back to an older state is noticed by the mark in the folder or the one of the page', async () => {
  for (const keeps of ['folder', 'page'] as const) {
    const { device, made } = await lockedVault();
    const back = await device.snapshot();
    const worker = await device.boot();
    must(await made.unlock(worker));
    must(await worker.api.lock());
    const kept = device.folders.fileOf(made.storeId, 'mark')?.slice();
    await back();
    if (keeps === 'folder') {
      if (kept !== undefined) device.folders.files.get(made.storeId)?.set('mark', kept);
      device.marks.clear();
    }
    expect(await made.unlock(await device.boot())).toEqual({ ok: false, error: { type: 'DatabaseOlder', expectedEntries: 5, foundEntries: 3 } });
  }
});

test('a keyring or database of a newer version is refused and left as it is', async () => {
  const { device, made } = await lockedVault();
  const database = await device.openDatabase(made.storeId);
  await new Promise((resolve) => {
    const transaction = database.transaction('format', 'readwrite');
    transaction.objectStore('format').put(2, 'version');
    transaction.addEventListener('complete', resolve);
  });
  database.close();
  expect((await reportOf(device)).stores).toMatchObject([{ database: 'newer' }]);
  expect(await made.unlock(await device.boot())).toEqual({ ok: false, error: { type: 'NewerFormat', found: 2 } });

  await device.editKeyring(made.storeId, (keyring) => ({ ...keyring, version: 3, minReader: 2 }));
  const before = await device.disk();
  expect((await reportOf(device)).stores).toMatchObject([{ keyring: 'newer' }]);
  expect(await made.unlock(await device.boot())).toEqual({ ok: false, error: { type: 'NewerFormat', found: 3 } });
  expect(Buffer.compare(before, await device.disk())).toBe(0);
});

test.each([
  ['a whole pass less', [38 * 1024 - 1, 1, 1]],
  ['next to nothing', [8, 1, 1]],
  ['4 GiB', [4 * 1024 * 1024, 3, 1]],
  ['a million passes', [65_536, 1_000_000, 1]],
  ['more lanes than allowed', [65_536, 3, 5]],
])('KDF parameters in the keyring are refused before memory is taken: %s', async (_name, params) => {
  const { device, made } = await lockedVault();
  await device.editKeyring(made.storeId, (keyring) => ({
    ...keyring,
    members: keyring.members.map((member) => ({
      ...member,
      slots: member.slots.map((slot) => (slot.kind === 'password' ? { ...slot, params } : slot)),
    })),
  }));
  expect(errorOf(await made.unlock(await device.boot()))).toBe('KdfRefused');
});

test('a slot planted beside the real one does not hide it', async () => {
  const { device, made } = await lockedVault();
  await device.editKeyring(made.storeId, (keyring) => ({
    ...keyring,
    members: keyring.members.map((member) => {
      const [first] = member.slots;
      if (first === undefined) return member;
      const planted = { ...first, id: 'AAAAAAAAAAAAAAAAAAAAAA' as typeof first.id, params: [4_000_000, 3, 1] };
      return { ...member, slots: [planted, ...member.slots] };
    }),
  }));
  const worker = await device.boot();
  expect(errorOf(await made.unlock(worker))).toBe('ok');
  const left = must(await (await device.keyringOf(made.storeId)).read()).keyring.members[0]?.slots;
  expect(left?.map((slot) => slot.kind)).toEqual(['password', 'recovery']);
  expect(left?.every((slot) => slot.params[0] !== 4_000_000)).toBe(true);
});

test('the keys of another vault, laid into the keyring of this one, open nothing', async () => {
  const device = await createTestDevice();
  const one = await makeVault(device);
  must(await one.worker.api.lock());
  const two = await makeVault(device);
  must(await two.worker.api.lock());
  const other = must(await (await device.keyringOf(two.storeId)).read()).keyring;
  const swaps: readonly ((keyring: typeof other) => typeof other)[] = [
    (keyring) => ({ ...keyring, epochs: other.epochs }),
    (keyring) => ({ ...keyring, table: other.table }),
    (keyring) => ({ ...keyring, vaultId: other.vaultId }),
    (keyring) => ({ ...keyring, members: other.members }),
    (keyring) => ({ ...keyring, members: keyring.members.map((member) => ({ ...member, keys: other.members[0]?.keys ?? member.keys })) }),
    (keyring) => ({ ...other, storeId: keyring.storeId }),
  ];
  const back = await device.snapshot();
  for (const [at, swap] of swaps.entries()) {
    await device.editKeyring(one.storeId, swap);
    const worker = await device.boot();
    const members = must(await worker.api.inspectDevice([])).stores.find((store) => store.storeId === one.storeId)?.members ?? [];
    const memberId = members[0]?.id ?? one.memberId;
    const answer = await worker.api.unlock({ storeId: one.storeId, memberId, password: PASSWORD });
    expect(['KeyringDamaged', 'WrongSecret', 'DatabaseDamaged'], `swap ${at}`).toContain(errorOf(answer));
    await back();
  }
  expect(errorOf(await one.unlock(await device.boot()))).toBe('ok');
});

test('the password that counts is asked for, not one that a later change put out of use', async () => {
  const { device, made } = await lockedVault();
  const old = must(await (await device.keyringOf(made.storeId)).read()).keyring.members[0]?.slots[0];
  const worker = await device.boot();
  must(await made.unlock(worker));
  must(await worker.api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }));
  must(await worker.api.lock());
  // The old slot laid back beside the new one.
  await device.editKeyring(made.storeId, (keyring) => ({
    ...keyring,
    members: keyring.members.map((member) => ({ ...member, slots: old === undefined ? member.slots : [old, ...member.slots] })),
  }));
  expect(errorOf(await made.unlock(await device.boot(), PASSWORD))).toBe('WrongSecret');
  expect(errorOf(await made.unlock(await device.boot(), NEXT_PASSWORD))).toBe('ok');
});
