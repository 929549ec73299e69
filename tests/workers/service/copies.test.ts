import { expect, test, vi } from 'vitest';
import type { RestoreInput } from '../../../src/core/contract/copy-api.ts';
import { err } from '../../../src/core/domain/result.ts';
import { countCopiesThatKeep } from '../../../workers/vault/service/copy/copies-that-keep.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';
import type { TestDevice, TestWorker } from '../session/support/device.ts';
import { createTestDevice, errorOf, INPUT, makeVault, must, NEXT_PASSWORD, pageMarks, PASSWORD } from '../session/support/device.ts';
import { actionsOf, ALL, fields, makeRehearsedVault, numberOf, personId, rehearse } from './support.ts';

const byPassword = (file: Blob, change: Partial<RestoreInput> = {}): RestoreInput => ({
  file,
  secret: { kind: 'password', password: PASSWORD },
  evenIfOlder: false,
  ...change,
});

const bytesOf = async (file: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer());

/** A vault of three with two numbers, its first copy made. */
const makeCopied = async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const ids = [personId(), personId(), personId()] as const;
  for (const [at, id] of ids.entries()) must(await api.registerPerson({ id, fields: fields({ code: String(at), name: `従業員${at}` }) }));
  for (const at of [0, 1] as const) must(await api.enterNumber({ personId: ids[at], text: numberOf(at), again: null, replaces: false, sameAs: null }));
  return { ...vault, ids, copy: must(await api.makeCopy()) };
};

const bootNew = async (device?: TestDevice): Promise<{ readonly device: TestDevice; readonly worker: TestWorker }> => {
  const other = device ?? (await createTestDevice());
  return { device: other, worker: await other.boot() };
};

const verifyExport = async ({ api }: TestWorker) => {
  const both = await createVerifyBoth();
  const reports = await both(await bytesOf(must(await api.exportLog('verify')).file));
  expect(reports.independent).toEqual(reports.app);
  return reports.app;
};

test('a copy counts as 未確認 until the very file was read back', async () => {
  const { worker: { api }, copy, device } = await makeCopied();
  expect(copy.fileName).toMatch(/^kinko-20261123-\d{4}\.kinko$/);
  expect(copy.counts).toMatchObject({ persons: 3, numbers: 2 });
  const before = must(await api.overviewCopies());
  expect(before).toMatchObject({ age: 'red', lastVerifiedAt: null, copies: [{ copyId: copy.copyId, verifiedAt: null }] });
  const bytes = await bytesOf(copy.file);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  expect(await api.verifyCopy({ copyId: copy.copyId, file: new Blob([bytes]) })).toMatchObject({ error: { type: 'FileRefused', reason: 'Damaged' } });
  expect(await api.verifyCopy({ copyId: copy.copyId, file: copy.file.slice(0, -10) })).toMatchObject({ error: { reason: 'Truncated' } });
  expect(must(await api.overviewCopies()).lastVerifiedAt).toBeNull();
  const row = must(await api.verifyCopy({ copyId: copy.copyId, file: copy.file }));
  expect(row.verifiedAt).not.toBeNull();
  const after = must(await api.overviewCopies());
  expect(after).toMatchObject({ age: 'green', changesSince: 0 });
  must(await api.registerPerson({ id: personId(), fields: fields({ name: '新しい人' }) }));
  expect(must(await api.overviewCopies()).changesSince).toBe(1);
  const second = must(await api.makeCopy());
  expect(await api.verifyCopy({ copyId: second.copyId, file: copy.file })).toMatchObject({ error: { reason: 'Older' } });
  // The page hears of a mark a moment after the answer.
  await vi.waitFor(() => expect(device.marks.size).toBe(1), 5_000);
});

