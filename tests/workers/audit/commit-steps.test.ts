import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../src/core/domain/ids.ts';
import { ok } from '../../../src/core/domain/result.ts';
import { parseCheckpoint } from '../../../src/core/formats/log/checkpoint.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { reloadBook } from '../../../workers/vault/audit/commit.ts';
import { createLogWriter } from '../../../workers/vault/audit/log-writer.ts';
import type { Plan, Planner } from '../../../workers/vault/audit/plan.ts';
import type { NoteSigner } from '../../../workers/vault/audit/ports.ts';
import { emptyBookChange } from '../../../workers/vault/audit/seal-book.ts';
import { createSlotKeeper } from '../../../workers/vault/audit/slot-keeper.ts';
import { createWriter } from '../../../workers/vault/audit/vault-writer.ts';
import type { VaultWriter } from '../../../workers/vault/audit/writer.ts';
import type { PageStore, WriteOutcome } from '../../../workers/vault/storage/page-store.ts';
import { readDisk } from '../../support/vault-fixture-disk.ts';
import { entry, planCreate, planEntry, planRemove } from '../../support/vault-fixture-plans.ts';
import type { Session, VaultFixture } from '../../support/vault-fixture.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

const planOf =
  (plan: Plan): Planner<string> =>
  () =>
    Promise.resolve(ok({ plan, value: 'value' }));

const start = async (): Promise<{ readonly fixture: VaultFixture; readonly session: Session }> => {
  const fixture = await createVaultFixture();
  const session = await fixture.createStore();
  await session.writer.commit(planCreate(fixture));
  return { fixture, session };
};

/** Sizes that the kept checkpoints state, the head's at the end. */
const keptSizes = async (writer: VaultWriter): Promise<readonly number[]> => {
  const notes = await writer.log.checkpoints();
  if (!notes.ok) throw new Error(notes.error.type);
  return notes.value.map((note) => {
    const parsed = parseSignedNote(note);
    const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
    return checkpoint.ok ? checkpoint.value.size : -1;
  });
};

const epochsOf = async (fixture: VaultFixture): Promise<readonly number[]> => {
  const found = await (await fixture.keyrings()).read();
  return found.ok ? found.value.keyring.epochs.map(({ epoch }) => epoch) : [];
};

describe('a plan', () => {
  it('that changes nothing succeeds, and nothing is sealed, signed or written', async () => {
    const { fixture, session } = await start();
    const disk = await readDisk(fixture);
    const told = fixture.events.length;
    fixture.faults.journal();
    for (const plan of [{ entries: [] }, { entries: [], pages: [], closed: [] }]) {
      expect(await session.writer.commit(planOf(plan))).toEqual(ok({ value: 'value', firstSeq: 1, size: 1, time: expect.any(Number), settled: true }));
    }
    expect(fixture.faults.journal()).toEqual([]);
    expect(fixture.events).toHaveLength(told);
    expect(await readDisk(fixture)).toEqual(disk);
  });

  it.each<[string, Partial<Plan>]>([
    ['persons', { book: emptyBookChange }],
    ['a table', { table: { version: 2, hash: 'A'.repeat(43), note: '' } }],
    ['a setting', { pages: [{ ref: { book: 'own', kind: 'setting', no: 0 }, content: {} }] }],
    ['a closed log', { closed: [{ logId: '', lines: [], checkpoints: [], attached: [] }] }],
  ])('that changes %s without an entry is a defect, and nothing is written', async (_name, change) => {
    const { fixture, session } = await start();
    const disk = await readDisk(fixture);
    await expect(session.writer.commit(planOf({ entries: [], ...change }))).rejects.toThrow('nothing changes without an entry');
    expect(await readDisk(fixture)).toEqual(disk);
  });
});

describe('the checkpoint of the head is kept', () => {
  it('before another key of the same member signs, once', async () => {
    const { fixture, session } = await start();
    await session.writer.commit(planEntry('use'));
    expect(await keptSizes(session.writer)).toEqual([2]);
    const renewed: NoteSigner = { ...fixture.signer };
    await session.writer.commit(planOf({ entries: [entry('use')], signer: renewed }));
    expect(await keptSizes(session.writer)).toEqual([2, 3]);
    await session.writer.commit(planEntry('use'));
    expect(await keptSizes(session.writer)).toEqual([2, 4]);
  });

  it('before a member goes on behind what another has written meanwhile', async () => {
    const { fixture, session } = await start();
    await session.writer.commit(planEntry('use'));
    const other = await fixture.reopen({ ignoreMark: true });
    const signer: NoteSigner = { memberId: fixture.storeId as string as MemberId, sign: fixture.signer.sign };
    const second = createWriter({ ...(await fixture.writerParts()), store: other.store, state: other.writer.book(), sealer: other.sealer, signer });
    await second.commit(planEntry('use'));
    expect(await keptSizes(second)).toEqual([2, 3]);
    // Finds the other's entries, reads the book anew, and plans again.
    expect(await session.writer.commit(planEntry('use'))).toMatchObject({ ok: true, value: { firstSeq: 3 } });
    expect(await keptSizes(session.writer)).toEqual([2, 3, 4]);
  });
});

