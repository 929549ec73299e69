import { expect, test } from 'vitest';
import { createFastSlots } from './support/fast-slots.ts';
import type { TestWorker } from './support/device.ts';
import { createTestDevice, errorOf, INPUT, makeVault, must, NEXT_PASSWORD, pageMarks } from './support/device.ts';

test('a vault is created open, locked, and unlocked with its password in another worker', async () => {
  const device = await createTestDevice();
  const { worker, kit, storeId, unlock } = await makeVault(device);
  const made = must(await worker.api.viewSession());
  expect(made).toMatchObject({ label: INPUT.label, memberName: INPUT.ownerName, entityType: 'sole', paysSalary: true, experience: false });
  expect(made).toMatchObject({ rehearsedAt: null, lastEntry: null, failedUnlocks: 0, clockDoubtful: false, opfs: true, idleMinutes: 5 });
  expect(kit.recoveryCode).toMatch(/^([0-9A-Z]{5}-){6}[0-9A-Z]{5}$/);
  must(await worker.api.lock());
  expect(errorOf(await worker.api.viewSession())).toBe('Locked');

  const next = await device.boot();
  const report = must(await next.api.inspectDevice(pageMarks(device)));
  expect(report.lost).toEqual([]);
  expect(report.stores).toMatchObject([{ storeId, label: INPUT.label, keyring: 'ready', database: 'ready', failedUnlocks: 0 }]);
  const view = must(await unlock(next));
  expect(view.lastEntry).toMatchObject({ action: 'lock', seq: 2 });
  expect(view.vaultId).toBe(kit.vaultId);
});

test('what cannot be a vault is refused before anything is made', async () => {
  const device = await createTestDevice();
  const { api } = await device.boot();
  const fields = await api.createVault({ ...INPUT, label: ' ', ownerName: '=A1' });
  expect(fields).toMatchObject({ ok: false, error: { type: 'InvalidInput', fields: [{ field: 'label' }, { field: 'ownerName' }] } });
  expect(await api.createVault({ ...INPUT, password: 'short' })).toEqual({ ok: false, error: { type: 'PasswordTooWeak', reason: 'TooShort' } });
  expect(await api.createVault({ ...INPUT, password: 'やまだ商店やまだ商店やまだ商店やまだ商店' })).toMatchObject({ error: { type: 'PasswordTooWeak' } });
  expect(device.folders.files.size).toBe(0);
  expect(await device.engine.indexedDB.databases()).toEqual([]);
});

test('a browser that says it has stored and has not is found out before anybody is told of a vault', async () => {
  const device = await createTestDevice();
  const { api, events } = await device.boot();
  device.faults.arm({ at: 1, way: 'untrue', error: 'none', sticky: false, sites: (site) => site === 'idb.commit' });
  expect(await api.createVault(INPUT)).toEqual({ ok: false, error: { type: 'StorageFailed', name: 'NotKept' } });
  expect(device.faults.fired()).toBe(1);
  expect(events.filter(({ type }) => type === 'MarkMoved' || type === 'LogGrew')).toEqual([]);
  expect(must(await api.inspectDevice(pageMarks(device)))).toMatchObject({ stores: [], lost: [] });
  expect(device.folders.files.size).toBe(0);
  device.faults.disarm();
  must(await api.createVault(INPUT));
});

test('a wrong password is told, counted before anything is tried, shown at the next unlock and recorded', async () => {
  const device = await createTestDevice();
  const { worker, storeId, unlock } = await makeVault(device);
  must(await worker.api.lock());
  const next = await device.boot();
  expect(errorOf(await unlock(next, 'not the password at all'))).toBe('WrongSecret');
  expect(errorOf(await unlock(next, 'nor is this one, really'))).toBe('WrongSecret');
  const report = must(await next.api.inspectDevice(pageMarks(device)));
  expect(report.stores).toMatchObject([{ storeId, failedUnlocks: 2 }]);
  expect(must(await unlock(next)).failedUnlocks).toBe(2);
  const page = must(await next.api.listEntries({ from: null, to: null, personId: null, memberId: null, actions: ['unlock-failed'], offset: 0, limit: 10 }));
  expect(page.rows.map((row) => [row.action, row.codes])).toEqual([['unlock-failed', []], ['unlock-failed', []]]);
  must(await next.api.lock());
  const third = await device.boot();
  expect(must(await unlock(third)).failedUnlocks).toBe(0);
});