test('on a new device everything is back with the password, under a new log that names the old one', async () => {
  const { copy, ids, kit } = await makeCopied();
  const { device, worker } = await bootNew();
  const { api } = worker;
  const found = must(await api.inspectCopies([new File([copy.file], 'a.kinko'), new File(['x'], 'b.txt')]));
  expect(found.usable).toMatchObject([{ index: 0, counts: copy.counts, sameVaultHere: false, entriesMissing: 0 }]);
  expect(found.refused).toMatchObject([{ index: 1, error: { type: 'FileRefused', reason: 'NotOurs' } }]);
  expect(errorOf(await api.restoreCopy(byPassword(copy.file, { secret: { kind: 'password', password: NEXT_PASSWORD } })))).toBe('WrongSecret');
  expect(device.folders.files.size).toBe(0);

  const restored = must(await api.restoreCopy(byPassword(copy.file)));
  expect(restored).toMatchObject({ counts: copy.counts, earlierStoreId: null });
  const view = must(await api.viewSession());
  expect(view).toMatchObject({ vaultId: kit.vaultId, label: INPUT.label, memberName: INPUT.ownerName });
  expect(restored.storeId).not.toBe(kit.storeId);
  for (const at of [0, 1] as const) expect(must(await api.matchNumber({ personId: ids[at], text: numberOf(at) })).matches).toBe(true);
  expect(must(await api.viewPerson(ids[2])).hasNumber).toBe(false);
  const rows = must(await api.listEntries(ALL)).rows;
  expect(rows.filter((row) => row.logId === kit.storeId).length).toBe(copy.counts.entries);
  expect(rows.filter((row) => row.logId === restored.storeId).map((row) => row.action).toReversed()).toEqual(['table', 'restore', 'match', 'match']);

  const report = await verifyExport(worker);
  expect(report).toMatchObject({ ok: true, problems: [] });
  expect(report.logs.length).toBe(2);

  must(await api.lock());
  const next = await device.boot();
  const stores = must(await next.api.inspectDevice(pageMarks(device))).stores;
  expect(stores.map((store) => store.storeId)).toEqual([restored.storeId]);
  must(await next.api.unlock({ storeId: restored.storeId, memberId: view.memberId, password: PASSWORD }));
  expect(must(await next.api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 10 })).total).toBe(3);

  // And once more, from a copy of the restored vault: now two logs are closed.
  const again = must(await next.api.makeCopy());
  const third = await bootNew();
  must(await third.worker.api.restoreCopy(byPassword(again.file)));
  const last = await verifyExport(third.worker);
  expect(last).toMatchObject({ ok: true, problemCount: 0 });
  expect(last.logs.length).toBe(3);
  expect(must(await third.worker.api.matchNumber({ personId: ids[1], text: numberOf(1) })).matches).toBe(true);
});

test('with the recovery code a new password is set, and the old one opens the restored store no longer', async () => {
  const { copy, kit, memberId } = await makeCopied();
  const { device, worker } = await bootNew();
  const wrong = kit.recoveryCode.replace(/^./, (char) => (char === 'A' ? 'B' : 'A'));
  const secret = (recoveryCode: string, newPassword = NEXT_PASSWORD): Partial<RestoreInput> => ({ secret: { kind: 'recovery', recoveryCode, newPassword } });
  expect(await worker.api.restoreCopy(byPassword(copy.file, secret(wrong)))).toMatchObject({ error: { type: 'RecoveryGroupWrong', group: 0 } });
  expect(errorOf(await worker.api.restoreCopy(byPassword(copy.file, secret(kit.recoveryCode, 'short'))))).toBe('PasswordTooWeak');
  const { storeId } = must(await worker.api.restoreCopy(byPassword(copy.file, secret(kit.recoveryCode))));
  must(await worker.api.lock());
  const next = await device.boot();
  expect(errorOf(await next.api.unlock({ storeId, memberId, password: PASSWORD }))).toBe('WrongSecret');
  must(await next.api.unlock({ storeId, memberId, password: NEXT_PASSWORD }));
});

test('the live store stays, and a copy that is older than it is taken only when that was said', async () => {
  const { copy, device, worker, storeId, memberId } = await makeCopied();
  must(await worker.api.registerPerson({ id: personId(), fields: fields({ name: '後から来た人' }) }));
  must(await worker.api.lock());
  const next = await device.boot();
  await next.api.inspectDevice(pageMarks(device));
  const found = must(await next.api.inspectCopies([new File([copy.file], 'a.kinko')])).usable[0];
  expect(found).toMatchObject({ sameVaultHere: true });
  expect(found?.entriesMissing).toBeGreaterThan(0);
  expect(await next.api.restoreCopy(byPassword(copy.file))).toMatchObject({ error: { type: 'FileRefused', reason: 'Older' } });
  const restored = must(await next.api.restoreCopy(byPassword(copy.file, { evenIfOlder: true })));
  expect(restored.earlierStoreId).toBe(storeId);
  must(await next.api.lock());
  const third = await device.boot();
  const { stores } = must(await third.api.inspectDevice(pageMarks(device)));
  // Two doors of one name: the one that was restored knows the other.
  expect(Object.fromEntries(stores.map((store) => [store.storeId, store.knows]))).toEqual({ [storeId]: [storeId], [restored.storeId]: [storeId, restored.storeId] });
  must(await third.api.unlock({ storeId, memberId, password: PASSWORD }));
  expect(must(await third.api.listPersons({ text: '後から', kinds: [], states: [], offset: 0, limit: 10 })).total).toBe(1);
});

