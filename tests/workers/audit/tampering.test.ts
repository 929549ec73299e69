import { describe, expect, it } from 'vitest';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import { readBookRows } from '../../../workers/vault/audit/load-book.ts';
import { openBook } from '../../../workers/vault/audit/open.ts';
import type { IndexRow } from '../../../workers/vault/book/index-page.ts';
import type { PageRow, StoredPage } from '../../../workers/vault/storage/page-row.ts';
import { notice, putBack, readDisk, writeDisk } from '../../support/vault-fixture-disk.ts';
import type { VaultFixture } from '../../support/vault-fixture.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';
import { personId, planCreate, planEntry, planRegister, planRemove, planRename } from '../../support/vault-fixture-plans.ts';

const make = async (): Promise<VaultFixture> => {
  const fixture = await createVaultFixture();
  const first = await fixture.createStore();
  await first.writer.commit(planCreate(fixture));
  await first.writer.commit(planRegister(Array.from({ length: 20 }, (_, n) => n)));
  await first.writer.idle();
  first.store.close();
  // A second session: its first commit keeps the checkpoint of the first.
  const session = await fixture.reopen();
  await session.writer.commit(planEntry('use', { attach: [{ kind: 'attach', content: { a: 1 } }, { kind: 'list', content: { b: [1, 2] } }] }));
  await session.writer.commit(planEntry('lock'));
  await session.writer.idle();
  session.store.close();
  return fixture;
};

const rotateIt = async (fixture: VaultFixture): Promise<void> => {
  const session = await fixture.reopen();
  const rotated = await session.writer.rotate({
    planner: planRemove(fixture, [19], 2),
    keyring: { before: fixture.keyring(1), both: fixture.keyring(1, 2), next: fixture.keyring(2) },
    sealer: await fixture.sealer(2),
    renewed: ['profile', 'number', 'note'],
  });
  expect(rotated.ok).toBe(true);
  await session.writer.idle();
  session.store.close();
};

const SAMPLED_BITS = 6;

/** In salt, content and tag alike: evenly over the blob with its ends, each time another bit of a byte. */
const bitsOf = (bytes: number): readonly number[] =>
  Array.from({ length: SAMPLED_BITS }, (_, n) => Math.floor((n * (bytes - 1)) / (SAMPLED_BITS - 1)) * 8 + ((n * 3) % 8));

const withBit = (blob: PageRow['blob'], bit: number): PageRow['blob'] => blob.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << bit % 8) : byte));

