import { expect, test } from 'vitest';
import type { VaultApi } from '../../../src/core/contract/vault-api.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { PersonFields } from '../../../src/core/domain/person/person.ts';
import type { FaultWay } from '../../support/failing-store.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';
import type { MadeVault, TestDevice } from './support/device.ts';
import { syntheticFields } from '../../support/synthetic.ts';
import { createTestDevice, errorOf, makeVault, must } from './support/device.ts';

const [GONE, STAYS] = ['cGVyc29uLXRoYXQtZ29lcw', 'cGVyc29uLXRoYXQtc3RheQ'] as [PersonId, PersonId];

const personOf = (name: string): PersonFields => syntheticFields({ name, kana: 'テスト', code: name });

/** A rehearsed vault with two persons, locked. */
const vaultWithPersons = async (): Promise<{ readonly device: TestDevice; readonly made: MadeVault }> => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  const { api } = made.worker;
  const groups = must(await api.startRehearsal());
  must(await api.confirmRehearsal(groups.map((group) => ({ group, text: made.kit.recoveryCode.split('-')[group] ?? '' }))));
  for (const [id, name, text] of [[GONE, 'A', '900000000001'], [STAYS, 'B', '900000000010']] as const) {
    must(await api.registerPerson({ id, fields: personOf(name) }));
    must(await api.enterNumber({ personId: id, text, again: null, replaces: false, sameAs: null }));
  }
  must(await api.lock());
  return { device, made };
};

const keyringOf = async (device: TestDevice, made: MadeVault) => must(await (await device.keyringOf(made.storeId)).read()).keyring;
const verifiedEntries = async (api: VaultApi): Promise<number> => {
  const verify = await createVerifyBoth();
  const file = new Uint8Array(await must(await api.exportLog('verify')).file.arrayBuffer());
  const { app, independent } = await verify(file);
  expect(app.problems).toEqual([]);
  expect(independent.ok).toBe(true);
  return app.entries;
};

test('a cancelled registration leaves the old epoch nowhere, and the session goes on under the new one', async () => {
  const { device, made } = await vaultWithPersons();
  const worker = await device.boot();
  must(await made.unlock(worker));
  const before = await keyringOf(device, made);
  must(await worker.api.saveDraft({ route: 'person', fields: { name: 'その人' } }));
  must(await worker.api.cancelPersons([GONE]));
  const after = await keyringOf(device, made);
  expect(after.epochs.map((epoch) => epoch.epoch)).toEqual([2]);
  expect(after.table).not.toBe(before.table);
  const disk = new TextDecoder().decode(await device.disk());
  for (const grant of before.epochs[0]?.grants ?? []) expect(disk).not.toContain(grant.ct);
  // What was typed about somebody is gone with the epoch; a new draft is as good as ever.
  expect(must(await worker.api.takeDraft())).toBeNull();
  must(await worker.api.saveDraft({ route: 'person', fields: { name: '別の人' } }));
  expect(must(await worker.api.takeDraft())?.fields).toEqual({ name: '別の人' });
  expect(errorOf(await worker.api.viewPerson(GONE))).toBe('NotFound');
  expect(must(await worker.api.viewPerson(STAYS)).fields.name).toBe('B');
  must(await worker.api.changeSettings({ idleMinutes: 8 }));
  must(await worker.api.lock());
  const again = await device.boot();
  must(await made.unlock(again));
  expect(must(await again.api.viewPerson(STAYS)).fields.name).toBe('B');
  expect(await verifiedEntries(again.api)).toBeGreaterThan(8);
});

test('a draft saved while a rotation runs is acknowledged and read back under the new keys', async () => {
  const { device, made } = await vaultWithPersons();
  const worker = await device.boot();
  must(await made.unlock(worker));
  const { api } = worker;
  const [cancelled, saved] = await Promise.all([api.cancelPersons([GONE]), api.saveDraft({ route: 'register', fields: { name: '佐藤' } })]);
  must(cancelled);
  must(saved);
  expect(must(await api.takeDraft())).toEqual({ route: 'register', fields: { name: '佐藤' } });
});

test('two rotations at once come out one after the other', async () => {
  const { device, made } = await vaultWithPersons();
  const { api } = await device.boot().then(async (worker) => {
    must(await made.unlock(worker));
    return worker;
  });
  const answers = await Promise.all([api.cancelPersons([GONE]), api.changeSettings({ label: '支店' }), api.cancelPersons([STAYS])]);
  expect(answers.map(errorOf)).toEqual(['ok', 'ok', 'ok']);
  expect((await keyringOf(device, made)).epochs.map((epoch) => epoch.epoch)).toEqual([3]);
  expect((await keyringOf(device, made)).label).toBe('支店');
  expect(await verifiedEntries(api)).toBeGreaterThan(8);
});

test.each<[FaultWay, boolean]>([
  ['lost', true],
])('a rotation that is cut off (%s, for good: %s) has happened or has not', { timeout: 240_000 }, async (way, sticky) => {
  const { device, made } = await vaultWithPersons();
  const back = await device.snapshotAll();
  const outcomes = new Set<string>();
  for (let at = 1; ; at += 1) {
    const worker = await device.boot();
    must(await made.unlock(worker));
    device.faults.arm({ at, way, error: 'AbortError', sticky, sites: (site) => /^(opfs|idb)/.test(site) });
    const answer = await worker.api.cancelPersons([GONE]);
    const fired = device.faults.fired();
    device.faults.disarm();
    worker.kill();
    const where = `call ${at}, ${way}, answered ${errorOf(answer)}`;

    const next = await device.boot();
    expect(errorOf(await made.unlock(next)), where).toBe('ok');
    const gone = errorOf(await next.api.viewPerson(GONE)) === 'NotFound';
    if (answer.ok) expect(gone, where).toBe(true);
    expect((await keyringOf(device, made)).epochs.map((epoch) => epoch.epoch), where).toEqual([gone ? 2 : 1]);
    expect(must(await next.api.viewPerson(STAYS)).fields.name, where).toBe('B');
    outcomes.add(`${answer.ok ? 'answered' : 'refused'} ${gone ? 'gone' : 'there'}`);
    next.kill();
    await back();
    if (fired === 0) break;
  }
  expect(outcomes).toContain('answered gone');
  expect(outcomes).toContain('refused there');
});
