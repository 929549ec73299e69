import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { VaultApi } from '../../../src/core/contract/vault-api.ts';
import { createIncidentLog } from '../../../workers/vault/service/border/incidents.ts';
import { vaultArguments } from '../../../workers/vault/service/border/vault-arguments.ts';
import { guardApi, methodNames } from '../../../workers/vault/service/guard.ts';
import { createTestDevice } from './support/device.ts';

const incidentLog = () => createIncidentLog({ now: () => 5, random: (length) => new Uint8Array(length).fill(171) });

const noDamage = { begin: () => () => Promise.resolve() };

const apiWith = (methods: Partial<VaultApi>): VaultApi => methods as VaultApi;

test('a defect becomes an incident whose report says where, and nothing of what', async () => {
  const incidents = incidentLog();
  const secret = '山田 900000000001 kumo-no-ue';
  const broken = apiWith({
    lock: () => {
      throw new RangeError(secret);
    },
    viewSession: () => Promise.reject(Object.assign(new Error(secret), { name: secret })),
    takeDraft: () => Promise.reject(secret),
  });
  const api = guardApi(broken, vaultArguments, incidents, noDamage);
  for (const call of [api.lock, api.viewSession, api.takeDraft]) {
    expect(await call()).toEqual({ ok: false, error: { type: 'Unexpected', incidentId: 'abababab' } });
  }
  const report = incidents.list();
  expect(report.map(({ method, name, time }) => [method, name, time])).toEqual([
    ['takeDraft', 'string', 5],
    ['viewSession', 'Error', 5],
    ['lock', 'RangeError', 5],
  ]);
  expect(report[2]?.frames[0]).toMatch(/^guard\.test\.ts:\d+:\d+$/);
  const told = JSON.stringify(report);
  for (const part of secret.split(' ')) expect(told).not.toContain(part);
});

test('only the last incidents are remembered', async () => {
  const incidents = incidentLog();
  for (let at = 0; at < 50; at += 1) incidents.remember(`m${at}`, new Error('x'));
  expect(incidents.list()).toHaveLength(20);
  expect(incidents.list()[0]?.method).toBe('m49');
});

test('what is exposed has the methods of the contract, no prototype, and cannot be changed', () => {
  const api = guardApi(apiWith({}), vaultArguments, incidentLog(), noDamage);
  expect(Object.getPrototypeOf(api)).toBeNull();
  expect(Object.isFrozen(api)).toBe(true);
  expect(new Set(Object.keys(api))).toEqual(methodNames(vaultArguments));
  expect(() => Object.assign(api, { lock: null })).toThrow(TypeError);
});

test('arguments reach a service as fresh plain values, with known fields alone, each read once', async () => {
  let reads = 0;
  const given: unknown[] = [];
  const api = guardApi(
    apiWith({
      changePassword: (input) => {
        given.push(input);
        return Promise.resolve({ ok: true, value: null });
      },
    }),
    vaultArguments,
    incidentLog(),
    noDamage,
  );
  const hostile = Object.create({ current: 'inherited' }) as { current: string; next: string; extra: string };
  Object.defineProperty(hostile, 'current', { enumerable: true, get: () => (reads += 1) && `read ${reads}` });
  hostile.next = 'next';
  hostile.extra = 'more';
  await api.changePassword(hostile);
  expect(given).toEqual([{ current: 'read 1', next: 'next' }]);
  const inherited = Object.create({ current: 'a', next: 'b' }) as { current: string; next: string };
  expect(await api.changePassword(inherited)).toMatchObject({ error: { type: 'InvalidInput' } });
  const polluted = JSON.parse('{"__proto__":{"current":"a","next":"b"}}') as typeof inherited;
  expect(await api.changePassword(polluted)).toMatchObject({ error: { type: 'InvalidInput' } });
  expect(given).toHaveLength(1);
});

test('no value that can be cloned across the border makes a method throw, hang or leave something on the disk', { timeout: 60_000 }, async () => {
  const device = await createTestDevice();
  const { api } = await device.boot();
  const call = api as unknown as Readonly<Record<string, (...given: readonly unknown[]) => Promise<{ readonly ok: boolean }>>>;
  // The making of a sample takes nothing: called rightly by chance it leaves one, and that is no fault.
  const names = [...methodNames(vaultArguments)].filter((name) => name !== 'subscribe' && name !== 'createTrial');
  const value = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withSparseArray: true, withNullPrototype: true });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.array(value, { maxLength: 3 }), async (name, given) => {
      const answer = await call[name]?.(...given);
      expect(typeof answer?.ok, name).toBe('boolean');
    }),
    { numRuns: 2000 },
  );
  expect(await api.listIncidents()).toEqual({ ok: true, value: [] });
  expect(device.folders.files.size).toBe(0);
});
