import { beforeAll, describe, expect, it } from 'vitest';
import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import { hashEntryLine } from '../../../src/core/formats/log/entry.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import type { BookState } from '../../../workers/vault/audit/book-state.ts';
import type { Head } from '../../../workers/vault/audit/head.ts';
import { hashNotes } from '../../../workers/vault/audit/kept-checkpoints.ts';
import type { LogLines, LogReaderDeps } from '../../../workers/vault/audit/log-reader.ts';
import { createLogReader } from '../../../workers/vault/audit/log-reader.ts';
import { encodeLogPage } from '../../../workers/vault/audit/log-page.ts';
import type { AttachDraft } from '../../../workers/vault/audit/plan.ts';
import { sealPage } from '../../../workers/vault/audit/seal-page.ts';
import { ownRef } from '../../../workers/vault/book/layout.ts';
import type { StoredPage } from '../../../workers/vault/storage/page-row.ts';
import { sha256 } from '../../support/log-crypto.ts';
import { readDisk, writeDisk } from '../../support/vault-fixture-disk.ts';
import { entry, planCreate } from '../../support/vault-fixture-plans.ts';
import type { Session, VaultFixture } from '../../support/vault-fixture.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

/** Two log pages and a tail of 44. Seq 299 attaches a file, a note and a list. */
const SIZE = 300;
let fixture: VaultFixture;
let session: Session;
let state: BookState;
let lines: readonly string[];
let logs: readonly StoredPage[];

beforeAll(async () => {
  fixture = await createVaultFixture();
  session = await fixture.createStore();
  const { writer } = session;
  await writer.commit(planCreate(fixture));
  const attach: readonly AttachDraft[] = [{ kind: 'file', hash: 'A'.repeat(43) }, { kind: 'attach', content: { a: 1 } }, { kind: 'list', content: { b: 2 } }];
  const entries = Array.from({ length: SIZE - 1 }, (_, n) => entry('use', { codes: [`n-${n + 1}`], ...(n === SIZE - 2 ? { attach } : {}) }));
  await writer.commit(() => Promise.resolve(ok({ plan: { entries }, value: null })));
  state = writer.book();
  const read = await writer.log.readLines(0, SIZE);
  lines = read.ok ? read.value.lines : [];
  logs = (await readDisk(fixture)).filter(({ at }) => at.kind === 'log');
  expect([lines.length, logs.length]).toEqual([SIZE, 2]);
});

const readerWith = (change: Partial<LogReaderDeps> = {}, of = state) =>
  createLogReader({ store: session.store, sha256, sealer: () => session.sealer, state: () => of, pages: session.writer.pages, steady: (read) => read(), ...change });
const damaged = (place: string) => err({ type: 'DatabaseDamaged', page: `own/${place}` } as const);
const failed = err({ type: 'StorageFailed', name: 'UnknownError' } as const);

/** What is found while log page `no` has this content, sealed by us; null: while it is gone. */
const withLogPage = async <T>(no: number, content: JsonObject | null, look: () => Promise<T>): Promise<T> => {
  const at = ownRef('log', no);
  if (content === null) await writeDisk(fixture, [], [at]);
  else await writeDisk(fixture, [await sealPage(session.sealer, at, 1, content)]);
  const found = await look();
  await writeDisk(fixture, logs);
  return found;
};
const pageOf = (no: number): JsonObject => {
  const from = no * 128;
  const prev = from === 0 ? '' : encodeBase64url(hashEntryLine(sha256, lines[from - 1]!));
  return encodeLogPage(session.sealer.storeId, { first: from, prev, lines: lines.slice(from, from + 128) });
};

