import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VaultError } from '../../src/core/contract/errors.ts';
import type { Result } from '../../src/core/domain/result.ts';
import { encodeRecoveryCode, parseRecoveryCode } from '../../src/core/domain/recovery/recovery-code.ts';
import { KDF_POLICY } from '../../workers/vault/crypto/kdf.ts';
import { createSlots } from '../../workers/vault/crypto/slot.ts';
import { placeGolden, readGoldenDevice } from '../support/golden-device.ts';
import { createVerifyBoth } from '../support/verify-both.ts';
import type { TestDevice, TestWorker } from '../workers/session/support/device.ts';
import { createTestDevice, must, pageMarks } from '../workers/session/support/device.ts';
import { ALL } from '../workers/service/support.ts';

/** A device that an early build left behind: database and keyring of version 1 stay readable, and what is newer is refused as newer. */

const golden = readGoldenDevice();
const { storeId, memberId, password } = golden;

const boot = (device: TestDevice): Promise<TestWorker> => device.boot({ createSlots: (deps) => createSlots({ ...deps, policy: KDF_POLICY }) });

const unlock = async (device: TestDevice, worker: TestWorker): Promise<Result<unknown, VaultError>> => {
  must(await worker.api.inspectDevice(pageMarks(device)));
  return worker.api.unlock({ storeId, memberId, password });
};

let device: TestDevice;
beforeEach(async () => {
  device = await createTestDevice();
  device.clock.now = golden.lastTime + 3_600_000;
  await placeGolden(device, golden);
});
afterEach(() => vi.restoreAllMocks());

describe('a device of version 1', { timeout: 60_000 }, () => {
  it('is listed, opens with its password, and its draft is offered', async () => {
    const { api } = await boot(device);
    expect(must(await api.inspectDevice(pageMarks(device))).stores).toMatchObject([
      { storeId, vaultId: golden.vaultId, label: golden.label, members: [{ id: memberId, name: golden.memberName }], keyring: 'ready', database: 'ready' },
    ]);
    const view = must(await api.unlock({ storeId, memberId, password }));
    expect(view).toMatchObject({ vaultId: golden.vaultId, label: golden.label, clockDoubtful: false, failedUnlocks: 0, lastEntry: { time: golden.lastTime, action: 'unlock' } });
    expect(must(await api.takeDraft())).toEqual({ route: 'register', fields: { name: '下書き' } });
  });

  it('opens with its recovery code', async () => {
    const { api } = await boot(device);
    must(await api.inspectDevice(pageMarks(device)));
    const code = must(parseRecoveryCode(golden.recoveryCode));
    expect(encodeRecoveryCode(code)).toBe(golden.recoveryCode);
    const reset = await api.resetPassword({ storeId, memberId, recoveryCode: golden.recoveryCode, newPassword: 'kaze ga yamu made matte iru 9' });
    expect(reset.ok).toBe(true);
  });

  it('has everybody and every number', async () => {
    const worker = await boot(device);
    must(await unlock(device, worker));
    const { api } = worker;
    const listed = must(await api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 50 }));
    expect(listed.rows.map(({ id }) => id).toSorted()).toEqual(golden.persons.map(({ id }) => id).toSorted());
    for (const { id, name, parent, corporate, number } of golden.persons) {
      const view = must(await api.viewPerson(id));
      expect([view.fields.name, view.fields.parentId, view.fields.corporate, view.hasNumber]).toEqual([name, parent, corporate, number !== null]);
      if (number !== null) expect(must(await api.revealNumber({ personId: id, reason: 'inquiry' })).digits).toBe(number);
    }
    expect(must(await api.overviewCopies()).copies).toHaveLength(golden.copies);
  });

  it('has its whole record, good to both verifiers and to the checkpoint kept then, and a copy of it is good', async () => {
    const worker = await boot(device);
    must(await unlock(device, worker));
    const { api } = worker;
    // The unlock, and that the app is of another build since.
    expect(must(await api.listEntries(ALL)).total).toBe(golden.entries + 2);
    for (const [action, count] of Object.entries(golden.actions)) {
      const { total } = must(await api.listEntries({ ...ALL, actions: [action] }));
      expect([action, total]).toEqual([action, action === 'unlock' ? count + 1 : count]);
    }
    const both = await createVerifyBoth();
    const file = new Uint8Array(await must(await api.exportLog('verify')).file.arrayBuffer());
    const { app, independent } = await both(file, golden.checkpoint);
    expect(independent).toEqual(app);
    expect(app).toMatchObject({ ok: true, problems: [], unknownActions: [], unknownCodes: [], kept: { result: 'consistent', signed: true } });
    const copy = must(await api.makeCopy());
    expect(must(await api.verifyCopy({ copyId: copy.copyId, file: copy.file })).verifiedAt).not.toBeNull();
  });

  it('is written on, and opens again', async () => {
    const worker = await boot(device);
    must(await unlock(device, worker));
    must(await worker.api.cancelPersons([golden.persons[4]?.id ?? golden.persons[0]!.id]));
    must(await worker.api.lock());
    const next = await boot(device);
    must(await unlock(device, next));
    expect(must(await next.api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 50 })).total).toBe(golden.persons.length - 1);
  });
});

