import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import type { KeyName } from '../../../src/core/formats/key-name.ts';
import { checkStore } from '../../../workers/vault/audit/check-store.ts';
import { createWriter } from '../../../workers/vault/audit/vault-writer.ts';
import type { KeyringCommitted } from '../../../workers/vault/audit/writer.ts';
import type { PageStore } from '../../../workers/vault/storage/page-store.ts';
import { IDB_ERRORS, runFaultTable } from '../../support/failing-store-table.ts';
import type { Session, VaultFixture } from '../../support/vault-fixture.ts';
import { readDisk, writeDisk } from '../../support/vault-fixture-disk.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';
import { entry, individualNumber, personId, planCreate, planEntry, planRegister, planRemove, planRename } from '../../support/vault-fixture-plans.ts';

const RENEWED: readonly KeyName[] = ['profile', 'number', 'note'];

const rotate = async (fixture: VaultFixture, session: Session, remove: readonly number[], renewed = RENEWED): Promise<Result<KeyringCommitted<null>, VaultError>> => {
  const now = session.writer.book().head.epoch;
  return session.writer.rotate({
    planner: planRemove(fixture, remove, now + 1),
    keyring: { before: fixture.keyring(now), both: fixture.keyring(now, now + 1), next: fixture.keyring(now + 1) },
    sealer: await fixture.sealer(now + 1),
    renewed,
  });
};

const slotsOpen = async (fixture: VaultFixture): Promise<{ readonly epochs: readonly number[]; readonly twin: boolean }> => {
  const found = await (await fixture.keyrings()).read();
  if (!found.ok) throw new Error(found.error.type);
  return { epochs: found.value.keyring.epochs.map(({ epoch }) => epoch), twin: found.value.twin };
};

const start = async (): Promise<VaultFixture> => {
  const fixture = await createVaultFixture();
  const session = await fixture.createStore();
  await session.writer.commit(planCreate(fixture));
  await session.writer.commit(planRegister(Array.from({ length: 20 }, (_, n) => n)));
  await session.writer.commit(planRegister([40], false, { kind: 'dependant', parentId: personId(3) }));
  await session.writer.commit(planEntry('use', { attach: [{ kind: 'attach', content: { reason: 'secret' } }, { kind: 'list', content: { subjects: ['a'] } }] }));
  await session.writer.idle();
  session.store.close();
  return fixture;
};

