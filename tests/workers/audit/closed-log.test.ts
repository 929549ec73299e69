import { beforeAll, describe, expect, it } from 'vitest';
import type { StoreId } from '../../../src/core/domain/ids.ts';
import { ok } from '../../../src/core/domain/result.ts';
import { encodeCheckpoint } from '../../../src/core/formats/log/checkpoint.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import { attachedNo, closedHeadRef } from '../../../workers/vault/book/layout.ts';
import type { ClosedLogDraft } from '../../../workers/vault/audit/plan.ts';
import type { SealedClosedLog } from '../../../workers/vault/audit/seal-closed-log.ts';
import { sealClosedLog } from '../../../workers/vault/audit/seal-closed-log.ts';
import { closedLogOf, planRestore } from '../../support/vault-fixture-closed.ts';
import { readDisk, writeDisk } from '../../support/vault-fixture-disk.ts';
import { entry, planCreate, planEntry } from '../../support/vault-fixture-plans.ts';
import type { Session, VaultFixture } from '../../support/vault-fixture.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

/** 130 entries: a full page and one of two. The last attaches a list of two pages. */
const SIZE = 130;
const subjects = Array.from({ length: 900 }, (_, n) => `person-${n}`);

describe('a log of an earlier installation', () => {
  let draft: ClosedLogDraft;
  let fixture: VaultFixture;
  let session: Session;

  beforeAll(async () => {
    const old = await createVaultFixture();
    const before = await old.createStore();
    await before.writer.commit(planCreate(old));
    await before.writer.commit(() => Promise.resolve(ok({ plan: { entries: Array.from({ length: SIZE - 2 }, (_, n) => entry('use', { codes: [`n-${n}`] })) }, value: null })));
    await before.writer.commit(planEntry('copy-made', { attach: [{ kind: 'list', content: { subjects } }] }));
    await before.writer.idle();
    before.store.close();
    draft = await closedLogOf(old);
    fixture = await createVaultFixture(old, old.vaultId);
    session = await fixture.createStore();
    // Two of them: what is true of one alone may be true by chance.
    const earlier = await createVaultFixture(old, old.vaultId);
    const other = await earlier.createStore();
    await other.writer.commit(planCreate(earlier));
    await other.writer.idle();
    other.store.close();
    expect(await session.writer.commit(planRestore(fixture, [await closedLogOf(earlier), draft]))).toMatchObject({ ok: true });
  });

  const problemsOf = async (target = session): Promise<readonly string[]> =>
    (await target.check()).problems.map((problem) => (problem.type === 'DatabaseDamaged' ? problem.page : problem.type));

  it('lies in a book of its own, page after page, in the order in which logs were taken over', async () => {
    expect(session.writer.log.closed().map(({ book, logId, size }) => ({ book, logId, size }))).toEqual([
      { book: 'log-1', logId: expect.any(String), size: 1 },
      { book: 'log-2', logId: draft.logId, size: SIZE },
    ]);
    const list = attachedNo(SIZE - 1, 0, 0);
    const places = (await readDisk(fixture)).map(({ at }) => pageRefKey(at)).filter((key) => key.startsWith('log-'));
    expect(places.toSorted()).toEqual(['log-1/log/0', `log-2/list/${list}`, `log-2/list/${list + 1}`, 'log-2/log/0', 'log-2/log/1']);
    expect(await session.check()).toMatchObject({ problems: [], entries: 1 });
  });

  it('is read like the own one, entries and what they attach', async () => {
    const [, closed] = session.writer.log.closed();
    const { log } = session.writer;
    expect(await log.readLines(0, 1_000, closed)).toEqual(ok({ first: 0, lines: draft.lines }));
    expect(await log.readLines(-3, 2, closed)).toEqual(ok({ first: 0, lines: draft.lines.slice(0, 2) }));
    expect(await log.readLines(127, 129, closed)).toEqual(ok({ first: 127, lines: draft.lines.slice(127, 129) }));
    expect(await log.readLines(SIZE, SIZE + 1, closed)).toEqual(ok({ first: SIZE, lines: [] }));
    expect(await log.readAttached(SIZE - 1, 0, closed)).toEqual(ok({ subjects }));
    const stretches: (readonly [number, number])[] = [];
    expect(await log.eachStretch(({ first, lines }) => stretches.push([first, lines.length]), closed)).toEqual(ok(null));
    expect(stretches).toEqual([[0, 128], [128, 2]]);
  });

  it('damaged, gone, or with a page too many is found by the check', async () => {
    const disk = await readDisk(fixture);
    const pageAt = (key: string) => disk.find(({ at }) => pageRefKey(at) === key)!;
    const list = `log-2/list/${attachedNo(SIZE - 1, 0, 1)}`;
    for (const key of ['log-1/log/0', 'log-2/log/0', 'log-2/log/1', list, 'own/head/1', 'own/head/2']) {
      const { at, row } = pageAt(key);
      await writeDisk(fixture, [{ at, row: { ...row, blob: row.blob.map((byte, n) => (n === 40 ? byte ^ 1 : byte)) } }]);
      expect(await problemsOf(), `damaged ${key}`).toContain(key);
      await writeDisk(fixture, [], [at]);
      expect(await problemsOf(), `gone ${key}`).toContain(key);
      await writeDisk(fixture, [pageAt(key)]);
    }
    const { at, row } = pageAt('log-2/log/1');
    for (const planted of [{ ...at, no: 2 }, { ...at, book: 'log-1' }, { ...at, book: 'log-3' }]) {
      await writeDisk(fixture, [{ at: planted, row }]);
      expect(await problemsOf(), pageRefKey(planted)).toEqual([pageRefKey(planted)]);
      await writeDisk(fixture, [], [planted]);
    }
    expect(await problemsOf()).toEqual([]);
    await writeDisk(fixture, [{ at: closedHeadRef(3), row: pageAt('own/head/2').row }]);
    expect(await problemsOf()).toContain('own/head/3');
    await writeDisk(fixture, [], [closedHeadRef(3)]);
  });

  it('is sealed with the hash that its last checkpoint states, each page new', async () => {
    const sealed: SealedClosedLog = await sealClosedLog(session.sealer, draft, 7);
    const { root } = session.writer.log.closed()[1]!;
    expect(sealed.log).toEqual({ logId: draft.logId, book: 'log-7', size: SIZE, root, checkpoint: draft.checkpoints.at(-1), unknown: {} });
    expect(sealed.puts.map(({ row }) => row.rev)).toEqual([1, 1, 1, 1, 1]);
  });

  it('ends with a full page when its entries do', async () => {
    const text = encodeCheckpoint({ vaultId: fixture.vaultId, logId: draft.logId as StoreId, size: 128, root: new Uint8Array(32) });
    const { puts } = await sealClosedLog(session.sealer, { ...draft, lines: draft.lines.slice(0, 128), checkpoints: [await fixture.signer.sign(text)], attached: [] }, 1);
    expect(puts.map(({ at }) => pageRefKey(at))).toEqual(['log-1/log/0', 'own/head/1']);
  });

  it('is refused as a defect unless its last checkpoint covers all of it, and is its own', async () => {
    const { lines, checkpoints } = draft;
    for (const change of [
      { lines: lines.slice(1) },
      { lines: [...lines, lines[0]!] },
      { checkpoints: [] },
      { checkpoints: ['no note'] },
      { checkpoints: [...checkpoints, 'a text\n\n— name AAAAAAA=\n'] },
      { logId: fixture.storeId },
      { logId: 'x' },
    ]) {
      await expect(sealClosedLog(session.sealer, { ...draft, ...change }, 1), Object.keys(change).join()).rejects.toThrow('must cover all of it');
    }
  });
});