describe('entries that are read', () => {
  it.each([
    [0, 1], [0, 128], [127, 129], [128, 256], [255, 257], [256, 300], [257, 258], [100, 290], [299, 300],
  ])('are those from %i to %i', async (from, to) => {
    expect(await readerWith().readLines(from, to)).toEqual(ok({ first: from, lines: lines.slice(from, to) }));
  });

  it('are cut to the log', async () => {
    const { readLines } = readerWith();
    expect(await readLines(-5, 2)).toEqual(ok({ first: 0, lines: lines.slice(0, 2) }));
    expect(await readLines(298, 400)).toEqual(ok({ first: 298, lines: lines.slice(298) }));
    for (const [from, to] of [[300, 301], [5, 5], [6, 5]] as const) expect(await readLines(from, to)).toEqual(ok({ first: from, lines: [] }));
    expect(await readLines(-5, 0)).toEqual(ok({ first: 0, lines: [] }));
  });

  it('come from the pages they lie in alone, and those of the tail from memory', async () => {
    const asked: string[][] = [];
    const { readLines } = readerWith({ store: { ...session.store, read: (refs) => (asked.push(refs.map(pageRefKey)), session.store.read(refs)) } });
    await readLines(0, 128);
    await readLines(128, 129);
    await readLines(127, 300);
    await readLines(256, 300);
    expect(asked.splice(3)).toEqual([[]]);
    await readLines(5, 5);
    await readLines(6, 5);
    expect(asked).toEqual([['own/log/0'], ['own/log/1'], ['own/log/0', 'own/log/1']]);
  });

  it('are damaged where a page is gone, is another, or has another length than its place asks for', async () => {
    const read = () => readerWith().readLines(100, 200);
    expect(await withLogPage(1, null, read)).toEqual(damaged('log/1'));
    expect(await withLogPage(1, { ...pageOf(1), format: 'x' }, read)).toEqual(damaged('log/1'));
    expect(await withLogPage(1, { ...pageOf(1), first: 256 }, read)).toEqual(damaged('log/1'));
    expect(await withLogPage(1, { ...pageOf(1), entries: (pageOf(1)['entries'] as readonly string[]).slice(1) }, read)).toEqual(damaged('log/1'));
    expect(await withLogPage(1, { ...pageOf(1), prev: 'A'.repeat(43) }, read)).toEqual(damaged('log/1'));
    expect(await withLogPage(1, pageOf(1), read)).toEqual(ok({ first: 100, lines: lines.slice(100, 200) }));
    expect(await readerWith({ store: { ...session.store, read: () => Promise.resolve(failed) } }).readLines(0, 1)).toEqual(failed);
  });
});

describe('the whole log', () => {
  const stretches = async (reader = readerWith()) => {
    const seen: LogLines[] = [];
    const result = await reader.eachStretch(({ first, lines: some, leaves }) => {
      expect(leaves).toEqual(some.map((line) => hashEntryLine(sha256, line)));
      seen.push({ first, lines: some });
    });
    return { result, seen };
  };

  it('is handed over page by page, and the tail at the end', async () => {
    expect(await stretches()).toEqual({ result: ok(null), seen: [0, 128, 256].map((first) => ({ first, lines: lines.slice(first, first + 128) })) });
    const full = readerWith({}, { ...state, run: { first: 256, prev: state.run.prev, lines: [] } });
    expect((await stretches(full)).seen.map(({ first }) => first)).toEqual([0, 128]);
  });

  it('ends where a page does not follow on the one before, or the tail on the last', async () => {
    const bent = await withLogPage(1, { ...pageOf(1), prev: 'A'.repeat(43) }, () => stretches());
    expect(bent).toEqual({ result: damaged('log/1'), seen: [] });
    const strange = await stretches(readerWith({}, { ...state, run: { ...state.run, prev: 'A'.repeat(43) } }));
    expect(strange.result).toEqual(damaged('log/1'));
    expect(strange.seen.map(({ first }) => first)).toEqual([0, 128]);
    const begun = await stretches(readerWith({}, { ...state, run: { first: 0, prev: 'A'.repeat(43), lines: [] } }));
    expect(begun).toEqual({ result: damaged('log/0'), seen: [] });
  });

  it('cannot be read: told as what it is', async () => {
    expect(await stretches(readerWith({ store: { ...session.store, read: () => Promise.resolve(failed) } }))).toEqual({ result: failed, seen: [] });
  });
});

it('a long log is followed also where one batch of pages ends and the next begins', async () => {
  const long = await createVaultFixture();
  const { writer, sealer } = await long.createStore();
  await writer.commit(planCreate(long));
  await writer.commit(() => Promise.resolve(ok({ plan: { entries: Array.from({ length: 65 * 128 }, () => entry('use')) }, value: null })));
  const page = (await readDisk(long)).find(({ at }) => at.kind === 'log' && at.no === 64)!;
  const content = JSON.parse(new TextDecoder().decode((await sealer.open(page.at, page.row))!)) as JsonObject;
  const { page: _at, schema: _one, ...rest } = content;
  await writeDisk(long, [await sealPage(sealer, page.at, 1, { ...rest, prev: 'A'.repeat(43) })]);
  let last = -1;
  expect(await writer.log.eachStretch(({ first }) => (last = first))).toEqual(damaged('log/64'));
  expect(last).toBe(63 * 128);
});

describe('what an entry attaches', () => {
  it('is read where it has pages', async () => {
    const { readAttached } = readerWith();
    expect(await readAttached(299, 1)).toEqual(ok({ a: 1 }));
    expect(await readAttached(299, 2)).toEqual(ok({ b: 2 }));
    for (const [seq, at] of [[299, 0], [299, 3], [298, 0], [300, 0], [0, 0]] as const) expect(await readAttached(seq, at)).toEqual(ok(null));
  });

  it('is not found out when its entry cannot be read', async () => {
    expect(await readerWith({ store: { ...session.store, read: () => Promise.resolve(failed) } }).readAttached(0, 0)).toEqual(failed);
  });
});

