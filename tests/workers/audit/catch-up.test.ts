import { describe, expect, it } from 'vitest';
import { err } from '../../../src/core/domain/result.ts';
import { createWriter } from '../../../workers/vault/audit/vault-writer.ts';
import type { PageStore } from '../../../workers/vault/storage/page-store.ts';
import { putBack, readDisk } from '../../support/vault-fixture-disk.ts';
import { personId, planCreate, planEntry, planRegister, planRemove, planRename } from '../../support/vault-fixture-plans.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

const start = async (change: (store: PageStore) => Partial<PageStore> = () => ({})) => {
  const fixture = await createVaultFixture();
  const first = await fixture.createStore();
  await first.writer.commit(planCreate(fixture));
  await first.writer.commit(planRegister([0]));
  await first.writer.idle();
  const store = { ...first.store, ...change(first.store) };
  const writer = createWriter({ ...(await fixture.writerParts()), store, state: first.writer.book(), sealer: first.sealer });
  return { fixture, writer, sealer: first.sealer };
};

describe('a database that was put back under an open session', () => {
  const putBackUnder = async () => {
    const { fixture, writer } = await start();
    const earlier = await readDisk(fixture);
    await writer.commit(planRename(0, '改名'));
    await putBack(fixture, earlier);
    return { fixture, writer, earlier };
  };

  it('is told as older, and nothing is written on top of it', async () => {
    const { fixture, writer, earlier } = await putBackUnder();
    expect(await writer.commit(planEntry('use'))).toEqual(err({ type: 'DatabaseOlder', expectedEntries: 3, foundEntries: 2 }));
    expect(await readDisk(fixture)).toEqual(earlier);
    expect(writer.log.size()).toBe(3);
  });

  it('is told at once to who changes a person, not as somebody else who was faster', async () => {
    const { writer } = await putBackUnder();
    let plans = 0;
    const rename = planRename(0, '再改名');
    expect(await writer.commit((base) => { plans += 1; return rename(base); })).toEqual(err({ type: 'DatabaseDamaged', page: 'own/person/0' }));
    expect(plans).toBe(1);
  });
});

describe('what another writer did', () => {
  it('is in the list: whoever was taken out there is gone here, with the last page of the index too', async () => {
    const { fixture, writer } = await start();
    const other = await fixture.reopen();
    await other.writer.commit(planRemove(fixture, [0], 1));
    expect(other.writer.book().index.size).toBe(0);
    expect(await writer.commit(planEntry('use'))).toMatchObject({ ok: true, value: { firstSeq: 4 } });
    expect([writer.persons.size(), writer.persons.get(personId(0))]).toEqual([0, null]);
  });

  it('is not looked for when a plan is refused: the refusal is the answer, whatever lies in the database', async () => {
    const { fixture, writer } = await start();
    await (await fixture.reopen()).writer.commit(planEntry('use'));
    fixture.faults.journal();
    let plans = 0;
    expect(await writer.commit(async () => { plans += 1; return err({ type: 'NotFound' }); })).toEqual(err({ type: 'NotFound' }));
    expect(plans).toBe(1);
    expect(fixture.faults.journal().filter((site) => site.startsWith('idb.'))).toEqual([]);
  });
});