describe('rotation', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });

  it('leaves nothing under the old keys but the log', async () => {
    const fixture = await start();
    const session = await fixture.reopen();
    const rotated = await rotate(fixture, session, [3, 17]);
    expect(rotated).toMatchObject({ ok: true, value: { settled: true } });
    expect(await slotsOpen(fixture)).toEqual({ epochs: [2], twin: true });
    expect(fixture.events.some((event) => event.type === 'progress')).toBe(true);

    const again = await fixture.reopen();
    expect(await again.check()).toMatchObject({ problems: [], persons: 19, numbers: 18 });
    expect(again.writer.persons.get(personId(3))).toBeNull();
    // Who hung on the removed stays, hanging on nobody.
    expect(again.writer.persons.get(personId(40))?.parentId).toBeNull();
    const orphan = await again.writer.pages.readPerson(personId(40));
    expect(orphan.ok && orphan.value?.fields.parentId).toBeNull();
    const attached = await again.writer.log.readAttached(again.writer.log.size() - 4, 0);
    expect(attached).toEqual({ ok: true, value: { reason: 'secret' } });

    const old = await fixture.sealer(1);
    const listed = await again.store.list();
    if (!listed.ok) throw new Error('list');
    const rows = await again.store.read(listed.value.refs);
    if (!rows.ok) throw new Error('read');
    const opened = await Promise.all(listed.value.refs.map(async (ref, at) => ((await old.open(ref, rows.value[at]!)) === null ? null : ref.kind)));
    expect(new Set(opened.filter((kind) => kind !== null))).toEqual(new Set(['head', 'tail', 'setting', 'table', 'checkpoint', 'list']));
  });

  it('with the log key renewed leaves nothing at all', async () => {
    const fixture = await start();
    const session = await fixture.reopen();
    await session.writer.commit(() => Promise.resolve({ ok: true, value: { plan: { entries: Array.from({ length: 200 }, () => entry('use')) }, value: null } }));
    const fresh = await createVaultFixture(fixture);
    // A sealer of the next epoch whose log key is another one too.
    const next = { ...(await fresh.sealer(2)), vaultId: fixture.vaultId, storeId: fixture.storeId };
    const rotated = await session.writer.rotate({
      planner: planRemove(fixture, [1], 2),
      keyring: { before: fixture.keyring(1), both: fixture.keyring(1, 2), next: fixture.keyring(2) },
      sealer: next,
      renewed: ['profile', 'number', 'log', 'note'],
    });
    expect(rotated).toMatchObject({ ok: true, value: { settled: true } });
    const old = await fixture.sealer(1);
    const listed = await session.store.list();
    if (!listed.ok) throw new Error('list');
    const rows = await session.store.read(listed.value.refs);
    if (!rows.ok) throw new Error('read');
    const opened = await Promise.all(listed.value.refs.map(async (ref, at) => ((await old.open(ref, rows.value[at]!)) === null ? null : ref)));
    expect(opened.filter((ref) => ref !== null)).toEqual([]);
  });

  it('with the log key renewed, as the first commit of a session, keeps each checkpoint once', async () => {
    const fixture = await start();
    for (let n = 0; n < 3; n += 1) {
      const session = await fixture.reopen();
      await session.writer.commit(planEntry('unlock'));
      await session.writer.idle();
      session.store.close();
    }
    const session = await fixture.reopen();
    const before = await session.writer.log.checkpoints();
    const fresh = await createVaultFixture(fixture, fixture.vaultId);
    const sealer = { ...(await fresh.sealerElsewhere(2, fixture.storeId)), vaultId: fixture.vaultId };
    const rotated = await session.writer.rotate({
      planner: planRemove(fixture, [1], 2),
      keyring: { before: fixture.keyring(1), both: fixture.keyring(1, 2), next: fixture.keyring(2) },
      sealer,
      renewed: ['profile', 'number', 'log', 'note'],
    });
    expect(rotated).toMatchObject({ ok: true, value: { settled: true } });
    const after = await session.writer.log.checkpoints();
    expect(after.ok && after.value.slice(0, -1)).toEqual(before.ok && before.value);
    const checked = await checkStore({ store: session.store, sealer, state: session.writer.book(), sha256: fixture.platform.sha256 });
    expect(checked.problems).toEqual([]);
  });

  it('goes on after a rotation in the same session', async () => {
    const fixture = await start();
    const session = await fixture.reopen();
    for (const n of [5, 6, 7]) expect(await rotate(fixture, session, [n])).toMatchObject({ ok: true });
    expect(await session.writer.commit(planRegister([100]))).toMatchObject({ ok: true });
    const again = await fixture.reopen();
    expect(again.writer.book().head.epoch).toBe(4);
    expect((await again.check()).problems).toEqual([]);
  });

  it('refuses to seal a damaged page into the new epoch', async () => {
    const fixture = await start();
    const session = await fixture.reopen();
    const rows = await session.store.read([{ book: 'own', kind: 'number', no: 1 }]);
    const row = rows.ok ? rows.value[0]! : null;
    const head = session.writer.book().headRow;
    row!.blob[60]! ^= 1;
    await session.store.write({ expect: { at: { book: 'own', kind: 'head', no: 0 }, row: head }, puts: [{ at: { book: 'own', kind: 'number', no: 1 }, row: row! }], deletes: [] });
    expect(await rotate(fixture, session, [1])).toEqual({ ok: false, error: { type: 'DatabaseDamaged', page: 'own/number/1' } });
    expect(await slotsOpen(fixture)).toEqual({ epochs: [1], twin: true });
  });

  it('refuses to seal an older page, which still opens, into the new epoch', async () => {
    const fixture = await start();
    const before = await readDisk(fixture);
    const session = await fixture.reopen();
    await session.writer.commit(planRename(2, '改名'));
    await writeDisk(fixture, before.filter(({ at }) => at.kind === 'person' && at.no === 0));
    expect(await rotate(fixture, session, [18])).toEqual({ ok: false, error: { type: 'DatabaseDamaged', page: 'own/person/0' } });
    expect(session.writer.book().head.epoch).toBe(1);
  });

  it('keeps the old keys when what was written does not open, and halts', async () => {
    const fixture = await start();
    const opened = await fixture.reopen();
    const failing: PageStore = {
      ...opened.store,
      reopen: async () => {
        const page = (await readDisk(fixture)).find(({ at }) => at.kind === 'number')!;
        await writeDisk(fixture, [{ at: page.at, row: { ...page.row, blob: page.row.blob.map((byte, n) => (n === 50 ? byte ^ 1 : byte)) } }]);
        return opened.store.reopen();
      },
    };
    const session = { ...opened, writer: createWriter({ ...(await fixture.writerParts()), store: failing, state: opened.writer.book(), sealer: opened.sealer }) };
    // It is stored, and who asked hears so; only the old keys stay.
    expect(await rotate(fixture, session, [1])).toMatchObject({ ok: true, value: { settled: false } });
    expect(session.writer.isHalted()).toBe(true);
    expect(await slotsOpen(fixture)).toEqual({ epochs: [1, 2], twin: true });
    expect(await session.writer.commit(planEntry('use'))).toEqual({ ok: false, error: { type: 'Halted' } });
    // Reading goes on, in the epoch the database is in.
    expect(await session.writer.pages.readPerson(personId(2))).toMatchObject({ ok: true });
  });

  it('drops a draft, which holds what was typed of a person', async () => {
    const fixture = await start();
    const session = await fixture.reopen();
    const draft = { book: 'own', kind: 'draft', no: 0 } as const;
    const row = await session.sealer.seal(draft, 1, new TextEncoder().encode('{}'));
    await session.store.write({ expect: { at: { book: 'own', kind: 'head', no: 0 }, row: session.writer.book().headRow }, puts: [{ at: draft, row }], deletes: [] });
    await rotate(fixture, session, [1]);
    expect(await session.store.read([draft])).toEqual({ ok: true, value: [null] });
  });
});

