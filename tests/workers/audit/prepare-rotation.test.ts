import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../src/core/domain/result.ts';
import { KEY_NAMES } from '../../../src/core/formats/key-name.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import type { CommitBase, CommitDeps } from '../../../workers/vault/audit/commit.ts';
import { createLogWriter } from '../../../workers/vault/audit/log-writer.ts';
import type { Plan } from '../../../workers/vault/audit/plan.ts';
import { prepareRotation, verifyRotated } from '../../../workers/vault/audit/rotate.ts';
import { createSlotKeeper } from '../../../workers/vault/audit/slot-keeper.ts';
import type { Rotation } from '../../../workers/vault/audit/writer.ts';
import { settingRef } from '../../../workers/vault/book/layout.ts';
import { readDisk } from '../../support/vault-fixture-disk.ts';
import { entry, planCreate, planRegister, planRemove } from '../../support/vault-fixture-plans.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

const start = async (to = 2) => {
  const fixture = await createVaultFixture();
  const { writer, store, sealer } = await fixture.createStore();
  await writer.commit(planCreate(fixture));
  await writer.commit(planRegister([0]));
  await writer.idle();
  const deps: CommitDeps = { store, platform: fixture.platform, slots: createSlotKeeper(await fixture.keyrings(), () => undefined), appendLog: createLogWriter(fixture.platform) };
  const base: CommitBase = { state: writer.book(), sealer, signer: fixture.signer, keep: false };
  const rotation: Rotation<null> = {
    planner: planRemove(fixture, [], to),
    keyring: { before: fixture.keyring(1), both: fixture.keyring(1, to), next: fixture.keyring(to) },
    sealer: await fixture.sealer(to),
    renewed: KEY_NAMES,
  };
  const prepare = (plan: Plan, from = base) => prepareRotation(deps, rotation, () => undefined)(from, plan);
  return { fixture, writer, deps, base, rotation, prepare };
};

describe('a rotation', () => {
  it.each([1, 3])('goes to the next epoch and to no other, not from 1 to %i: nothing is written, and the keyring stays', async (to) => {
    const { fixture, writer, rotation } = await start(to);
    const disk = await readDisk(fixture);
    await expect(writer.rotate(rotation)).rejects.toThrow('a rotation goes to the next epoch');
    expect(await readDisk(fixture)).toEqual(disk);
    expect(await (await fixture.keyrings()).read()).toMatchObject(ok({ keyring: { epochs: [{ epoch: 1 }] } }));
  });

  it.each(['profile', 'number', 'note'] as const)('is not for a member who lacks the %s key: what lies under it could not be carried over', async (lacking) => {
    const { fixture, base, prepare } = await start();
    fixture.faults.journal();
    const sealer = { ...base.sealer, holds: (key: string) => key !== lacking };
    expect(await prepare({ entries: [entry('use')] }, { ...base, sealer })).toEqual(err({ type: 'NotAllowed' }));
    expect(fixture.faults.journal()).toEqual([]);
  });

  it('does not open what its plan gives new content: an old plaintext that nobody seals would only lie about', async () => {
    const { fixture, prepare } = await start();
    const placesOf = async (plan: Partial<Plan>) => {
      const prepared = await prepare({ entries: [entry('use')], ...plan });
      return prepared.ok ? prepared.value.opened.map(({ ref }) => pageRefKey(ref)).toSorted() : prepared;
    };
    expect(await placesOf({})).toEqual(['own/number/0', 'own/person/0', 'own/setting/0', 'own/table/1']);
    const { version, hash } = fixture.table(1, 1);
    expect(await placesOf({ table: { version, hash, note: '' } })).toEqual(['own/number/0', 'own/person/0', 'own/setting/0']);
    expect(await placesOf({ pages: [{ ref: settingRef(0), content: {} }] })).toEqual(['own/number/0', 'own/person/0', 'own/table/1']);
  });

  it('is not verified while the database does not open anew: what answers then may be the cache', async () => {
    const { deps, base } = await start();
    expect(await verifyRotated(deps, base.state, base.sealer)).toEqual(ok(null));
    const failed = err({ type: 'StorageFailed' as const, name: 'UnknownError' });
    expect(await verifyRotated({ ...deps, store: { ...deps.store, reopen: async () => failed } }, base.state, base.sealer)).toEqual(failed);
  });
});
