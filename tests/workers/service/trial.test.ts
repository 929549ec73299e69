import { expect, test } from 'vitest';
import { TRIAL_PASSWORD } from '../../../src/core/domain/trial/trial-password.ts';
import { createStoryClock } from '../../../workers/vault/service/trial/story-clock.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';
import { createTestDevice, errorOf, must } from '../session/support/device.ts';
import { ALL, fields, personId } from './support.ts';

const DAY = 86_400_000;
const ANYBODY = { text: '', kinds: [], states: [], offset: 0, limit: 50 } as const;

const makeTrial = async () => {
  const device = await createTestDevice();
  const worker = await device.boot();
  const view = must(await worker.api.createTrial());
  return { device, worker, view };
};

test('a firm of nine with a year of record, which both verifiers find good', async () => {
  const { device, worker, view } = await makeTrial();
  const { api } = worker;
  expect(view.experience).toBe(true);
  expect(must(await api.listPersons(ANYBODY)).total).toBe(9);

  const { rows, total } = must(await api.listEntries(ALL));
  expect(total).toBeGreaterThanOrEqual(90);
  const times = rows.map(({ time }) => time).toReversed();
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  const actions = new Set(rows.map(({ action }) => action));
  for (const action of ['unlock-failed', 'reveal', 'match', 'copy-verified', 'print', 'export', 'change', 'chain-verified', 'kit-rehearsed', 'lock']) {
    expect([action, actions.has(action)]).toEqual([action, true]);
  }

  const exported = must(await api.exportLog('verify'));
  const { app, independent } = await (await createVerifyBoth())(new Uint8Array(await exported.file.arrayBuffer()));
  expect(independent).toEqual(app);
  expect(app).toMatchObject({ ok: true, problems: [] });
  expect(device.clock.now - (must(await api.listEntries({ ...ALL, offset: total - 1 })).rows[0]?.time ?? 0)).toBeGreaterThan(365 * DAY);
});

test('it opens again with its password, and what is done in it has the time of the device', async () => {
  const { device, worker, view } = await makeTrial();
  const id = personId();
  must(await worker.api.registerPerson({ id, fields: fields() }));
  const newest = must(await worker.api.listEntries({ ...ALL, limit: 2 })).rows;
  expect(newest.every(({ time }) => Math.abs(time - device.clock.now) < 60_000)).toBe(true);
  must(await worker.api.lock());
  const { api } = await device.boot();
  const opened = must(await api.unlock({ storeId: view.storeId, memberId: view.memberId, password: TRIAL_PASSWORD }));
  expect(opened).toMatchObject({ experience: true, clockDoubtful: false });
  expect(must(await api.listPersons(ANYBODY)).total).toBe(10);
});

test('a disk that fails in the middle of the year leaves no vault', async () => {
  const device = await createTestDevice();
  const worker = await device.boot();
  // Behind the making, in the middle of the acts.
  device.faults.arm({ at: 60, way: 'lost', error: 'QuotaExceededError', sticky: true, sites: (site) => site.includes('commit') });
  expect(errorOf(await worker.api.createTrial())).not.toBe('ok');
  expect(device.faults.fired()).toBeGreaterThan(0);
  device.faults.disarm();
  const fresh = await device.boot();
  expect(must(await fresh.api.inspectDevice([])).stores).toEqual([]);
});

test('the clock of the story goes forward only, never past now, and not at all once it is over', () => {
  const clock = createStoryClock(() => 1000);
  clock.goTo(10);
  expect(clock.now()).toBe(10);
  expect(() => clock.goTo(9)).toThrow(RangeError);
  expect(() => clock.goTo(1001)).toThrow(RangeError);
  clock.end();
  expect(clock.now()).toBe(1000);
  expect(() => clock.goTo(500)).toThrow(RangeError);
});

test('a caller cannot say what happens in it, or when', async () => {
  const device = await createTestDevice();
  const { api } = await device.boot();
  const call: (...more: readonly unknown[]) => ReturnType<typeof api.createTrial> = api.createTrial;
  expect(errorOf(await call({ now: 0 }))).toBe('InvalidInput');
  expect(errorOf(await call(0))).toBe('InvalidInput');
});