describe('a rotation interrupted at every step (A27)', { timeout: 300_000 }, () => {
  const table = (fixture: VaultFixture) => ({
    prepare: (session: Session, turn: number) => session.writer.commit(planRegister([turn + 1000])),
    run: (session: Session, turn: number) => rotate(fixture, session, [turn + 1000]),
    isDone: (session: Session, turn: number) => Promise.resolve(session.writer.persons.get(personId(turn + 1000)) === null),
    afterReopen: async (session: Session, result: Result<unknown, VaultError>, where: string) => {
      const { epoch } = session.writer.book().head;
      const slots = await slotsOpen(fixture);
      // The epoch of the database must open, whatever else may.
      expect(slots.epochs, where).toContain(epoch);
      const committed = result.ok ? (result.value as KeyringCommitted<null>) : null;
      if (committed?.settled === true) expect(slots, where).toEqual({ epochs: [epoch], twin: true });
      const numbers = await session.writer.pages.readNumbers(personId(7));
      expect(numbers.ok && numbers.value[0]?.value, where).toBe(individualNumber(7));
      // What an unlock does: every epoch but the database's goes.
      const written = await (await fixture.keyrings()).write(fixture.keyring(epoch));
      expect(written.ok, where).toBe(true);
    },
  });

  it('by the files of the keyring', async () => {
    const fixture = await start();
    await runFaultTable(fixture, { ...table(fixture), sites: (site) => site.startsWith('opfs.'), ways: ['lost', 'reported', 'torn'], errors: ['NoModificationAllowedError'], sticky: [false, true] });
    expect(fixture.faults.sitesSeen).toContain('opfs.write');
  });

  it('by the database', async () => {
    const fixture = await start();
    const commits = { sites: (site: string) => site === 'idb.commit', ways: ['lost', 'reported'] as const, errors: IDB_ERRORS, sticky: [false] };
    await runFaultTable(fixture, { ...table(fixture), ...commits });
    // A request that fails rolls its transaction back, whatever it failed of: one kind, at every request.
    const writes = { sites: (site: string) => site === 'idb.write', ways: ['lost'] as const };
    await runFaultTable(fixture, { ...table(fixture), ...writes, errors: ['AbortError'], sticky: [false] });
    const gone = await runFaultTable(fixture, { ...table(fixture), ...writes, errors: ['QuotaExceededError'], sticky: [true] });
    // Nothing can be written, but the engine still says what is there: refused, not halted.
    expect(gone.halts).toBe(0);
  });

  it('by a connection that is lost', async () => {
    const fixture = await start();
    const sites = (site: string): boolean => site === 'idb.transaction' || site === 'idb.open';
    await runFaultTable(fixture, { ...table(fixture), sites, ways: ['lost'], errors: ['InvalidStateError'], sticky: [false] });
    const gone = await runFaultTable(fixture, { ...table(fixture), sites, ways: ['lost'], errors: ['UnknownError'], sticky: [true] });
    expect(gone.halts).toBeGreaterThan(0);
  });

  it('by cryptography', async () => {
    const fixture = await start();
    await runFaultTable(fixture, { ...table(fixture), sites: (site) => site === 'crypto.sign' || site === 'crypto.seal', ways: ['lost'], errors: ['OperationError'], sticky: [false] });
    expect(fixture.faults.sitesSeen).toContain('crypto.seal');
  });
});