describe('a commit that changes ways in', () => {
  const withStore = async (change: (store: PageStore) => Partial<PageStore>) => {
    const { fixture, session } = await start();
    const store = { ...session.store, ...change(session.store) };
    const writer = createWriter({ ...(await fixture.writerParts()), store, state: session.writer.book(), sealer: session.sealer });
    const step = { before: fixture.keyring(1), both: fixture.keyring(1, 2), next: fixture.keyring(2) };
    return { fixture, writer, step };
  };
  const answering = (outcome: WriteOutcome) => () => ({ write: () => Promise.resolve(outcome) });
  const failure = { type: 'StorageFailed', name: 'UnknownError' } as const;

  it('leaves only what comes after it', async () => {
    const { fixture, writer, step } = await withStore(() => ({}));
    expect(await writer.commitWithKeyring(planEntry('use'), step)).toMatchObject({ ok: true, value: { settled: true } });
    expect(await epochsOf(fixture)).toEqual([2]);
  });

  it('has both ways in the slots while the database is written', async () => {
    const seen: (readonly number[])[] = [];
    const { fixture, writer, step } = await withStore((store) => ({
      write: async (write) => {
        seen.push(await epochsOf(fixture));
        return store.write(write);
      },
    }));
    await writer.commitWithKeyring(planEntry('use'), step);
    expect(seen).toEqual([[1, 2]]);
  });

  it('leaves the slots alone when its plan changes nothing', async () => {
    const { fixture, writer, step } = await withStore(() => ({}));
    expect(await writer.commitWithKeyring(planOf({ entries: [] }), step)).toMatchObject({ ok: true });
    expect(await epochsOf(fixture)).toEqual([1]);
  });

  it('puts back what was before it when nothing was stored: refused, or another writer was faster', async () => {
    const refused = await withStore(answering({ type: 'failed', error: failure }));
    expect(await refused.writer.commitWithKeyring(planEntry('use'), refused.step)).toEqual({ ok: false, error: failure });
    expect(await epochsOf(refused.fixture)).toEqual([1]);
    const late = await withStore(answering({ type: 'conflict' }));
    expect(await late.writer.commitWithKeyring(planEntry('use'), late.step)).toEqual({ ok: false, error: { type: 'ChangedMeanwhile' } });
    expect(await epochsOf(late.fixture)).toEqual([1]);
  });

  it('leaves both when nobody knows what is stored', async () => {
    const { fixture, writer, step } = await withStore(answering({ type: 'unknown', error: failure }));
    expect(await writer.commitWithKeyring(planEntry('use'), step)).toEqual({ ok: false, error: { type: 'Halted' } });
    expect(await epochsOf(fixture)).toEqual([1, 2]);
  });
});

describe('a book that is read anew', () => {
  it('is opened with the keys of the epoch that it is in, and with no others', async () => {
    const { fixture, session } = await start();
    const rotated = await session.writer.rotate({
      planner: planRemove(fixture, [], 2),
      keyring: { before: fixture.keyring(1), both: fixture.keyring(1, 2), next: fixture.keyring(2) },
      sealer: await fixture.sealer(2),
      renewed: ['profile', 'number', 'note'],
    });
    expect(rotated).toMatchObject({ ok: true });
    const [first, second] = [await fixture.sealer(1), await fixture.sealer(2)];
    const deps = { store: session.store, platform: fixture.platform, slots: createSlotKeeper(await fixture.keyrings(), () => undefined), appendLog: createLogWriter(fixture.platform) };
    const reloaded = await reloadBook(deps, [first, second]);
    expect(reloaded.ok && reloaded.value.sealer).toBe(second);
    expect(reloaded.ok && reloaded.value.state.head).toEqual(session.writer.book().head);
    // The log key is the same in both: the head would open with the old ones too.
    expect(await reloadBook(deps, [first])).toEqual({ ok: false, error: { type: 'DatabaseDamaged', page: 'own/head/0' } });
  });
});