describe('of version 2, and refused as newer, with nothing changed', { timeout: 60_000 }, () => {
  const refused = async (): Promise<void> => {
    const before = await device.disk();
    expect(await unlock(device, await boot(device))).toEqual({ ok: false, error: { type: 'NewerFormat', found: 2 } });
    expect(Buffer.compare(before, await device.disk())).toBe(0);
  };

  it('database', async () => {
    const database = await device.openDatabase(storeId);
    const transaction = database.transaction('format', 'readwrite');
    transaction.objectStore('format').put(2, 'version');
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    database.close();
    await refused();
  });

  it('keyring', async () => {
    for (const name of ['keyring-a', 'keyring-b']) {
      const bytes = Buffer.from(device.folders.fileOf(storeId, name) ?? []);
      const end = 52 + bytes.readUInt32BE(16);
      const document = bytes.subarray(52, end).toString().replace('"kinkoKeyring":1,"minReader":1', '"kinkoKeyring":2,"minReader":2');
      bytes.write(document, 52);
      createHash('sha256').update(bytes.subarray(8, 20)).update(bytes.subarray(52, end)).digest().copy(bytes, 20);
      device.folders.files.get(storeId)?.set(name, new Uint8Array(bytes));
    }
    await refused();
  });

  it('a page', async () => {
    const worker = await boot(device);
    must(await unlock(device, worker));
    // The same program, but that it writes the settings as a newer one would.
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
    const old = '{"page":["own","setting",0],"schema":1,';
    const spy = vi.spyOn(crypto.subtle, 'encrypt').mockImplementation((algorithm, key, data) => {
      const text = Buffer.from(data as Uint8Array).toString();
      return encrypt(algorithm, key, text.startsWith(old) ? Buffer.from(text.replace('"schema":1', '"schema":2')) : data);
    });
    must(await worker.api.changeSettings({ idleMinutes: 7 }));
    spy.mockRestore();
    must(await worker.api.lock());
    const again = await unlock(device, await boot(device));
    expect(again).toEqual({ ok: false, error: { type: 'NewerFormat', found: 2 } });
  });

  it('a copy', async () => {
    const worker = await boot(device);
    must(await unlock(device, worker));
    const { file } = must(await worker.api.makeCopy());
    const text = (await file.text()).replace('{"kinko":1,"minReader":1', '{"kinko":2,"minReader":2');
    const restored = await worker.api.restoreCopy({ file: new Blob([text]), secret: { kind: 'password', password }, evenIfOlder: true });
    expect(restored).toEqual({ ok: false, error: { type: 'FileRefused', reason: 'NewerFormat' } });
  });
});