describe('pages changed by somebody who has the disk', { timeout: 120_000 }, () => {
  it('an untouched store gives no alarm', async () => {
    const fixture = await make();
    const kinds = new Set((await readDisk(fixture)).map(({ at }) => at.kind));
    expect(kinds).toEqual(new Set(['head', 'index', 'person', 'number', 'tail', 'setting', 'table', 'checkpoint', 'attach', 'list']));
    expect(await notice(fixture)).toBeNull();
  });

  it('every pair of pages exchanged is noticed, rows or only their blobs (A3)', async () => {
    const fixture = await make();
    const disk = await readDisk(fixture);
    const missed: string[] = [];
    let pairs = 0;
    for (const [n, a] of disk.entries()) {
      for (const b of disk.slice(n + 1)) {
        const whole: readonly StoredPage[] = [{ at: a.at, row: b.row }, { at: b.at, row: a.row }];
        const blobs: readonly StoredPage[] = [{ at: a.at, row: { ...a.row, blob: b.row.blob } }, { at: b.at, row: { ...b.row, blob: a.row.blob } }];
        for (const change of [whole, blobs]) {
          pairs += 1;
          await writeDisk(fixture, change);
          if ((await notice(fixture)) === null) missed.push(`${pageRefKey(a.at)} <> ${pageRefKey(b.at)}`);
          await putBack(fixture, disk);
        }
      }
    }
    expect(missed).toEqual([]);
    expect(pairs).toBeGreaterThan(100);
  });

  it('one bit of a blob, a rev or an epoch beside the true one is noticed in every row (A4)', async () => {
    const fixture = await make();
    const disk = await readDisk(fixture);
    const missed: string[] = [];
    let tried = 0;
    const lay = async (change: StoredPage, what: string): Promise<void> => {
      tried += 1;
      await writeDisk(fixture, [change]);
      if ((await notice(fixture)) === null) missed.push(`${pageRefKey(change.at)} ${what}`);
      await writeDisk(fixture, [disk.find(({ at }) => pageRefKey(at) === pageRefKey(change.at))!]);
    };
    for (const { at, row } of disk) {
      for (const bit of bitsOf(row.blob.length)) await lay({ at, row: { ...row, blob: withBit(row.blob, bit) } }, `bit ${bit}`);
      for (const by of [-1, 1]) {
        await lay({ at, row: { ...row, rev: row.rev + by } }, `rev ${row.rev + by}`);
        await lay({ at, row: { ...row, epoch: row.epoch + by } }, `epoch ${row.epoch + by}`);
      }
    }
    expect(missed).toEqual([]);
    expect(tried).toBe(disk.length * (SAMPLED_BITS + 4));
    expect(await notice(fixture)).toBeNull();
  });

  it('a page of another store of the same vault, under the same keys, is noticed', async () => {
    const fixture = await make();
    const disk = await readDisk(fixture);
    const own = await fixture.sealer(1);
    const other = await fixture.sealerElsewhere(1, fixture.signer.memberId);
    for (const { at, row } of disk) {
      const plaintext = await own.open(at, row);
      const moved = await other.seal(at, row.rev, plaintext!);
      await writeDisk(fixture, [{ at, row: moved }]);
      expect(await notice(fixture), pageRefKey(at)).toBe('DatabaseDamaged');
      await putBack(fixture, disk);
    }
  });

  it('every page of an earlier epoch put back is noticed', async () => {
    const fixture = await make();
    const before = await readDisk(fixture);
    await rotateIt(fixture);
    const after = await readDisk(fixture);
    expect(await notice(fixture)).toBeNull();
    const untouched: string[] = [];
    for (const page of before) {
      const now = after.find(({ at }) => pageRefKey(at) === pageRefKey(page.at));
      if (now !== undefined && now.row.blob.every((byte, n) => byte === page.row.blob[n])) {
        untouched.push(page.at.kind);
        continue;
      }
      await writeDisk(fixture, [page]);
      expect(await notice(fixture), pageRefKey(page.at)).not.toBeNull();
      await putBack(fixture, after);
    }
    // Only what lies under the carried-over log key is the same row as before.
    expect(new Set(untouched)).toEqual(new Set(['setting', 'table', 'list', 'tail']));
    await putBack(fixture, before);
    expect(await notice(fixture)).toBe('DatabaseOlder');
    expect(await notice(fixture, { ignoreMark: true })).toBe('DatabaseOlder');
  });

  it('a planted epoch is noticed', async () => {
    const fixture = await make();
    const planted = await createVaultFixture(fixture);
    const disk = await readDisk(fixture);
    const head = disk.find(({ at }) => at.kind === 'head')!;
    const plaintext = await (await fixture.sealer(1)).open(head.at, head.row);
    for (const epoch of [1, 2, 7]) {
      const foreign = await planted.sealer(epoch);
      await writeDisk(fixture, [{ at: head.at, row: await foreign.seal(head.at, head.row.rev + 1, plaintext!) }]);
      expect(await notice(fixture), `epoch ${epoch}`).toBe('DatabaseDamaged');
      await writeDisk(fixture, [{ at: head.at, row: { ...head.row, epoch } }]);
      expect(await notice(fixture), `epoch ${epoch}`).toBe(epoch === 1 ? null : 'DatabaseDamaged');
      await putBack(fixture, disk);
    }
  });

  it('a table that gives the store another epoch, another hash or another version does not open it', async () => {
    const fixture = await make();
    const store = fixture.connect();
    await store.open();
    const open = (table: Parameters<typeof openBook>[0]['tables'][number]) =>
      Promise.all([fixture.sealer(1), readBookRows(store)]).then(([sealer, rows]) => openBook({ rows, sealers: [sealer], tables: [table], mark: null, sha256: fixture.platform.sha256 }));
    const good = fixture.table(1, 1);
    expect((await open(good)).ok).toBe(true);
    for (const bad of [{ ...good, epoch: 2 }, { ...good, version: 2 }, { ...good, hash: fixture.table(2, 1).hash }]) {
      expect(await open(bad)).toEqual({ ok: false, error: { type: 'DatabaseDamaged', page: 'own/head/0' } });
    }
  });

  it('rows and records that disagree are found by the full check', async () => {
    const fixture = await make();
    const session = await fixture.reopen();
    const { book } = session.writer;
    const [page] = [...book().index.values()];
    const wrong = (change: Partial<IndexRow>): readonly IndexRow[] => page!.rows.map((row, n) => (n === 3 ? { ...row, ...change } : row));
    for (const rows of [wrong({ hasNumber: false }), wrong({ name: 'somebody else' })]) {
      const plan = { entries: [{ action: 'change', subjectId: '', codes: [] }], book: { index: new Map([[0, { ...page!, rows }]]), persons: new Map(), numbers: new Map() } };
      await session.writer.commit(() => Promise.resolve({ ok: true, value: { plan, value: null } }));
      expect((await session.check()).problems).toHaveLength(1);
    }
  });

  it('pages added, and pages removed, are noticed', async () => {
    const fixture = await make();
    const disk = await readDisk(fixture);
    for (const { at, row } of disk) {
      const planted: PageRef = { ...at, no: at.no + 4096 };
      await writeDisk(fixture, [{ at: planted, row }]);
      expect(await notice(fixture), `added ${pageRefKey(planted)}`).not.toBeNull();
      // What an open book is made of is looked at when it is opened.
      if (at.kind === 'index' || at.kind === 'tail') expect((await fixture.tryOpen()).ok, `added ${pageRefKey(planted)}`).toBe(false);
      await putBack(fixture, disk);
      await writeDisk(fixture, [], [at]);
      // An attached page may have been removed on purpose: its entry still says that it was there.
      const expected = at.kind === 'head' ? 'DatabaseMissing' : 'DatabaseDamaged';
      if (at.kind !== 'attach' && at.kind !== 'list') expect(await notice(fixture), `removed ${pageRefKey(at)}`).toBe(expected);
      await putBack(fixture, disk);
    }
  });
});

