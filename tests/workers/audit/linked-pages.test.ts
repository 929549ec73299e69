import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { KEY_NAMES } from '../../../src/core/formats/key-name.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import { checkStore } from '../../../workers/vault/audit/check-store.ts';
import { ownRef } from '../../../workers/vault/book/layout.ts';
import type { StoredPage } from '../../../workers/vault/storage/page-row.ts';
import { putBack, readDisk, writeDisk } from '../../support/vault-fixture-disk.ts';
import { planCreate, planEntry, planRegister, planRemove } from '../../support/vault-fixture-plans.ts';
import type { Session, VaultFixture } from '../../support/vault-fixture.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

/** Sessions and rotations of a vault that is used for long: its checkpoints fill a page and begin another, and there are four tables. */
const SESSIONS = 66;
const EPOCHS = 4;

describe('tables and checkpoints of a vault that is used for long', { timeout: 60_000 }, () => {
  let fixture: VaultFixture;
  let session: Session;
  let disk: readonly StoredPage[];
  const named: (readonly string[])[] = [];

  const namedNow = (): readonly string[] => session.writer.book().head.pages.map(({ kind, no }) => `${kind}/${no}`);

  beforeAll(async () => {
    fixture = await createVaultFixture();
    session = await fixture.createStore();
    await session.writer.commit(planCreate(fixture));
    await session.writer.commit(planRegister([0, 1]));
    for (let n = 0; n < SESSIONS; n += 1) {
      await session.writer.idle();
      session.store.close();
      session = await fixture.reopen();
      expect(await session.writer.commit(planEntry('use'))).toMatchObject({ ok: true });
      if (n === SESSIONS - 3) named.push(namedNow());
    }
    for (let from = 1; from < EPOCHS; from += 1) {
      const rotated = await session.writer.rotate({
        planner: planRemove(fixture, [], from + 1),
        keyring: { before: fixture.keyring(from), both: fixture.keyring(from, from + 1), next: fixture.keyring(from + 1) },
        // All of them are sealed anew, those that the head does not name too.
        renewed: KEY_NAMES,
        sealer: await fixture.sealer(from + 1),
      });
      expect(rotated).toMatchObject({ ok: true, value: { settled: true } });
    }
    named.push(namedNow());
    await session.writer.idle();
    disk = await readDisk(fixture);
  });

  const problems = async (): Promise<readonly string[]> => (await session.check()).problems.map((problem) => (problem.type === 'DatabaseDamaged' ? problem.page : problem.type));
  const pageAt = (key: string): StoredPage => {
    const found = disk.find(({ at }) => pageRefKey(at) === key);
    if (found === undefined) throw new Error(`no ${key}`);
    return found;
  };

  afterEach(() => putBack(fixture, disk));

  it('the head names the last of each and grows by none of them', () => {
    expect(named).toEqual([
      ['checkpoint/0', 'index/0', 'setting/0', 'table/1'],
      ['checkpoint/1', 'index/0', 'setting/0', `table/${EPOCHS}`],
    ]);
  });

  it('all of them are there, sealed under the newest keys', async () => {
    const notes = await session.writer.log.checkpoints();
    // One a session, and the newest in the head.
    expect(notes.ok && notes.value.length).toBe(SESSIONS + 1);
    const tables = await session.writer.log.tables();
    expect(tables).toEqual({ ok: true, value: Array.from({ length: EPOCHS }, (_, n) => fixture.table(n + 1, n + 1).note) });
    expect(disk.filter(({ at }) => ['table', 'checkpoint'].includes(at.kind)).map(({ row }) => row.epoch)).toEqual(Array.from({ length: EPOCHS + 2 }, () => EPOCHS));
    expect(await problems()).toEqual([]);
  });

  it.each(['own/table/1', 'own/table/3', `own/table/${EPOCHS}`, 'own/checkpoint/0', 'own/checkpoint/1'])('%s, damaged or gone, is found', async (key) => {
    const { at, row } = pageAt(key);
    await writeDisk(fixture, [{ at, row: { ...row, blob: row.blob.map((byte, n) => (n === 40 ? byte ^ 1 : byte)) } }]);
    expect(await problems()).toEqual([key]);
    await writeDisk(fixture, [], [at]);
    expect(await problems()).toEqual([key]);
    await writeDisk(fixture, [{ at, row }]);
    expect(await problems()).toEqual([]);
  });

  it.each([ownRef('table', EPOCHS + 1), ownRef('table', 0), ownRef('checkpoint', 2)])('one too many is found: $kind $no', async (at) => {
    await writeDisk(fixture, [{ at, row: pageAt('own/table/1').row }]);
    expect(await problems()).toEqual([pageRefKey(at)]);
  });

  it('a full page of another record, sealed with the very keys, is found by the page behind it', async () => {
    const { at, row } = pageAt('own/checkpoint/0');
    const other = new TextEncoder().encode(JSON.stringify({ page: ['own', 'checkpoint', 0], schema: 1, notes: Array.from({ length: 64 }, () => 'another') }));
    const sealed = await (await fixture.sealer(EPOCHS)).seal(at, row.rev, other);
    await writeDisk(fixture, [{ at, row: sealed }]);
    expect(await problems()).toEqual(['own/checkpoint/0']);
    await writeDisk(fixture, [{ at, row }]);
    const state = session.writer.book();
    const found = await checkStore({ store: session.store, sealer: await fixture.sealer(EPOCHS), state, sha256: fixture.platform.sha256 });
    expect(found.problems).toEqual([]);
  });
});
