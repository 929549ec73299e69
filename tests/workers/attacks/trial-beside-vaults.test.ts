import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createVerifyBoth } from '../../support/verify-both.ts';
import { ALL, fields, numberOf, personId, rehearse } from '../service/support.ts';
import type { MadeVault, TestDevice, TestWorker } from '../session/support/device.ts';
import { createTestDevice, errorOf, INPUT, makeVault, must, pageMarks } from '../session/support/device.ts';
import { readState } from './disk-parts.ts';

// A sample is made by a call that needs no password, under a clock that is not the device's. Beside a real vault it must not touch, hide,
// shorten or delete it, nor lend it that clock or its marks as a sample.

const realVault = async (device: TestDevice): Promise<MadeVault> => {
  const made = await makeVault(device);
  await rehearse(made);
  const id = personId();
  must(await made.worker.api.registerPerson({ id, fields: fields({ name: '本物' }) }));
  must(await made.worker.api.enterNumber({ personId: id, text: numberOf(1), again: null, replaces: false, sameAs: null }));
  return made;
};

/** Every byte of a vault on the device, and of its mark, as a hash: compared a hundred thousand numbers at a time it would take seconds. */
const bytesOf = async (device: TestDevice, { storeId }: MadeVault): Promise<string> => {
  const { rows, files, pageMark } = await readState(device, storeId);
  const hash = createHash('sha256').update(`${pageMark} ${JSON.stringify([...files.keys()])}`);
  for (const bytes of files.values()) hash.update(bytes);
  for (const [key, value] of rows) {
    const blob = typeof value === 'object' && value !== null && 'blob' in value && value.blob instanceof Uint8Array ? value.blob : null;
    if (blob === null) throw new Error('a row without its blob');
    hash.update(JSON.stringify([key, value], (_, part: unknown) => (part === blob ? blob.length : part))).update(blob);
  }
  return hash.digest('hex');
};

const storesOf = async (device: TestDevice, { api }: TestWorker) => must(await api.inspectDevice(pageMarks(device))).stores.map(({ storeId, experience }) => ({ storeId, experience }));

/** The real vault opens as it was left, with its whole record. */
const isWhole = async (device: TestDevice, made: MadeVault): Promise<void> => {
  const worker = await device.boot();
  expect(must(await made.unlock(worker))).toMatchObject({ storeId: made.storeId, label: INPUT.label, experience: false, clockDoubtful: false });
  expect(must(await worker.api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 9 })).rows.map(({ name }) => name)).toEqual(['本物']);
  const exported = must(await worker.api.exportLog('verify'));
  const { app } = await (await createVerifyBoth())(new Uint8Array(await exported.file.arrayBuffer()));
  expect(app).toMatchObject({ ok: true, problems: [] });
  must(await worker.api.lock());
  worker.kill();
};

test('a sample made, used and erased beside a locked vault changes no byte of it', async () => {
  const device = await createTestDevice();
  const made = await realVault(device);
  must(await made.worker.api.lock());
  made.worker.kill();
  const before = await bytesOf(device, made);

  const worker = await device.boot();
  const sample = must(await worker.api.createTrial());
  expect([sample.storeId, sample.vaultId]).not.toEqual([made.storeId, made.kit.vaultId]);
  expect(await bytesOf(device, made)).toEqual(before);
  expect(await storesOf(device, worker)).toEqual(expect.arrayContaining([{ storeId: made.storeId, experience: false }, { storeId: sample.storeId, experience: true }]));
  must(await worker.api.registerPerson({ id: personId(), fields: fields() }));
  // Nor does the label of the one erase the other: a real vault wants its own typed.
  expect(errorOf(await worker.api.eraseVault({ storeId: made.storeId, label: '' }))).toBe('LabelDoesNotMatch');
  expect(errorOf(await worker.api.eraseVault({ storeId: made.storeId, label: sample.label }))).toBe('LabelDoesNotMatch');
  must(await worker.api.eraseVault({ storeId: sample.storeId, label: '' }));
  device.marks.delete(sample.storeId);
  expect(await storesOf(device, worker)).toEqual([{ storeId: made.storeId, experience: false }]);
  expect([...device.folders.files.keys()]).toEqual([made.storeId]);
  expect(await bytesOf(device, made)).toEqual(before);
  await isWhole(device, made);
});

test('out of an open vault no sample is made: the session stays open and nothing is written', async () => {
  const device = await createTestDevice();
  const made = await realVault(device);
  const { api } = made.worker;
  const entries = must(await api.listEntries(ALL)).total;
  // The mark follows behind the answer.
  await expect.poll(() => device.marks.get(made.storeId)).toContain(`"size":${entries},`);
  const before = await bytesOf(device, made);
  expect(errorOf(await api.createTrial())).toBe('NotAllowed');
  expect(must(await api.viewSession())).toMatchObject({ storeId: made.storeId, experience: false });
  expect(must(await api.listEntries(ALL)).total).toBe(entries);
  expect(await bytesOf(device, made)).toEqual(before);
  expect((await device.engine.indexedDB.databases()).map(({ name }) => name)).toEqual([`kinko-${made.storeId}`]);
  expect([...device.folders.files.keys()]).toEqual([made.storeId]);
});

test('beside a vault that another tab has open: it stays open there, in its own time, and writes on', async () => {
  const device = await createTestDevice();
  const made = await realVault(device);
  const other = await device.boot();
  must(await other.api.createTrial());
  expect(must(await made.worker.api.viewSession()).storeId).toBe(made.storeId);
  const at = device.clock.now;
  must(await made.worker.api.registerPerson({ id: personId(), fields: fields() }));
  const [newest] = must(await made.worker.api.listEntries({ ...ALL, limit: 1 })).rows;
  expect(newest?.action).toBe('register');
  expect((newest?.time ?? 0) - at).toBeGreaterThan(0);
  expect(made.worker.events.filter(({ type }) => type === 'TakenOver')).toEqual([]);
});

test('a disk that fails in the middle of the making leaves the real vault alone', async () => {
  const device = await createTestDevice();
  const made = await realVault(device);
  must(await made.worker.api.lock());
  const before = await bytesOf(device, made);
  const worker = await device.boot();
  device.faults.arm({ at: 40, way: 'lost', error: 'QuotaExceededError', sticky: true, sites: (site) => site.includes('commit') });
  expect(errorOf(await worker.api.createTrial())).not.toBe('ok');
  expect(device.faults.fired()).toBeGreaterThan(0);
  device.faults.disarm();
  expect(await storesOf(device, await device.boot())).toEqual([{ storeId: made.storeId, experience: false }]);
  expect(await bytesOf(device, made)).toEqual(before);
  await isWhole(device, made);
});

test('nobody but the vault itself says what is a sample: a page that claims it gets a vault like any other', async () => {
  const device = await createTestDevice();
  const { api } = await device.boot();
  const claimed: Parameters<typeof api.createVault>[0] & { readonly experience: true } = { ...INPUT, experience: true };
  const kit = must(await api.createVault(claimed));
  expect(must(await api.viewSession()).experience).toBe(false);
  expect(errorOf(await api.enterNumber({ personId: personId(), text: numberOf(1), again: null, replaces: false, sameAs: null }))).toBe('RehearsalMissing');
  expect(errorOf(await api.eraseVault({ storeId: kit.storeId, label: '' }))).toBe('LabelDoesNotMatch');
});