test('a copy of another vault than those on the device is told apart, restored beside them, and touches none', async () => {
  const { copy, device, storeId, unlock, worker } = await makeCopied();
  const file = new File([copy.file], 'a.kinko');
  const inspect = async ({ api }: TestWorker) => must(await api.inspectCopies([file])).usable[0];
  expect(await inspect(worker)).toMatchObject({ sameVaultHere: true, otherVaultHere: false });

  const other = await createTestDevice();
  const sample = await other.boot();
  const { storeId: sampleId } = must(await sample.api.createTrial());
  // A sample is nobody's vault: it warns of nothing.
  expect(await inspect(sample)).toMatchObject({ sameVaultHere: false, otherVaultHere: false });
  const own = await makeVault(other, { label: '別の店' });
  expect(await inspect(own.worker)).toMatchObject({ sameVaultHere: false, otherVaultHere: true, entriesMissing: 0 });
  const restored = must(await own.worker.api.restoreCopy(byPassword(copy.file)));
  expect(restored.earlierStoreId).toBeNull();
  const { stores } = must(await own.worker.api.inspectDevice(pageMarks(other)));
  expect(stores.map((store) => store.storeId).toSorted()).toEqual([sampleId, own.storeId, restored.storeId].toSorted());
  must(await own.worker.api.lock());
  const later = await other.boot();
  expect(errorOf(await own.unlock(later))).toBe('ok');
  expect(must(await later.api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 9 })).total).toBe(0);
  // The vault's own device saw nothing of it.
  must(await worker.api.lock());
  expect(errorOf(await unlock(await device.boot()))).toBe('ok');
  expect(storeId).not.toBe(restored.storeId);
});

test('flipped, cut, extended, doubled and foreign files are refused with their reason, and nothing is made', async () => {
  const { copy } = await makeCopied();
  const { device, worker: { api } } = await bootNew();
  const bytes = await bytesOf(copy.file);
  const reasonOf = async (file: Uint8Array<ArrayBuffer>): Promise<string> => {
    const result = await api.restoreCopy(byPassword(new Blob([file])));
    if (result.ok) throw new Error('a damaged copy was taken');
    return result.error.type === 'FileRefused' ? result.error.reason : result.error.type;
  };
  const steps = 60;
  for (let at = 0; at < steps; at += 1) {
    const flipped = bytes.slice();
    const place = Math.floor((at * (bytes.length - 1)) / (steps - 1));
    flipped[place] = (flipped[place] ?? 0) ^ (1 << at % 8);
    expect(['Damaged', 'NotOurs', 'NewerFormat', 'Truncated', 'TablesBroken', 'SignerUnknown', 'Extended']).toContain(await reasonOf(flipped));
    expect(['Truncated', 'NotOurs']).toContain(await reasonOf(bytes.slice(0, place)));
  }
  const doubled = new Uint8Array(bytes.length * 2);
  doubled.set(bytes, 0);
  doubled.set(bytes, bytes.length);
  expect(await reasonOf(doubled)).toBe('Extended');
  const extended = new Uint8Array(bytes.length + 1);
  extended.set(bytes, 0);
  expect(await reasonOf(extended)).toBe('Extended');
  const newer = new TextEncoder().encode(new TextDecoder().decode(bytes).replace('{"kinko":1,"minReader":1', '{"kinko":9,"minReader":9'));
  expect(await reasonOf(newer)).toBe('NewerFormat');
  expect(device.folders.files.size).toBe(0);
  expect(await device.engine.indexedDB.databases()).toEqual([]);
});

test('the size is refused before a byte is read', async () => {
  const { worker: { api } } = await bootNew();
  let read = false;
  const huge = new Blob([new Uint8Array(1)]);
  Object.defineProperty(huge, 'size', { value: 65 * 1024 * 1024 });
  const touch = (): never => {
    read = true;
    throw new Error('read');
  };
  for (const way of ['stream', 'arrayBuffer', 'text', 'slice']) Object.defineProperty(huge, way, { value: touch });
  expect(errorOf(await api.restoreCopy(byPassword(huge)))).toBe('FileTooLarge');
  expect(read).toBe(false);
});

