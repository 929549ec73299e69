import { describe, expect, it } from 'vitest';
import { err } from '../../../src/core/domain/result.ts';
import { PAGE_KEYS } from '../../../src/core/formats/page.ts';
import type { Planner } from '../../../workers/vault/audit/plan.ts';
import type { PageSealer } from '../../../workers/vault/audit/ports.ts';
import { createWriter } from '../../../workers/vault/audit/vault-writer.ts';
import type { Rotation } from '../../../workers/vault/audit/writer.ts';
import type { PageStore } from '../../../workers/vault/storage/page-store.ts';
import { personId, planCreate, planEntry, planRegister, planRemove } from '../../support/vault-fixture-plans.ts';
import type { VaultFixture } from '../../support/vault-fixture.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

const start = async (change: (store: PageStore) => Partial<PageStore> = () => ({}), persons: readonly number[] = []) => {
  const fixture = await createVaultFixture();
  const first = await fixture.createStore();
  await first.writer.commit(planCreate(fixture));
  if (persons.length > 0) await first.writer.commit(planRegister(persons));
  await first.writer.idle();
  const store = { ...first.store, ...change(first.store) };
  const writer = createWriter({ ...(await fixture.writerParts()), store, state: first.writer.book(), sealer: first.sealer });
  return { fixture, writer };
};

const rotationOf = async (fixture: VaultFixture, sealer?: PageSealer): Promise<Rotation<null>> => ({
  planner: planRemove(fixture, [], 2),
  keyring: { before: fixture.keyring(1), both: fixture.keyring(1, 2), next: fixture.keyring(2) },
  sealer: sealer ?? (await fixture.sealer(2)),
  renewed: ['profile', 'number', 'note'],
});

describe('a plan is made anew when another writer was faster', () => {
  /** Of `times` writes it is said that another writer was there. */
  const late = async (times: number) => {
    let left = times;
    const { fixture, writer } = await start((store) => ({
      write: async (write) => {
        left -= 1;
        return left < 0 ? store.write(write) : { type: 'conflict' };
      },
    }));
    const counted = { plans: 0 };
    const use = planEntry('use');
    const planner: Planner<null> = (base) => {
      counted.plans += 1;
      if (counted.plans > 9) throw new Error('planned for ever');
      return use(base);
    };
    return { fixture, writer, counted, planner };
  };

  it('three times, and then it is stored', async () => {
    const { writer, counted, planner } = await late(3);
    expect(await writer.commit(planner)).toMatchObject({ ok: true, value: { firstSeq: 1 } });
    expect(counted.plans).toBe(4);
  });

  it('and not for ever: who asked is told, and may ask again', async () => {
    const { writer, counted, planner } = await late(4);
    expect(await writer.commit(planner)).toEqual(err({ type: 'ChangedMeanwhile' }));
    expect(counted.plans).toBe(4);
    expect(await writer.commit(planner)).toMatchObject({ ok: true, value: { firstSeq: 1 } });
  });

  it('but never with keys that were made for the state that is gone', async () => {
    const { fixture, writer, counted, planner } = await late(1);
    const { keyring } = await rotationOf(fixture);
    expect(await writer.commitWithKeyring(planner, keyring)).toEqual(err({ type: 'ChangedMeanwhile' }));
    expect([counted.plans, writer.log.size()]).toEqual([1, 1]);
  });
});

describe('keys of a rotation', () => {
  it('open what lies there when nobody knows whether it was stored: reading goes on in the new epoch', async () => {
    const unknown = { type: 'unknown', error: { type: 'StorageFailed', name: 'UnknownError' } } as const;
    const { fixture, writer } = await start((store) => ({ write: async (write) => { await store.write(write); return unknown; } }), [0]);
    expect(await writer.rotate(await rotationOf(fixture))).toEqual(err({ type: 'Halted' }));
    expect(await writer.pages.readPerson(personId(0))).toMatchObject({ ok: true, value: { id: personId(0) } });
    expect(writer.book().head.epoch).toBe(2);
  });

  it('are forgotten when another writer rotates a moment before: what they sealed from then on would be in no keyring', async () => {
    let meanwhile: () => Promise<unknown> = () => Promise.resolve();
    const { fixture, writer } = await start((store) => ({ write: async (write) => { await meanwhile(); return store.write(write); } }));
    const other = await fixture.reopen();
    const rotation = await rotationOf(fixture);
    meanwhile = async () => {
      meanwhile = () => Promise.resolve();
      expect(await other.writer.rotate(rotation)).toMatchObject({ ok: true, value: { settled: true } });
    };
    // The log key alone is the same, as it is carried over.
    const theirs = await fixture.sealer(2);
    const mine = await (await createVaultFixture(fixture, fixture.vaultId)).sealerElsewhere(2, fixture.storeId);
    const mixed: PageSealer = { ...mine, seal: (ref, ...more) => (PAGE_KEYS[ref.kind] === 'log' ? theirs : mine).seal(ref, ...more), open: (ref, row) => (PAGE_KEYS[ref.kind] === 'log' ? theirs : mine).open(ref, row) };
    const head = err({ type: 'DatabaseDamaged', page: 'own/head/0' });
    expect(await writer.rotate(await rotationOf(fixture, mixed))).toEqual(head);
    expect(await writer.commit(planRegister([1]))).toEqual(head);
    expect((await (await fixture.reopen({ epochs: [2] })).check()).problems).toEqual([]);
  });
});