describe('notes that are kept in pages', () => {
  const never = (): never => {
    throw new Error('asked for more than pages');
  };
  const readerOf = (contents: Readonly<Record<string, Result<JsonObject | null, VaultError>>>, head: Partial<Head>) => {
    const read = (ref: Parameters<typeof pageRefKey>[0]) => {
      const content = contents[pageRefKey(ref)];
      return content === undefined ? never() : Promise.resolve(content);
    };
    const pages = { read, readPersonPage: never, readNumberPage: never, readPerson: never, readNumbers: never };
    return readerWith({ pages }, { ...state, head: { ...state.head, ...head } });
  };
  const notes = (from: number, to: number): readonly string[] => Array.from({ length: to - from }, (_, n) => `note ${from + n}`);

  const naming = (...numbers: readonly number[]): Pick<Head, 'pages'> => ({ pages: numbers.map((no) => ({ kind: 'checkpoint', no, rev: 1, hash: 'A'.repeat(43) })) });
  const prev = hashNotes(sha256, { prev: null, notes: notes(0, 64) });

  it('checkpoints come in order, the head’s at the end', async () => {
    const contents = { 'own/checkpoint/0': ok({ notes: notes(0, 64) }), 'own/checkpoint/1': ok({ prev, notes: notes(64, 65) }) };
    expect(await readerOf(contents, { kept: 65, checkpoint: 'newest', ...naming(1) }).checkpoints()).toEqual(ok([...notes(0, 65), 'newest']));
    expect(await readerOf(contents, { kept: 64, checkpoint: '', ...naming(0) }).checkpoints()).toEqual(ok(notes(0, 64)));
    expect(await readerOf(contents, { kept: 0, checkpoint: 'newest' }).checkpoints()).toEqual(ok(['newest']));
  });

  it('checkpoints that are gone, none, or not as many as the head says are damage of their page', async () => {
    const page = ok({ notes: notes(0, 64) });
    for (const content of [null, {}, { notes: [1] }]) {
      expect(await readerOf({ 'own/checkpoint/0': page, 'own/checkpoint/1': ok(content) }, { kept: 65, ...naming(0, 1) }).checkpoints()).toEqual(damaged('checkpoint/1'));
    }
    expect(await readerOf({ 'own/checkpoint/0': ok({ notes: notes(0, 3) }) }, { kept: 2 }).checkpoints()).toEqual(damaged('checkpoint/0'));
    expect(await readerOf({ 'own/checkpoint/0': page, 'own/checkpoint/1': ok({ notes: notes(64, 65) }) }, { kept: 66, ...naming(0, 1) }).checkpoints()).toEqual(damaged('checkpoint/1'));
    expect(await readerOf({ 'own/checkpoint/0': failed }, { kept: 1 }).checkpoints()).toEqual(failed);
  });

  it('tables come in the order of their versions, each with its note', async () => {
    const hash = 'A'.repeat(43);
    const pages = [{ kind: 'setting', no: 0, rev: 1, hash }, { kind: 'table', no: 2, rev: 1, hash }] as const;
    const tableVersion = 2;
    const [one, two] = [fixture.table(1, 1), fixture.table(2, 2)];
    const head = { pages, tableVersion, tableHash: two.hash };
    const [first, second] = [ok({ note: one.note }), ok({ note: two.note })];
    expect(await readerOf({ 'own/table/1': first, 'own/table/2': second }, head).tables()).toEqual(ok([one.note, two.note]));
    for (const content of [null, {}, { note: 2 }, { note: 'x' }]) expect(await readerOf({ 'own/table/1': first, 'own/table/2': ok(content) }, head).tables()).toEqual(damaged('table/2'));
    expect(await readerOf({ 'own/table/1': failed, 'own/table/2': second }, head).tables()).toEqual(failed);
    // One that the head or the next does not name, though it is a table: of another time line.
    const [otherOne, otherTwo] = [ok({ note: fixture.table(1, 7).note }), ok({ note: fixture.table(2, 7).note })];
    expect(await readerOf({ 'own/table/1': otherOne, 'own/table/2': second }, head).tables()).toEqual(damaged('table/1'));
    expect(await readerOf({ 'own/table/1': first, 'own/table/2': otherTwo }, head).tables()).toEqual(damaged('table/2'));
    // A store that nothing was ever written to has none.
    expect(await readerOf({}, { pages: [], tableVersion }).tables()).toEqual(ok([]));
  });
});

it('the log says whose it is, how long, and which came before it', () => {
  const closed = [{ logId: session.sealer.storeId, book: 'log-1', size: 1, root: '', checkpoint: '', unknown: {} }];
  const reader = readerWith({}, { ...state, closed });
  expect([reader.logId, reader.size(), reader.closed()]).toEqual([fixture.storeId, SIZE, closed]);
});