test('of many failed tries the record says that they were many, and how many, to those who may read it', async () => {
  const device = await createTestDevice();
  const { worker, unlock } = await makeVault(device);
  must(await worker.api.lock());
  const next = await device.boot();
  for (let n = 0; n < 23; n += 1) expect(errorOf(await unlock(next, `not the password at all ${n}`))).toBe('WrongSecret');
  expect(must(await unlock(next)).failedUnlocks).toBe(23);
  const page = must(await next.api.listEntries({ from: null, to: null, personId: null, memberId: null, actions: ['unlock-failed'], offset: 0, limit: 50 }));
  expect(page.rows.map((row) => row.codes)).toEqual([['tries:over-20']]);
  const attached = must(await must(next.vaultRef.current()).writer.log.readAttached(page.rows[0]?.seq ?? -1, 0));
  expect(attached).toEqual({ tries: 23 });
});

test('a failed unlock leaves the store free for the next try and for another tab', async () => {
  const device = await createTestDevice();
  const { worker, unlock } = await makeVault(device);
  must(await worker.api.lock());
  const [one, two] = [await device.boot(), await device.boot()];
  expect(errorOf(await unlock(one, 'not the password at all'))).toBe('WrongSecret');
  expect(errorOf(await unlock(two))).toBe('ok');
  expect(errorOf(await unlock(one))).toBe('UsedInOtherTab');
});

test('a new build and a doubtful clock become entries, and the date can be confirmed', async () => {
  const device = await createTestDevice();
  const { worker, unlock } = await makeVault(device);
  must(await worker.api.lock());
  device.clock.now += 3 * 86_400_000;
  const next = await device.boot({ build: 'other-build' });
  expect(must(await unlock(next)).clockDoubtful).toBe(true);
  must(await next.api.confirmClock());
  expect(must(await next.api.viewSession()).clockDoubtful).toBe(false);
  const page = must(await next.api.listEntries({ from: null, to: null, personId: null, memberId: null, actions: [], offset: 0, limit: 20 }));
  expect(page.rows.map((row) => row.action)).toEqual(['clock-confirmed', 'unlock', 'clock-doubtful', 'build-changed', 'lock', 'create', 'table']);
});

test('a doubt stands over unlocks, whatever is written in it, until the date is confirmed', async () => {
  const device = await createTestDevice();
  const { worker, unlock } = await makeVault(device);
  must(await worker.api.lock());
  worker.kill();
  device.clock.now += 10 * 365 * 86_400_000;
  const actions = async ({ api }: TestWorker) =>
    must(await api.listEntries({ from: null, to: null, personId: null, memberId: null, actions: ['clock-doubtful', 'clock-confirmed'], offset: 0, limit: 20 })).rows.map((row) => row.action);
  const doubts: boolean[] = [];
  for (const confirms of [false, false, true, false]) {
    const next = await device.boot();
    doubts.push(must(await unlock(next)).clockDoubtful);
    must(await next.api.changeSettings({ idleMinutes: 6 + doubts.length }));
    if (confirms) must(await next.api.confirmClock());
    else if (doubts.length === 4) expect(await actions(next)).toEqual(['clock-confirmed', 'clock-doubtful', 'clock-doubtful', 'clock-doubtful']);
    must(await next.api.lock());
    next.kill();
  }
  expect(doubts).toEqual([true, true, true, false]);
});

test('a clock put right is in doubt no more, although the entries of the doubt lie ahead of it; a way in changed in doubt does not end it', async () => {
  const device = await createTestDevice();
  const { worker, unlock, storeId, memberId, kit } = await makeVault(device);
  must(await worker.api.lock());
  worker.kill();
  const wrong = 10 * 365 * 86_400_000;
  device.clock.now += wrong;
  const wrongly = await device.boot();
  expect(must(await wrongly.api.resetPassword({ storeId, memberId, recoveryCode: kit.recoveryCode, newPassword: NEXT_PASSWORD })).clockDoubtful).toBe(true);
  must(await wrongly.api.lock());
  wrongly.kill();
  const again = await device.boot();
  expect(must(await unlock(again, NEXT_PASSWORD)).clockDoubtful).toBe(true);
  must(await again.api.lock());
  again.kill();
  device.clock.now -= wrong;
  for (const after of [0, 40 * 3_600_000, 40 * 3_600_000]) {
    device.clock.now += after;
    const right = await device.boot();
    expect(must(await unlock(right, NEXT_PASSWORD)).clockDoubtful).toBe(false);
    must(await right.api.lock());
    right.kill();
  }
});