test('a restore that is cut off at any write leaves the device as it was, or the whole vault', async () => {
  const { copy, memberId } = await makeCopied();
  for (let at = 1; ; at += 1) {
    const device = await createTestDevice();
    const worker = await device.boot();
    device.faults.arm({ at, way: 'lost', error: 'UnknownError', sticky: true, sites: (site) => site.startsWith('opfs') || site === 'idb.commit' || site === 'idb.open' });
    const result = await worker.api.restoreCopy(byPassword(copy.file));
    const fired = device.faults.fired();
    device.faults.disarm();
    worker.kill();
    const next = await device.boot();
    const stores = must(await next.api.inspectDevice(pageMarks(device))).stores;
    if (result.ok) {
      // Only what is not the vault's own (its mark) may have failed behind it.
      expect(stores.map(({ storeId }) => storeId)).toEqual([result.value.storeId]);
      must(await next.api.unlock({ storeId: result.value.storeId, memberId, password: PASSWORD }));
      expect(must(await next.api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 10 })).counts).toMatchObject({ all: 3, withNumber: 2 });
      if (fired === 0) break;
      continue;
    }
    // The switch itself was cut off: what shows is then the whole vault, verified before. Anything else shows nothing.
    for (const { storeId } of stores) {
      must(await next.api.unlock({ storeId, memberId, password: PASSWORD }));
      expect(must(await next.api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 10 })).counts).toMatchObject({ all: 3, withNumber: 2 });
    }
    // What shows is a successor of the copy, and that is asked.
    const restored = must(await next.api.restoreCopy(byPassword(copy.file, { evenIfOlder: stores.length > 0 })));
    expect(restored.counts).toEqual(copy.counts);
  }
}, 60_000);

test('no number in copy or export in any form, and every copy looks different', async () => {
  const { numberForms } = await import('../../support/disk/number-forms.ts');
  const { hashForms } = await import('../../support/disk/hash-forms.ts');
  const { copy, worker: { api }, ...vault } = await makeCopied();
  const [one, two] = [Buffer.from(await bytesOf(copy.file)), Buffer.from(await bytesOf(must(await api.makeCopy()).file))];
  const exported = Buffer.from(await bytesOf(must(await api.exportLog('give')).file));
  for (const at of [0, 1]) {
    for (const form of [...numberForms(numberOf(at)), ...hashForms(numberOf(at))]) {
      expect(one.includes(form.bytes) || two.includes(form.bytes) || exported.includes(form.bytes), form.name).toBe(false);
    }
  }
  expect(exported.includes('従業員')).toBe(false);
  expect(exported.includes(INPUT.ownerName)).toBe(false);
  const pages = (file: Buffer): Set<string> => new Set(file.toString().split('\n').filter((line) => line.startsWith('{"page"')));
  expect([...pages(one)].filter((line) => pages(two).has(line))).toEqual([]);
  expect((await actionsOf({ ...vault, worker: { ...vault, api } as never })).slice(-2)).toEqual(['copy-made', 'export']);
});

test('which copies keep a person follows the order of the record, whatever the clock said', async () => {
  const { device, worker: { api, vaultRef } } = await makeRehearsedVault();
  const [early, late] = [personId(), personId()];
  const keeping = async () => Promise.all([early, late].map(async (id) => must(await api.previewCancel(id)).copiesThatKeepIt));
  device.clock.now += 86_400_000;
  must(await api.registerPerson({ id: early, fields: fields({ code: '1' }) }));
  // The clock was a day ahead, and is put right.
  device.clock.now -= 86_400_000;
  const copy = must(await api.makeCopy());
  expect(must(await api.previewCancel(early)).copiesThatKeepIt).toBe(1);
  // A clock that was behind when the next was registered.
  device.clock.now -= 86_400_000;
  must(await api.registerPerson({ id: late, fields: fields({ code: '2' }) }));
  expect(await keeping()).toEqual([1, 0]);
  must(await api.verifyCopy({ copyId: copy.copyId, file: copy.file }));
  expect(await keeping()).toEqual([1, 0]);
  must(await api.makeCopy());
  expect(await keeping()).toEqual([2, 1]);

  // A record that cannot be read tells of no copy that it came before: all may keep them. Another failure is told.
  const open = must(vaultRef.current());
  const withLog = (type: 'DatabaseDamaged' | 'Locked') => {
    const failure = type === 'Locked' ? ({ type } as const) : ({ type, page: 'own/log/0' } as const);
    const log = { ...open.writer.log, eachStretch: async () => Promise.resolve(err(failure)) };
    return countCopiesThatKeep({ ...open, writer: { ...open.writer, log } }, late);
  };
  expect(must(await withLog('DatabaseDamaged'))).toBe(2);
  expect(errorOf(await withLog('Locked'))).toBe('Locked');
});