describe('older states put back', { timeout: 120_000 }, () => {
  it('every older version of every page is noticed, also without a mark (A7)', async () => {
    const fixture = await make();
    const versions = new Map<string, StoredPage[]>();
    const remember = async (): Promise<readonly StoredPage[]> => {
      const disk = await readDisk(fixture);
      for (const page of disk) versions.set(pageRefKey(page.at), [...(versions.get(pageRefKey(page.at)) ?? []), page]);
      return disk;
    };
    for (let turn = 0; turn < 4; turn += 1) {
      await remember();
      const session = await fixture.reopen();
      await session.writer.commit(planRename(turn * 5, `改名${turn}`));
      await session.writer.commit(planRegister([100 + turn]));
      await session.writer.commit(() =>
        Promise.resolve({
          ok: true,
          value: {
            plan: { entries: [{ action: 'setting-changed', subjectId: '', codes: [] }], pages: [{ ref: { book: 'own', kind: 'setting', no: 0 } as const, content: { label: `${turn}` } }] },
            value: null,
          },
        }),
      );
      await session.writer.idle();
      session.store.close();
    }
    const now = await readDisk(fixture);
    let older = 0;
    for (const page of now) {
      for (const version of versions.get(pageRefKey(page.at)) ?? []) {
        if (version.row.blob.every((byte, n) => byte === page.row.blob[n])) continue;
        older += 1;
        await writeDisk(fixture, [version]);
        expect(await notice(fixture, { ignoreMark: true }), `${pageRefKey(page.at)} rev ${version.row.rev}`).toBe('DatabaseDamaged');
        await putBack(fixture, now);
      }
    }
    expect(older).toBeGreaterThan(20);
    expect(await notice(fixture)).toBeNull();
  });

  it('a page that was removed and made again at the same rev is not the earlier one', async () => {
    const fixture = await make();
    const session = await fixture.reopen();
    const ref = { book: 'own', kind: 'setting', no: 9 } as const;
    const put = (content: { readonly n: number } | null) =>
      session.writer.commit(() => Promise.resolve({ ok: true, value: { plan: { entries: [{ action: 'setting-changed', subjectId: '', codes: [] }], pages: [{ ref, content }] }, value: null } }));
    await put({ n: 1 });
    const first = (await readDisk(fixture)).find(({ at }) => pageRefKey(at) === pageRefKey(ref))!;
    await put(null);
    expect(await session.writer.pages.read(ref)).toEqual({ ok: true, value: null });
    await put({ n: 2 });
    const second = (await readDisk(fixture)).find(({ at }) => pageRefKey(at) === pageRefKey(ref))!;
    expect(second.row.rev).toBe(first.row.rev);
    await writeDisk(fixture, [first]);
    expect(await session.writer.pages.read(ref)).toMatchObject({ ok: false, error: { type: 'DatabaseDamaged' } });
  });

  it('a tail of the same length from another continuation is noticed', async () => {
    const fixture = await make();
    const before = await readDisk(fixture);
    const goOn = async (code: string): Promise<readonly StoredPage[]> => {
      const session = await fixture.reopen({ ignoreMark: true });
      await session.writer.commit(planEntry('use', { codes: [code] }));
      await session.writer.idle();
      session.store.close();
      return (await readDisk(fixture)).filter(({ at }) => at.kind === 'tail');
    };
    const one = await goOn('one');
    await putBack(fixture, before);
    await goOn('two');
    await writeDisk(fixture, one);
    expect(await fixture.tryOpen({ ignoreMark: true })).toMatchObject({ ok: false, error: { type: 'DatabaseDamaged', page: 'own/tail/1' } });
  });

  it('an older person page is noticed when the person is shown, an older number page when the number is used', async () => {
    const fixture = await make();
    const before = await readDisk(fixture);
    const writer = await fixture.reopen();
    await writer.writer.commit(planRename(2, '改名'));
    await writer.writer.idle();
    writer.store.close();
    await writeDisk(fixture, before.filter(({ at }) => at.kind === 'person' && at.no === 0));
    const session = await fixture.reopen();
    expect(await session.writer.pages.readPerson(personId(2))).toEqual({ ok: false, error: { type: 'DatabaseDamaged', page: 'own/person/0' } });
    // The others are still there to be used and copied.
    expect(await session.writer.pages.readPerson(personId(17))).toMatchObject({ ok: true });
    expect(await session.writer.commit(planRename(17, 'よみ'))).toMatchObject({ ok: true });
  });

  it('the whole database put back is noticed by the mark (A6)', async () => {
    const fixture = await make();
    const snapshots: (readonly StoredPage[])[] = [];
    for (let k = 0; k < 20; k += 1) {
      snapshots.push(await readDisk(fixture));
      const session = await fixture.reopen();
      await session.writer.commit(planEntry('use'));
      await session.writer.idle();
      session.store.close();
    }
    for (const [n, snapshot] of snapshots.entries()) {
      await putBack(fixture, snapshot);
      const opened = await fixture.tryOpen();
      expect(opened).toEqual({ ok: false, error: { type: 'DatabaseOlder', expectedEntries: 43, foundEntries: 23 + n } });
    }
  });

  it('a log written on from an older state is another log, and the mark knows', async () => {
    const fixture = await make();
    const before = await readDisk(fixture);
    const session = await fixture.reopen();
    await session.writer.commit(planEntry('use', { codes: ['a'] }));
    await session.writer.idle();
    session.store.close();
    const mark = fixture.mark();
    await putBack(fixture, before);
    const forged = await fixture.reopen({ ignoreMark: true });
    fixture.faults.arm({ at: 1, way: 'lost', error: 'x', sticky: true, sites: (site) => site === 'mark.keep' });
    await forged.writer.commit(planEntry('use', { codes: ['b'] }));
    await forged.writer.idle();
    fixture.faults.disarm();
    forged.store.close();
    expect(fixture.mark()).toEqual(mark);
    expect(await fixture.tryOpen()).toMatchObject({ ok: false, error: { type: 'DatabaseOlder' } });
  });
});
