import { describe, expect, it } from 'vitest';
import { parseCheckpoint } from '../../../src/core/formats/log/checkpoint.ts';
import { MAX_BLOB_BYTES } from '../../../src/core/formats/limits.ts';
import { MAX_ENTRY_BYTES } from '../../../src/core/formats/log/log-consts.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import type { MemberId } from '../../../src/core/domain/ids.ts';
import { ok } from '../../../src/core/domain/result.ts';
import type { Planner } from '../../../workers/vault/audit/plan.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { closedLogOf, planRestore } from '../../support/vault-fixture-closed.ts';
import { readDisk } from '../../support/vault-fixture-disk.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';
import { entry, planCreate, planEntry } from '../../support/vault-fixture-plans.ts';

const sizeOf = (note: string): number => {
  const parsed = parseSignedNote(note);
  const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
  return checkpoint.ok ? checkpoint.value.size : -1;
};

const planMany = (count: number, code: string): Planner<null> => () =>
  Promise.resolve(ok({ plan: { entries: Array.from({ length: count }, (_, n) => entry('use', { codes: [`${code}-${n}`] })) }, value: null }));

describe('log', { timeout: 60_000 }, () => {
  it('any stretch read back is what was written, whatever the commits were', async () => {
    const random = createSeededRandom(3);
    const fixture = await createVaultFixture();
    let session = await fixture.createStore();
    await session.writer.commit(planCreate(fixture));
    const codes = ['create'];
    for (let turn = 0; turn < 40; turn += 1) {
      const count = random.pick([1, 2, 15, 16, 17, 127, 128, 129]);
      await session.writer.commit(planMany(count, `t${turn}`));
      for (let n = 0; n < count; n += 1) codes.push(`t${turn}-${n}`);
      if (turn % 8 === 7) {
        await session.writer.idle();
        session.store.close();
        session = await fixture.reopen();
      }
      for (let n = 0; n < 5; n += 1) {
        const from = random.below(codes.length + 3);
        const to = from + random.below(300);
        const read = await session.writer.log.readLines(from, to);
        const found = read.ok ? read.value.lines.map((line) => JSON.parse(line) as unknown[]) : [];
        expect(found.map((line) => (line[8] === 'create' ? 'create' : (line[10] as string[])[0]))).toEqual(codes.slice(from, to));
        expect(found.map((line) => line[3])).toEqual(codes.slice(from, to).map((_, at) => from + at));
      }
    }
    const stretches: number[] = [];
    await session.writer.log.eachStretch(({ first, lines }) => stretches.push(first, lines.length));
    expect(stretches.filter((_, at) => at % 2 === 1).reduce((sum, length) => sum + length, 0)).toBe(codes.length);
    expect((await session.check()).problems).toEqual([]);
  });

  it('128 entries as long as allowed stay below the size of a blob', async () => {
    const fixture = await createVaultFixture();
    const session = await fixture.createStore();
    await session.writer.commit(planCreate(fixture));
    const pad = (n: number): string => `${'x'.repeat(222)}-${n}`;
    const long: Planner<null> = () => Promise.resolve(ok({ plan: { entries: Array.from({ length: 127 }, (_, n) => entry('use', { codes: [pad(n)], subjectId: fixture.storeId })) }, value: null }));
    await session.writer.commit(long);
    const lines = await session.writer.log.readLines(1, 128);
    expect(lines.ok && Math.max(...lines.value.lines.map((line) => line.length))).toBeGreaterThan(MAX_ENTRY_BYTES - 20);
    const [page] = (await readDisk(fixture)).filter(({ at }) => at.kind === 'log');
    expect(page!.row.blob.length).toBeLessThanOrEqual(MAX_BLOB_BYTES);
    expect(page!.row.blob.length).toBeGreaterThan(40_000);
  });

  it('each commit signs the head; the last checkpoint of each session and of each run is kept', async () => {
    const fixture = await createVaultFixture();
    const first = await fixture.createStore();
    await first.writer.commit(planCreate(fixture));
    await first.writer.commit(planEntry('use'));
    await first.writer.commit(planEntry('lock'));
    const sizes = async (session = first) => {
      const notes = await session.writer.log.checkpoints();
      return notes.ok ? notes.value.map(sizeOf) : [];
    };
    expect(await sizes()).toEqual([3]);
    await first.writer.idle();
    first.store.close();
    const second = await fixture.reopen();
    await second.writer.commit(planEntry('unlock'));
    await second.writer.commit(planEntry('use'));
    expect(await sizes(second)).toEqual([3, 5]);
    // Another member acts: what was before is vouched for by who made it.
    second.writer.actAs({ memberId: fixture.storeId as string as MemberId, sign: fixture.signer.sign });
    await second.writer.commit(planEntry('use'));
    await second.writer.commit(planEntry('use'));
    expect(await sizes(second)).toEqual([3, 5, 7]);
    second.writer.actAs(fixture.signer);
    await second.writer.commit(planEntry('use'));
    expect(await sizes(second)).toEqual([3, 5, 7, 8]);
    expect((await second.check()).problems).toEqual([]);
  });

  it('kept checkpoints fill page after page', async () => {
    const fixture = await createVaultFixture();
    const first = await fixture.createStore();
    await first.writer.commit(planCreate(fixture));
    await first.writer.idle();
    first.store.close();
    for (let n = 0; n < 130; n += 1) {
      const session = await fixture.reopen();
      await session.writer.commit(planEntry('unlock'));
      await session.writer.idle();
      session.store.close();
    }
    const session = await fixture.reopen();
    const notes = await session.writer.log.checkpoints();
    expect(notes.ok && notes.value.map(sizeOf)).toEqual(Array.from({ length: 131 }, (_, n) => n + 1));
    expect((await readDisk(fixture)).filter(({ at }) => at.kind === 'checkpoint').map(({ at }) => at.no)).toEqual([0, 1, 2]);
  });

  it('attached text of any length comes back, and only with its entry', async () => {
    const fixture = await createVaultFixture();
    const session = await fixture.createStore();
    await session.writer.commit(planCreate(fixture));
    const subjects = Array.from({ length: 9000 }, (_, n) => `person-${n}`);
    const note = { text: '𠮷野"\\'.repeat(9000) };
    await session.writer.commit(
      planEntry('copy-made', { attach: [{ kind: 'file', hash: 'A'.repeat(43) }, { kind: 'list', content: { subjects } }, { kind: 'attach', content: note }] }),
    );
    const again = await fixture.reopen();
    const { log } = again.writer;
    expect(await log.readAttached(1, 0)).toEqual({ ok: true, value: null });
    expect(await log.readAttached(1, 1)).toEqual({ ok: true, value: { subjects } });
    expect(await log.readAttached(1, 2)).toEqual({ ok: true, value: note });
    expect(await log.readAttached(0, 0)).toEqual({ ok: true, value: null });
    expect(await log.readAttached(9, 0)).toEqual({ ok: true, value: null });
    const pages = (await readDisk(fixture)).filter(({ at }) => at.kind === 'list' || at.kind === 'attach');
    expect(pages.length).toBeGreaterThan(5);
    expect(Math.max(...pages.map(({ row }) => row.blob.length))).toBeLessThanOrEqual(MAX_BLOB_BYTES);
    expect((await again.check()).problems).toEqual([]);
  });
});