test('a second vault on the device is restored beside the first', async () => {
  const { copy } = await makeCopied();
  const device = await createTestDevice();
  const other = await makeVault(device, { label: '別の店' });
  await rehearse(other);
  must(await other.worker.api.lock());
  const worker = await device.boot();
  const restored = must(await worker.api.restoreCopy(byPassword(copy.file)));
  expect(restored.earlierStoreId).toBeNull();
  expect(must(await worker.api.inspectDevice(pageMarks(device))).stores.map((store) => store.label).toSorted()).toEqual([INPUT.label, '別の店'].toSorted());
});

test('what was restored asks for a copy of its own, and knows the one it came from', async () => {
  const { copy, ids } = await makeCopied();
  const { worker: { api } } = await bootNew();
  must(await api.restoreCopy(byPassword(copy.file)));
  const before = must(await api.overviewCopies());
  expect(before).toMatchObject({ age: 'red', lastVerifiedAt: null });
  const [row] = before.copies;
  expect(before.copies.length).toBe(1);
  const { copyId, fileName, counts } = copy;
  expect(row).toMatchObject({ copyId, fileName, counts, bytes: copy.file.size });
  expect(row?.verifiedAt).not.toBeNull();
  expect(must(await api.previewCancel(ids[0])).copiesThatKeepIt).toBe(1);
  // The file that was restored is in the list, so it can be read back again; that makes it no copy of this store.
  must(await api.verifyCopy({ copyId: copy.copyId, file: copy.file }));
  expect(must(await api.overviewCopies())).toMatchObject({ age: 'red', lastVerifiedAt: null });
  const own = must(await api.makeCopy());
  expect(must(await api.overviewCopies())).toMatchObject({ age: 'red', copies: [{ copyId: own.copyId }, { copyId: copy.copyId }] });
  must(await api.verifyCopy({ copyId: own.copyId, file: own.file }));
  expect(must(await api.overviewCopies())).toMatchObject({ age: 'green', changesSince: 0 });
});

test('a full disk lets a copy out and reads it back; nothing says that it was, until there is room', async () => {
  const { device, worker: { api }, ...vault } = await makeCopied();
  device.faults.arm({ at: 1, way: 'lost', error: 'QuotaExceededError', sticky: true, sites: (site) => site === 'idb.commit' });
  const late = must(await api.makeCopy());
  expect(must(await api.overviewCopies()).copies.some(({ copyId }) => copyId === late.copyId)).toBe(false);
  expect(must(await api.verifyCopy({ copyId: late.copyId, file: late.file }))).toMatchObject({ copyId: late.copyId, counts: late.counts, verifiedAt: null });
  expect(await api.verifyCopy({ copyId: late.copyId, file: vault.copy.file })).toMatchObject({ error: { reason: 'Older' } });
  device.faults.disarm();
  expect(must(await api.verifyCopy({ copyId: late.copyId, file: late.file })).verifiedAt).not.toBeNull();
  // Listed from now on; but what changed between making and listing is not known, so it makes nothing fresh.
  expect(must(await api.overviewCopies())).toMatchObject({ lastVerifiedAt: null, copies: [{ copyId: late.copyId }, { copyId: vault.copy.copyId }] });
});

test('a writer that has stopped lets a copy out and reads it back', async () => {
  const { device, worker: { api } } = await makeCopied();
  // Only where the database fails between writing and looking whether it was written does the writer no longer know.
  let answer = '';
  for (let at = 1; at < 20 && answer !== 'Halted'; at += 1) {
    device.faults.arm({ at, way: 'lost', error: 'UnknownError', sticky: true, sites: (site) => site.startsWith('idb') });
    answer = errorOf(await api.registerPerson({ id: personId(), fields: fields({ name: '届かない人' }) }));
    device.faults.disarm();
  }
  expect(answer).toBe('Halted');
  const late = must(await api.makeCopy());
  expect(must(await api.verifyCopy({ copyId: late.copyId, file: late.file }))).toMatchObject({ copyId: late.copyId, verifiedAt: null });
  const { worker } = await bootNew();
  expect(must(await worker.api.restoreCopy(byPassword(late.file))).counts).toEqual(late.counts);
});
