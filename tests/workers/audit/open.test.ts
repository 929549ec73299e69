import { beforeAll, describe, expect, it } from 'vitest';
import { err } from '../../../src/core/domain/result.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { frontierRoot } from '../../../src/core/formats/log/merkle.ts';
import type { BookRows } from '../../../workers/vault/audit/load-book.ts';
import { readBookRows } from '../../../workers/vault/audit/load-book.ts';
import type { AcceptedTable, OpenBookInput } from '../../../workers/vault/audit/open.ts';
import { newBook, openBook } from '../../../workers/vault/audit/open.ts';
import type { MarkState, PageSealer } from '../../../workers/vault/audit/ports.ts';
import { sha256 } from '../../support/log-crypto.ts';
import { planCreate, planEntry, planRemove } from '../../support/vault-fixture-plans.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

/** A store in epoch 2 with four entries, and keys of the epochs around it: the log key is the same in all of them. */
let rows: BookRows;
let sealers: readonly PageSealer[];
let tables: readonly AcceptedTable[];
let root: string;
const SIZE = 4;

beforeAll(async () => {
  const fixture = await createVaultFixture();
  const session = await fixture.createStore();
  await session.writer.commit(planCreate(fixture));
  const keyring = { before: fixture.keyring(1), both: fixture.keyring(1, 2), next: fixture.keyring(2) };
  await session.writer.rotate({ planner: planRemove(fixture, [], 2), keyring, sealer: await fixture.sealer(2), renewed: ['profile', 'number', 'note'] });
  await session.writer.commit(planEntry('use'));
  await session.writer.commit(planEntry('use'));
  const read = await readBookRows(session.store);
  if (!read.ok) throw new Error(read.error.type);
  rows = read.value;
  root = encodeBase64url(frontierRoot(sha256, session.writer.book().head.frontier));
  sealers = await Promise.all([1, 2, 3, 4].map(fixture.sealer));
  tables = [1, 2, 3, 4].map((epoch) => fixture.table(epoch, epoch));
});

const of = <T>(list: readonly T[], epochs: readonly number[]): readonly T[] => epochs.flatMap((epoch) => list[epoch - 1] ?? []);
const open = (epochs: readonly number[], change: Partial<OpenBookInput> = {}) =>
  openBook({ rows: { ok: true, value: rows }, sealers: of(sealers, epochs), tables: of(tables, epochs), mark: null, sha256, ...change });

const HEAD = err({ type: 'DatabaseDamaged', page: 'own/head/0' } as const);
const older = (expectedEntries: number, foundEntries = SIZE) => err({ type: 'DatabaseOlder', expectedEntries, foundEntries } as const);
const mark = (change: Partial<MarkState> = {}): MarkState => ({ size: SIZE, root, tableVersion: 2, epoch: 2, ...change });

describe('a book that is opened', () => {
  it('is in the epoch that the database says, wherever its keys stand among those of the keyring', async () => {
    for (const epochs of [[2], [1, 2], [2, 3], [3, 2]]) {
      const opened = await open(epochs);
      expect(opened.ok && opened.value.sealer.epoch, epochs.join()).toBe(2);
      expect(opened.ok && opened.value.state.head.frontier.size).toBe(SIZE);
    }
  });

  it('rows that could not be read are told as what it is', async () => {
    expect(await open([2], { rows: err({ type: 'DatabaseMissing' }) })).toEqual(err({ type: 'DatabaseMissing' }));
  });

  it('in an epoch that is gone is older than the keyring, and it is told by how much', async () => {
    for (const epochs of [[3], [4, 3], [3, 4]]) expect(await open(epochs, { mark: mark({ size: 9 }) }), epochs.join()).toEqual(older(9));
    expect(await open([3])).toEqual(older(0));
    // Under other keys nobody can say how long its log is.
    const blind = of(sealers, [3]).map((sealer): PageSealer => ({ ...sealer, open: () => Promise.resolve(null) }));
    expect(await open([3], { sealers: blind, mark: mark() })).toEqual(older(SIZE, 0));
  });

  it('in an epoch that never was is damaged, and so is any without keys', async () => {
    expect(await open([1])).toEqual(HEAD);
    for (const epochs of [[1, 3], [3, 1]]) expect(await open(epochs), epochs.join()).toEqual(HEAD);
    expect(await open([])).toEqual(HEAD);
  });

  it('whose head does not open is damaged', async () => {
    expect(await open([2], { rows: { ok: true, value: { ...rows, head: { ...rows.head, rev: 99 } } } })).toEqual(HEAD);
  });

  it('behind its mark is older, as long as it and another log too', async () => {
    for (const good of [null, mark(), mark({ root: '' }), mark({ size: SIZE - 1, root: 'of then' }), mark({ size: 0, root: '' })]) {
      expect((await open([2], { mark: good })).ok, JSON.stringify(good)).toBe(true);
    }
    expect(await open([2], { mark: mark({ size: SIZE + 1 }) })).toEqual(older(SIZE + 1));
    expect(await open([2], { mark: mark({ size: SIZE + 1, root: '' }) })).toEqual(older(SIZE + 1));
    expect(await open([2], { mark: mark({ root: `${root.startsWith('A') ? 'B' : 'A'}${root.slice(1)}` }) })).toEqual(older(SIZE));
  });

  it('stands in one of the tables that are accepted: version, hash and epoch of the same', async () => {
    const [one, two] = of(tables, [1, 2]);
    for (const table of [{ ...two!, version: 1 }, { ...two!, hash: one!.hash }, { ...two!, epoch: 1 }]) {
      expect(await open([2], { tables: [table] })).toEqual(HEAD);
      expect(await open([2], { tables: [one!, table] })).toEqual(HEAD);
      expect((await open([2], { tables: [table, two!] })).ok).toBe(true);
    }
    expect(await open([2], { tables: [] })).toEqual(HEAD);
  });

  it('is held against its pages: a damaged one is told', async () => {
    const [tail] = rows.tail;
    const bent = { at: tail!.at, row: { ...tail!.row, rev: 99 } };
    expect(await open([2], { rows: { ok: true, value: { ...rows, tail: [bent] } } })).toEqual(err({ type: 'DatabaseDamaged', page: 'own/tail/0' }));
  });
});

describe('a new book', () => {
  it('has nothing in it but whose it is, its table and its salt', () => {
    const [sealer, table, salt] = [sealers[0]!, tables[0]!, new Uint8Array(32).fill(7)];
    const { vaultId, storeId } = sealer;
    const empty = { frontier: { size: 0, nodes: [] }, last: '', lastTime: 0, actor: '', checkpoint: '', kept: 0, pages: [], closedCount: 0, closedHere: [], unknown: {} };
    expect(newBook({ sealer, table, salt })).toEqual({
      sealer,
      state: {
        head: { vaultId, storeId, epoch: 1, tableVersion: 1, tableHash: table.hash, salt, ...empty },
        headRow: null,
        closed: [],
        index: new Map(),
        run: { first: 0, prev: '', lines: [] },
      },
    });
  });
});
