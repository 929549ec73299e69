import { beforeAll, describe, expect, it } from 'vitest';
import type { MemberId, StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import { encodeEntry, hashEntryLine } from '../../../src/core/formats/log/entry.ts';
import { appendLeaves, createFrontier } from '../../../src/core/formats/log/merkle.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import type { ClosedLog, Head } from '../../../workers/vault/audit/head.ts';
import { encodeClosed, encodeHead } from '../../../workers/vault/audit/head.ts';
import { loadBook, openHead, readBookRows } from '../../../workers/vault/audit/load-book.ts';
import { cutRun, encodeLogPage } from '../../../workers/vault/audit/log-page.ts';
import { newBook } from '../../../workers/vault/audit/open.ts';
import { hashPage } from '../../../workers/vault/audit/page-reader.ts';
import type { PageSealer } from '../../../workers/vault/audit/ports.ts';
import { sealPage } from '../../../workers/vault/audit/seal-page.ts';
import { closedHeadRef, HEAD_REF, ownRef } from '../../../workers/vault/book/layout.ts';
import type { StoredPage } from '../../../workers/vault/storage/page-row.ts';
import type { PageStore } from '../../../workers/vault/storage/page-store.ts';
import { sha256 } from '../../support/log-crypto.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

const hash = (n: number): string => encodeBase64url(new Uint8Array(32).fill(n));
const actorId = encodeBase64url(new Uint8Array(16)) as MemberId;
const leafOf = (line: string) => hashEntryLine(sha256, line);

let sealer: PageSealer;
let store: PageStore;
/** More than a log page. */
let lines: readonly string[];

beforeAll(async () => {
  const session = await (await createVaultFixture()).createStore();
  ({ sealer, store } = session);
  const { vaultId, storeId: logId } = sealer;
  const made: string[] = [];
  let prev = '';
  for (let seq = 0; seq < 150; seq += 1) {
    const line = encodeEntry({ vaultId, logId, seq, prev, time: seq, actorId, tableVersion: 1, action: 'use', subjectId: '', codes: [], state: '', attach: [], seen: [], build: '' });
    prev = encodeBase64url(leafOf(line));
    made.push(line);
  }
  lines = made;
});

const lastOf = (size: number): string => (size === 0 ? '' : encodeBase64url(leafOf(lines[size - 1]!)));

/** The head of a log of so many entries. */
const headOf = (size: number, change: Partial<Head> = {}): Head => {
  const { head } = newBook({ sealer, table: { version: 1, hash: hash(1), epoch: 1 }, salt: new Uint8Array(32) }).state;
  const frontier = appendLeaves(sha256, createFrontier(), lines.slice(0, size).map(leafOf));
  return { ...head, frontier, last: lastOf(size), actor: size === 0 ? '' : actorId, ...change };
};

const seal = (ref: PageRef, content: JsonObject): Promise<StoredPage> => sealPage(sealer, ref, 1, content);

/** A tail page with these lines; what is not said is as it should be. */
const tail = (no: number, from: number, to: number, change: JsonObject = {}): Promise<StoredPage> =>
  seal(ownRef('tail', no), { ...encodeLogPage(sealer.storeId, cutRun({ first: 0, prev: '', lines }, from, to)), ...change });

const damaged = (place: string) => err({ type: 'DatabaseDamaged', page: `own/${place}` } as const);

const load = async (head: Head, tails: readonly StoredPage[], index: readonly StoredPage[] = [], by = sealer, closed: readonly StoredPage[] = []) => {
  const row = { rev: 1, epoch: 1, blob: new Uint8Array() };
  const loaded = await loadBook(by, { head: row, closed, index, tail: tails }, head, sha256);
  if (loaded.ok) expect(loaded.value.headRow).toBe(row);
  return loaded;
};
const loadRun = async (size: number, tails: readonly StoredPage[], change: Partial<Head> = {}) => {
  const loaded = await load(headOf(size, change), tails);
  return loaded.ok ? loaded.value.run : loaded;
};

describe('the end of the log, made from its tail pages', () => {
  it('is what follows the last full log page', async () => {
    expect(await loadRun(0, [])).toEqual({ first: 0, prev: '', lines: [] });
    expect(await loadRun(17, [await tail(0, 0, 16), await tail(1, 16, 17)])).toEqual({ first: 0, prev: '', lines: lines.slice(0, 17) });
    expect(await loadRun(128, [])).toEqual({ first: 128, prev: lastOf(128), lines: [] });
    // In whatever order the rows come.
    expect(await loadRun(146, [await tail(9, 144, 146), await tail(8, 128, 144)])).toEqual({ first: 128, prev: lastOf(128), lines: lines.slice(128, 146) });
  });

  it('has no page before or behind those that its size asks for', async () => {
    const own = [await tail(8, 128, 144), await tail(9, 144, 146)];
    expect(await loadRun(146, [...own, await tail(7, 112, 128)])).toEqual(damaged('tail/7'));
    expect(await loadRun(146, [...own, await tail(10, 146, 150)])).toEqual(damaged('tail/10'));
    expect(await loadRun(0, [await tail(0, 0, 1)])).toEqual(damaged('tail/0'));
    expect(await loadRun(128, [await tail(8, 128, 129)])).toEqual(damaged('tail/8'));
  });

  it('lacks no page, and each opens and is one of this log', async () => {
    const [first, second] = [await tail(8, 128, 144), await tail(9, 144, 146)];
    expect(await loadRun(146, [first])).toEqual(damaged('tail/9'));
    expect(await loadRun(146, [second])).toEqual(damaged('tail/8'));
    expect(await loadRun(146, [first, { ...second, row: { ...second.row, rev: 2 } }])).toEqual(damaged('tail/9'));
    expect(await loadRun(146, [first, await tail(9, 144, 146, { log: actorId })])).toEqual(damaged('tail/9'));
    const newer = new TextEncoder().encode(JSON.stringify({ page: ['own', 'tail', 9], schema: 99 }));
    expect(await loadRun(146, [first, { at: second.at, row: await sealer.seal(second.at, 1, newer) }])).toEqual(err({ type: 'NewerFormat', found: 99 }));
  });

  it('follows page on page, entry on entry, up to the one that the head ends in', async () => {
    const first = await tail(8, 128, 144);
    expect(await loadRun(146, [first, await tail(9, 144, 146, { first: 145 })])).toEqual(damaged('tail/9'));
    expect(await loadRun(146, [await tail(8, 128, 144, { first: 129 }), await tail(9, 144, 146)])).toEqual(damaged('tail/8'));
    expect(await loadRun(146, [await tail(8, 128, 143), await tail(9, 144, 146)])).toEqual(damaged('tail/9'));
    // Of another continuation: it ends as its own head would say, but does not follow on the page before.
    const strange = await tail(9, 144, 146, { prev: hash(9) });
    const start = `["kinko-log/1","${sealer.vaultId}","${sealer.storeId}",`;
    let end = hash(9);
    for (const line of lines.slice(144, 146)) end = encodeBase64url(leafOf(`${start}${JSON.stringify([(JSON.parse(line) as unknown[])[3], end, ...(JSON.parse(line) as unknown[]).slice(5)]).slice(1)}`));
    expect(await loadRun(146, [first, strange], { last: end })).toEqual(damaged('tail/9'));
  });

  it('that is older or longer than the head says is damage of its last page', async () => {
    const first = await tail(8, 128, 144);
    expect(await loadRun(146, [first, await tail(9, 144, 145)])).toEqual(damaged('tail/9'));
    expect(await loadRun(146, [first, await tail(9, 144, 145)], { last: lastOf(145) })).toEqual(damaged('tail/9'));
    expect(await loadRun(146, [first, await tail(9, 144, 147)], { last: lastOf(147) })).toEqual(damaged('tail/9'));
    expect(await loadRun(146, [first, await tail(9, 144, 146)], { last: hash(9) })).toEqual(damaged('tail/9'));
  });
});

describe('the list of persons, made from the index pages', () => {
  const index = (no: number, content: JsonObject = { rows: [], pages: [] }): Promise<StoredPage> => seal(ownRef('index', no), content);
  const naming = async (...pages: readonly StoredPage[]): Promise<Head> => headOf(0, { pages: await Promise.all(pages.map(hashPage)) });

  it('has every page that the head names', async () => {
    const [a, b, setting] = [await index(0), await index(2), await seal(ownRef('setting', 1), {})];
    const loaded = await load(await naming(a, b, setting), [], [b, a]);
    expect(loaded.ok && [...loaded.value.index]).toEqual([0, 2].map((no) => [no, { no, rows: [], pages: [], unknown: {} }]));
  });

  it('has no page more, and each is the very row that the head names', async () => {
    const [a, b] = [await index(0), await index(1)];
    expect(await load(await naming(a), [], [a, b])).toEqual(damaged('index/1'));
    expect(await load(await naming(a, b), [], [a])).toEqual(damaged('index/1'));
    expect(await load(await naming(a, b), [], [a, await index(1)])).toEqual(damaged('index/1'));
    expect(await load(await naming(a, b), [], [a, { ...b, row: a.row }])).toEqual(damaged('index/1'));
    const none = await index(1, { rows: [] });
    expect(await load(await naming(a, none), [], [a, none])).toEqual(damaged('index/1'));
    // A page of another kind and the same number names none of these.
    expect(await load(await naming(a, await seal(ownRef('setting', 1), {})), [], [a, b])).toEqual(damaged('index/1'));
  });

  it('is empty for whoever lacks the key for profiles, and nothing of it is looked at', async () => {
    const a = await index(0);
    const loaded = await load(await naming(a), [], [a, await index(1)], { ...sealer, holds: (key) => key !== 'profile' });
    expect(loaded.ok && loaded.value.index.size).toBe(0);
  });

  it('damaged, is told before a tail that is', async () => {
    expect(await load(headOf(0), [await tail(0, 0, 1)], [await index(0)])).toEqual(damaged('index/0'));
  });
});

describe('closed logs, made from their heads', () => {
  const logOf = (n: number): ClosedLog => ({ logId: actorId as string as StoreId, book: `log-${n}`, size: n, root: hash(n), checkpoint: `note ${n}`, unknown: { later: n } });
  const pageOf = (n: number, log = logOf(n)): Promise<StoredPage> => seal(closedHeadRef(n), encodeClosed(log));
  const loadClosed = async (head: Partial<Head>, rows: readonly StoredPage[]) => {
    const loaded = await load(headOf(0, head), [], [], sealer, rows);
    return loaded.ok ? loaded.value.closed : loaded;
  };

  it('are as many as the head says, in the order in which they were taken over', async () => {
    expect(await loadClosed({}, [])).toEqual([]);
    expect(await loadClosed({ closedCount: 2 }, [await pageOf(2), await pageOf(1)])).toEqual([logOf(1), logOf(2)]);
  });

  it('lack none, have none more, and each opens, is one, and is that of its place', async () => {
    const first = await pageOf(1);
    expect(await loadClosed({ closedCount: 2 }, [first])).toEqual(damaged('head/2'));
    expect(await loadClosed({ closedCount: 1 }, [first, await pageOf(2)])).toEqual(damaged('head/2'));
    expect(await loadClosed({}, [first])).toEqual(damaged('head/1'));
    expect(await loadClosed({ closedCount: 1 }, [{ ...first, row: { ...first.row, rev: 2 } }])).toEqual(damaged('head/1'));
    expect(await loadClosed({ closedCount: 1 }, [await seal(closedHeadRef(1), { logId: '' })])).toEqual(damaged('head/1'));
    expect(await loadClosed({ closedCount: 1 }, [await pageOf(1, logOf(2))])).toEqual(damaged('head/1'));
  });

  it('that an early build named in the head itself have no page', async () => {
    expect(await loadClosed({ closedCount: 1, closedHere: [logOf(1)] }, [])).toEqual([logOf(1)]);
    expect(await loadClosed({ closedCount: 1, closedHere: [logOf(1)] }, [await pageOf(1)])).toEqual(damaged('head/1'));
  });
});

describe('a head', () => {
  const open = async (head: Head, epoch = 1) => openHead({ ...sealer, epoch }, (await sealPage({ ...sealer, epoch }, HEAD_REF, 1, encodeHead(head))).row);

  it('is one of this vault, this store, and the epoch of its row', async () => {
    expect(await open(headOf(17))).toEqual(ok(headOf(17)));
    const other = encodeBase64url(new Uint8Array(16).fill(9));
    for (const change of [{ vaultId: other as VaultId }, { storeId: other as StoreId }, { epoch: 2 }]) {
      expect(await open(headOf(17, change)), Object.keys(change).join()).toEqual(damaged('head/0'));
    }
  });

  it('opens, and is a head', async () => {
    const { row } = await seal(HEAD_REF, { title: '' });
    expect(await openHead(sealer, row)).toEqual(damaged('head/0'));
    expect(await openHead(sealer, { ...row, rev: 2 })).toEqual(damaged('head/0'));
  });
});

describe('the rows of a book', () => {
  it('are read together, and without a head there is no book', async () => {
    expect(await readBookRows(store)).toEqual(err({ type: 'DatabaseMissing' }));
    const rows = [await seal(HEAD_REF, {}), await seal(ownRef('index', 0), {}), await tail(0, 0, 1), await seal(ownRef('setting', 0), {}), await seal(closedHeadRef(1), {})] as const;
    expect(await store.write({ expect: { at: HEAD_REF, row: null }, puts: rows, deletes: [] })).toEqual({ type: 'stored' });
    expect(await readBookRows(store)).toEqual(ok({ head: rows[0].row, closed: [rows[4]], index: [rows[1]], tail: [rows[2]] }));
  });

  it('that cannot be read are told as what it is', async () => {
    const failed = err({ type: 'StorageFailed', name: 'UnknownError' } as const);
    expect(await readBookRows({ ...store, readTogether: () => Promise.resolve(failed) })).toEqual(failed);
  });
});
