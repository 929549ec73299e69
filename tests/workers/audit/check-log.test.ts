import { describe, expect, it } from 'vitest';
import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { MemberId, StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { encodeCheckpoint } from '../../../src/core/formats/log/checkpoint.ts';
import type { Attachment } from '../../../src/core/formats/log/entry.ts';
import { encodeEntry, hashEntryLine } from '../../../src/core/formats/log/entry.ts';
import { appendLeaves, createFrontier, frontierRoot } from '../../../src/core/formats/log/merkle.ts';
import { encodeSignedNote } from '../../../src/core/formats/signed-note.ts';
import type { BookState } from '../../../workers/vault/audit/book-state.ts';
import { checkLog } from '../../../workers/vault/audit/check-log.ts';
import type { ClosedLog, Head } from '../../../workers/vault/audit/head.ts';
import { stateHash } from '../../../workers/vault/audit/head.ts';
import type { LogReader } from '../../../workers/vault/audit/log-reader.ts';
import { sha256 } from '../../support/log-crypto.ts';

const id = (n: number): string => encodeBase64url(new Uint8Array(16).fill(n));
const hash = (n: number): string => encodeBase64url(new Uint8Array(32).fill(n));
const vaultId = id(1) as VaultId;
const storeId = id(2) as StoreId;
const actor = id(3) as MemberId;
const salt = new Uint8Array(32).fill(5);
const pages: Head['pages'] = [{ kind: 'index', no: 0, rev: 1, hash: hash(6) }];
const state = stateHash(sha256, salt, pages);
const TIME = 1_790_000_000_000;

interface Draft {
  readonly seq?: number;
  readonly prev?: string;
  readonly time?: number;
  readonly actorId?: MemberId;
  readonly state?: string;
  readonly attach?: readonly Attachment[];
}

const leafOf = (line: string) => hashEntryLine(sha256, line);

/** Lines as a writer chains them, but for what a draft says otherwise. */
const linesOf = (drafts: readonly Draft[], logId = storeId): readonly string[] => {
  const lines: string[] = [];
  for (const [seq, draft] of drafts.entries()) {
    const last = lines.at(-1);
    const chained = { seq, prev: last === undefined ? '' : encodeBase64url(leafOf(last)), time: TIME + seq, actorId: actor, state, attach: [] };
    lines.push(encodeEntry({ vaultId, logId, tableVersion: 1, action: 'use', subjectId: '', codes: [], seen: [], build: 'b', ...chained, ...draft }));
  }
  return lines;
};

const note = (text: string): string => encodeSignedNote({ text, signatures: [{ name: actor, keyId: new Uint8Array(4), signature: new Uint8Array(64) }] });

/** The state that fits these lines. */
const stateOf = (lines: readonly string[], change: Partial<Head> = {}): BookState => {
  const frontier = appendLeaves(sha256, createFrontier(), lines.map(leafOf));
  const last = lines.at(-1);
  const checkpoint = lines.length === 0 ? '' : note(encodeCheckpoint({ vaultId, logId: storeId, size: lines.length, root: frontierRoot(sha256, frontier) }));
  const head: Head = {
    vaultId,
    storeId,
    epoch: 1,
    tableVersion: 1,
    tableHash: hash(0),
    frontier,
    last: last === undefined ? '' : encodeBase64url(leafOf(last)),
    lastTime: lines.length === 0 ? 0 : TIME + lines.length - 1,
    actor: lines.length === 0 ? '' : actor,
    checkpoint,
    kept: 0,
    salt,
    pages: lines.length === 0 ? [] : pages,
    closedCount: 0,
    closedHere: [],
    unknown: {},
    ...change,
  };
  return { head, headRow: null, closed: [], index: new Map(), run: { first: 0, prev: '', lines: [] } };
};

const never = (): never => {
  throw new Error('asked for more than stretches');
};

/** Hands over the lines, two at a time, and ends with `end`. */
const readerOf = (lines: readonly string[], end: VaultError | null = null): { readonly reader: LogReader; readonly asked: (ClosedLog | undefined)[] } => {
  const asked: (ClosedLog | undefined)[] = [];
  const eachStretch: LogReader['eachStretch'] = (onStretch, log) => {
    asked.push(log);
    for (let first = 0; first < lines.length; first += 2) {
      const some = lines.slice(first, first + 2);
      onStretch({ first, lines: some, leaves: some.map(leafOf) });
    }
    return Promise.resolve(end === null ? ok(null) : err(end));
  };
  return { asked, reader: { logId: storeId, size: never, closed: never, readLines: never, eachStretch, readAttached: never, checkpoints: never, tables: never } };
};

const pagesOf = (problems: readonly VaultError[]) => problems.map((problem) => (problem.type === 'DatabaseDamaged' ? problem.page : problem));

const checkOwn = async (lines: readonly string[], book = stateOf(lines)) => {
  const found = await checkLog(readerOf(lines).reader, book, sha256);
  return { ...found, problems: pagesOf(found.problems) };
};

const good = linesOf([{}, {}, {}, {}, {}]);

describe('the own log, held against the head', () => {
  it('fits, line by line and as a whole', async () => {
    expect(await checkOwn(good)).toEqual({ problems: [], entries: 5, attached: [] });
    expect(await checkOwn([])).toEqual({ problems: [], entries: 0, attached: [] });
  });

  it('what entries attach as pages is told with its place; what lies elsewhere is not', async () => {
    const lines = linesOf([
      {},
      { attach: [{ kind: 'file', hash: hash(1) }, { kind: 'list', hash: hash(2) }, { kind: 'attach', hash: hash(3) }] },
      { attach: [{ kind: 'table', hash: hash(4) }] },
      { attach: [{ kind: 'list', hash: hash(5) }] },
    ]);
    expect(await checkOwn(lines)).toEqual({
      problems: [],
      entries: 4,
      attached: [
        { book: 'own', kind: 'list', seq: 1, at: 1, hash: hash(2) },
        { book: 'own', kind: 'attach', seq: 1, at: 2, hash: hash(3) },
        { book: 'own', kind: 'list', seq: 3, at: 0, hash: hash(5) },
      ],
    });
  });

  it('an entry that says another place or follows on another entry is damaged', async () => {
    expect((await checkOwn(linesOf([{}, {}, {}, { seq: 2 }]))).problems).toEqual(['own/log/3']);
    expect((await checkOwn(linesOf([{}, {}, {}, { prev: hash(9) }, {}]))).problems).toEqual(['own/log/3']);
  });

  it('a line that is no entry is damaged, and those around it are still looked at', async () => {
    const [a, b] = linesOf([{}, { attach: [{ kind: 'list', hash: hash(2) }] }]);
    const chained = linesOf([{}, { prev: encodeBase64url(leafOf('no line')), seq: 1 }, { attach: [{ kind: 'list', hash: hash(5) }] }]);
    const found = await checkOwn(['no line', chained[1]!, chained[2]!]);
    expect(found).toEqual({ problems: ['own/log/0'], entries: 3, attached: [{ book: 'own', kind: 'list', seq: 2, at: 0, hash: hash(5) }] });
    // Of a last line that is none, nothing is known that the head could state.
    expect((await checkOwn([a!, b!, '[]'], stateOf([a!, b!, '[]'], { lastTime: TIME + 1 }))).problems).toEqual(['own/log/2']);
  });

  it.each<[string, Partial<Head>]>([
    ['another root', { frontier: { ...stateOf(good).head.frontier, nodes: [new Uint8Array(32), new Uint8Array(32)] } }],
    ['another last entry', { last: hash(9) }],
  ])('a head with %s does not fit the log', async (_name, change) => {
    expect((await checkOwn(good, stateOf(good, change))).problems).toEqual(['own/log/0']);
  });

  it('a head with another size does not fit the log, and its checkpoint not the head, be the root the same', async () => {
    const { frontier } = stateOf(good).head;
    for (const other of [{ ...frontier, size: 6 }, stateOf(good.slice(0, 4)).head.frontier]) {
      expect((await checkOwn(good, stateOf(good, { frontier: other }))).problems).toEqual(['own/log/0', 'own/head/0']);
    }
  });

  it.each<[string, string]>([
    ['of another size', note(encodeCheckpoint({ vaultId, logId: storeId, size: 4, root: frontierRoot(sha256, stateOf(good).head.frontier) }))],
    ['of another root', note(encodeCheckpoint({ vaultId, logId: storeId, size: 5, root: new Uint8Array(32) }))],
    ['of another log', note(encodeCheckpoint({ vaultId, logId: id(9) as StoreId, size: 5, root: frontierRoot(sha256, stateOf(good).head.frontier) }))],
    ['of another vault', note(encodeCheckpoint({ vaultId: id(9) as VaultId, logId: storeId, size: 5, root: frontierRoot(sha256, stateOf(good).head.frontier) }))],
    ['that is no note', 'x'],
    ['that is gone', ''],
  ])('a checkpoint %s is damage of the head', async (_name, checkpoint) => {
    expect((await checkOwn(good, stateOf(good, { checkpoint }))).problems).toEqual(['own/head/0']);
  });

  it.each<[string, Partial<Head>]>([
    ['other pages', { pages: [] }],
    ['another salt', { salt: new Uint8Array(32) }],
    ['another time', { lastTime: TIME }],
    ['another member', { actor: id(9) as MemberId }],
  ])('the last entry vouches for what the head names: %s is damage of the head', async (_name, change) => {
    expect((await checkOwn(good, stateOf(good, change))).problems).toEqual(['own/head/0']);
  });

  it('only the last entry does: those before it stated the book of their time', async () => {
    expect((await checkOwn(linesOf([{ state: hash(8), time: 7, actorId: id(9) as MemberId }, {}]))).problems).toEqual([]);
    expect((await checkOwn(linesOf([{}, { state: hash(8) }]))).problems).toEqual(['own/head/0']);
  });

  it('without an entry the head names no page', async () => {
    expect((await checkOwn([], stateOf([], { pages }))).problems).toEqual(['own/head/0']);
  });

  it('what cannot be read on is told behind what was found so far', async () => {
    const failed: VaultError = { type: 'StorageFailed', name: 'UnknownError' };
    const lines = linesOf([{ attach: [{ kind: 'list', hash: hash(2) }] }, { seq: 4 }]);
    const found = await checkLog(readerOf(lines, failed).reader, stateOf(good), sha256);
    expect({ ...found, problems: pagesOf(found.problems) }).toEqual({
      problems: ['own/log/1', failed],
      entries: 2,
      attached: [{ book: 'own', kind: 'list', seq: 0, at: 0, hash: hash(2) }],
    });
  });
});

describe('the log of an earlier installation, held against its last checkpoint', () => {
  const logId = id(7) as StoreId;
  const lines = linesOf([{}, { attach: [{ kind: 'list', hash: hash(2) }] }, { state: hash(8) }], logId);
  const root = encodeBase64url(frontierRoot(sha256, stateOf(lines).head.frontier));
  const closed: ClosedLog = { logId, book: 'log-1', size: 3, root, checkpoint: 'note', unknown: {} };

  const check = async (log: ClosedLog, of = lines) => {
    const { reader, asked } = readerOf(of);
    const found = await checkLog(reader, stateOf(good), sha256, log);
    expect(asked).toEqual([log]);
    return { ...found, problems: pagesOf(found.problems) };
  };

  it('fits, whatever the head says of the own one', async () => {
    expect(await check(closed)).toEqual({ problems: [], entries: 3, attached: [{ book: 'log-1', kind: 'list', seq: 1, at: 0, hash: hash(2) }] });
  });

  it('of another size or root is damaged', async () => {
    expect((await check({ ...closed, size: 4 })).problems).toEqual(['log-1/log/0']);
    expect((await check({ ...closed, root: hash(9) })).problems).toEqual(['log-1/log/0']);
  });

  it('is followed entry by entry as well', async () => {
    const bent = linesOf([{}, { seq: 5 }, {}], logId);
    const bentRoot = encodeBase64url(frontierRoot(sha256, stateOf(bent).head.frontier));
    expect((await check({ ...closed, root: bentRoot }, bent)).problems).toEqual(['log-1/log/1']);
  });
});