test('a doubt stays with the device that wrote it: a copy made in doubt is restored without', async () => {
  const device = await createTestDevice();
  const { worker, unlock } = await makeVault(device);
  must(await worker.api.lock());
  worker.kill();
  device.clock.now += 5 * 86_400_000;
  const doubtful = await device.boot();
  expect(must(await unlock(doubtful)).clockDoubtful).toBe(true);
  const { file } = must(await doubtful.api.makeCopy());
  const other = await createTestDevice();
  other.clock.now = device.clock.now;
  const first = await other.boot();
  const { storeId } = must(await first.api.restoreCopy({ file, secret: { kind: 'password', password: INPUT.password }, evenIfOlder: false }));
  const { memberId } = must(await first.api.viewSession());
  must(await first.api.lock());
  first.kill();
  const next = await other.boot();
  expect(must(await next.api.unlock({ storeId, memberId, password: INPUT.password })).clockDoubtful).toBe(false);
});

test('a member or store that is not there is not found, and nothing is made of it', async () => {
  const device = await createTestDevice();
  const { worker, storeId, memberId } = await makeVault(device);
  must(await worker.api.lock());
  const next = await device.boot();
  const nobody = 'AAAAAAAAAAAAAAAAAAAAAA' as typeof memberId;
  expect(errorOf(await next.api.unlock({ storeId, memberId: nobody, password: INPUT.password }))).toBe('NotFound');
  const nowhere = 'AAAAAAAAAAAAAAAAAAAAAA' as typeof storeId;
  expect(errorOf(await next.api.unlock({ storeId: nowhere, memberId, password: INPUT.password }))).toBe('KeyringMissing');
  expect([...device.folders.files.keys()]).toEqual([storeId]);
});

test('settings, label and draft outlive the worker', async () => {
  const device = await createTestDevice();
  const { worker, unlock } = await makeVault(device);
  const changed = must(await worker.api.changeSettings({ label: '本店', idleMinutes: 9, paysSalary: false }));
  expect(changed).toMatchObject({ label: '本店', idleMinutes: 9, paysSalary: false, entityType: 'sole' });
  expect(await worker.api.changeSettings({ idleMinutes: 0 })).toMatchObject({ error: { type: 'InvalidInput', fields: [{ field: 'idleMinutes' }] } });
  must(await worker.api.saveDraft({ route: 'person', fields: { name: '鈴木' } }));
  must(await worker.api.lock());

  const next = await device.boot();
  expect(must(await next.api.inspectDevice([])).stores[0]?.label).toBe('本店');
  expect(must(await unlock(next))).toMatchObject({ label: '本店', idleMinutes: 9 });
  expect(must(await next.api.takeDraft())).toEqual({ route: 'person', fields: { name: '鈴木' } });
  expect(must(await next.api.takeDraft())).toBeNull();
  must(await next.api.saveDraft({ route: 'person', fields: {} }));
  must(await next.api.saveDraft(null));
  expect(must(await next.api.takeDraft())).toBeNull();
});

test('nothing of a person, a secret or a key stands readable on the disk', async () => {
  const device = await createTestDevice();
  const { worker, kit } = await makeVault(device);
  must(await worker.api.saveDraft({ route: 'person', fields: { name: 'ひみつの名前' } }));
  must(await worker.api.lock());
  const clear = new TextDecoder().decode(await device.disk());
  expect(clear).toContain('"draft"');
  expect(clear).toContain(INPUT.label);
  for (const secret of [INPUT.password, kit.recoveryCode, kit.recoveryCode.replaceAll('-', ''), 'ひみつの名前']) expect(clear).not.toContain(secret);
});

test('a try counts although the tab was closed before its answer', async () => {
  const device = await createTestDevice();
  const { worker, storeId, memberId, unlock } = await makeVault(device);
  must(await worker.api.lock());
  let reached: () => void = () => undefined;
  const atTheKdf = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const openSlot = (): Promise<never> => {
    reached();
    return new Promise(() => undefined);
  };
  const hanging = await device.boot({ createSlots: (deps) => ({ ...createFastSlots(deps), openSlot }) });
  void hanging.api.unlock({ storeId, memberId, password: INPUT.password });
  await atTheKdf;
  hanging.kill();
  expect(must(await unlock(await device.boot())).failedUnlocks).toBe(1);
});