describe('logs of earlier installations', () => {
  it('are kept whole, checked whole, and survive a rotation of every key', async () => {
    const old = await createVaultFixture();
    const before = await old.createStore();
    await before.writer.commit(planCreate(old));
    await before.writer.commit(planMany(200, 'old'));
    await before.writer.commit(planEntry('copy-made', { attach: [{ kind: 'list', content: { subjects: ['a'] } }] }));
    await before.writer.idle();
    before.store.close();
    const draft = await closedLogOf(old);

    // The same vault on a new device: another store, another log.
    const fixture = await createVaultFixture(old, old.vaultId);
    const session = await fixture.createStore();
    expect(await session.writer.commit(planRestore(fixture, [draft]))).toMatchObject({ ok: true });
    const again = await fixture.reopen();
    expect((await again.check()).problems).toEqual([]);
    const [closed] = again.writer.log.closed();
    expect(closed).toMatchObject({ logId: old.storeId, size: 202, book: 'log-1' });
    expect(await again.writer.log.readLines(120, 140, closed)).toEqual({ ok: true, value: { first: 120, lines: draft.lines.slice(120, 140) } });
    expect(await again.writer.log.readAttached(201, 0, closed)).toEqual({ ok: true, value: { subjects: ['a'] } });
    const notes = await again.writer.log.checkpoints();
    expect(notes.ok && notes.value.map(sizeOf)).toEqual([202, 1]);

    const rotated = await again.writer.rotate({
      planner: planEntry('rotate'),
      keyring: { before: fixture.keyring(1), both: fixture.keyring(1, 2), next: fixture.keyring(2) },
      sealer: { ...(await (await createVaultFixture(old, old.vaultId)).sealer(2)), storeId: fixture.storeId },
      renewed: ['profile', 'number', 'log', 'note'],
    });
    expect(rotated).toMatchObject({ ok: true, value: { settled: true } });
    expect(await again.writer.log.readLines(0, 3, closed)).toEqual({ ok: true, value: { first: 0, lines: draft.lines.slice(0, 3) } });
  });

  it('one whose last checkpoint does not cover it is a defect, and nothing is stored', async () => {
    const old = await createVaultFixture();
    const before = await old.createStore();
    await before.writer.commit(planCreate(old));
    await before.writer.idle();
    before.store.close();
    const draft = await closedLogOf(old);
    const fixture = await createVaultFixture(old, old.vaultId);
    const session = await fixture.createStore();
    const commit = session.writer.commit(() => Promise.resolve(ok({ plan: { entries: [entry('restore')], closed: [{ ...draft, lines: [] }] }, value: null })));
    await expect(commit).rejects.toThrow('closed log');
    expect(await readDisk(fixture).catch(() => 'nothing')).toBe('nothing');
  });
});
