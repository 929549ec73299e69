import { describe, expect, it, vi } from 'vitest';
import { Dexie } from 'dexie';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { dbName, FORMAT_KEY, FORMAT_TABLE } from '../../../workers/vault/storage/names.ts';
import { createPageDb } from '../../../workers/vault/storage/page-db.ts';
import type { PageRow, PageWrite } from '../../../workers/vault/storage/page-row.ts';
import type { PageStoreEvent } from '../../../workers/vault/storage/page-store.ts';
import { createFailingEngine, forceDurability } from '../../support/failing-store-engine.ts';
import { createFaults } from '../../support/failing-store.ts';

const HEAD: PageRef = { book: 'own', kind: 'head', no: 0 };
const row = (rev: number, fill: number, length = 100): PageRow => ({ rev, epoch: 1, blob: new Uint8Array(length).fill(fill) });
const first: PageWrite = { expect: { at: HEAD, row: null }, puts: [{ at: HEAD, row: row(1, 1) }], deletes: [] };

const make = (storeId = 'AAAAAAAAAAAAAAAAAAAAAA') => {
  const faults = createFaults();
  const engine = createFailingEngine(faults);
  const events: PageStoreEvent[] = [];
  return { faults, engine, events, open: () => createPageDb({ storeId, engine, onEvent: (event) => events.push(event) }) };
};

describe('database of a store', () => {
  it('is never made by opening', async () => {
    const { engine, open } = make();
    expect(await open().open()).toEqual({ ok: false, error: { type: 'DatabaseMissing' } });
    expect(await engine.indexedDB.databases()).toEqual([]);
  });

  it('that never had a first commit counts as missing', async () => {
    const { open } = make();
    const store = open();
    expect(await store.create()).toEqual({ ok: true, value: null });
    store.close();
    expect(await open().open()).toEqual({ ok: false, error: { type: 'DatabaseMissing' } });
    const again = open();
    await again.create();
    expect(await again.write(first)).toEqual({ type: 'stored' });
    again.close();
    expect(await open().open()).toEqual({ ok: true, value: null });
  });

  it('of a newer program is refused', async () => {
    const { engine, open } = make();
    const store = open();
    await store.create();
    await store.write(first);
    store.close();
    const dexie = new Dexie(dbName(store.storeId), engine);
    dexie.version(2).stores({ pages: '', format: '', extra: '' });
    await dexie.open();
    await dexie.table(FORMAT_TABLE).put(2, FORMAT_KEY);
    dexie.close();
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(await open().open()).toEqual({ ok: false, error: { type: 'NewerFormat', found: 2 } });
  });

  it('writes only over the row that was expected', async () => {
    const { open } = make();
    const store = open();
    await store.create();
    expect(await store.write(first)).toEqual({ type: 'stored' });
    expect(await store.write(first)).toEqual({ type: 'conflict' });
    const next = { expect: { at: HEAD, row: row(1, 1) }, puts: [{ at: HEAD, row: row(2, 2) }, { at: { ...HEAD, kind: 'log' as const }, row: row(1, 3) }], deletes: [] };
    for (const wrong of [row(2, 1), { ...row(1, 1), epoch: 2 }, row(1, 2), row(1, 1, 99)]) {
      expect(await store.write({ ...next, expect: { at: HEAD, row: wrong } })).toEqual({ type: 'conflict' });
    }
    expect(await store.read([{ ...HEAD, kind: 'log' }])).toEqual({ ok: true, value: [null] });
    expect(await store.write(next)).toEqual({ type: 'stored' });
    expect(await store.read([HEAD, { ...HEAD, kind: 'log' }, { ...HEAD, kind: 'tail' }])).toEqual({ ok: true, value: [row(2, 2), row(1, 3), null] });
  });

  it('reads a kind in order, of its own book alone, and deletes', async () => {
    const { open } = make();
    const store = open();
    await store.create();
    const puts = [5, 1, 300, 2].map((no) => ({ at: { ...HEAD, kind: 'log' as const, no }, row: row(1, no % 200) }));
    await store.write({ ...first, puts: [...first.puts, ...puts, { at: { ...HEAD, book: 'log-1', kind: 'log', no: 2 }, row: row(1, 9) }] });
    const found = await store.readTogether(HEAD, ['log', 'tail']);
    expect(found.ok && found.value.row).toEqual(row(1, 1));
    expect(found.ok && found.value.kinds.map((pages) => pages.map(({ at, row: one }) => [at.no, one.blob[0]]))).toEqual([[[1, 1], [2, 2], [5, 5], [300, 100]], []]);
    await store.write({ expect: { at: HEAD, row: row(1, 1) }, puts: [{ at: HEAD, row: row(2, 1) }], deletes: [{ ...HEAD, kind: 'log', no: 5 }] });
    const listed = await store.list();
    expect(listed.ok && listed.value.refs.filter(({ kind }) => kind === 'log').map(({ book, no }) => `${book}/${no}`)).toEqual(['log-1/2', 'own/1', 'own/2', 'own/300']);
    expect(listed.ok && listed.value.foreign).toBe(0);
  });

  it('closes when another tab deletes it, says so, and does not make it anew', async () => {
    const { engine, events, open } = make();
    const store = open();
    await store.create();
    await store.write(first);
    const other = open();
    expect(await other.destroy()).toEqual({ ok: true, value: null });
    expect(events.filter(({ type }) => type === 'closed')).toHaveLength(1);
    expect(await store.read([HEAD])).toMatchObject({ ok: false, error: { type: 'StorageFailed' } });
    expect((await store.write(first)).type).toBe('failed');
    expect(await engine.indexedDB.databases()).toEqual([]);
  });

  it('closed while it reconnects or opens, it stays closed and keeps nobody from deleting it', async () => {
    const { engine, events, open } = make();
    const store = open();
    await store.create();
    await store.write(first);
    for (const begin of [() => store.reopen(), () => store.open()]) {
      expect(await store.open()).toMatchObject({ ok: true });
      const begun = begin();
      store.close();
      expect(await begun).toMatchObject({ ok: false, error: { type: 'StorageFailed', name: 'DatabaseClosedError' } });
      expect(await store.read([HEAD])).toMatchObject({ ok: false, error: { name: 'DatabaseClosedError' } });
    }
    expect(await open().destroy()).toEqual({ ok: true, value: null });
    // No connection was left that would have had to be told.
    expect(events.filter(({ type }) => type === 'closed')).toEqual([]);
    expect(await engine.indexedDB.databases()).toEqual([]);
  });

  it('asks for strict durability in every write, and says what the engine made of it', async () => {
    const { engine, events, open } = make();
    const store = open();
    await store.create();
    await store.write(first);
    await store.write({ ...first, expect: { at: HEAD, row: row(1, 1) }, puts: [{ at: HEAD, row: row(2, 2) }] });
    expect(engine.durabilities.slice(-2)).toEqual(['strict', 'strict']);
    expect(events).toEqual([{ type: 'write', durability: 'strict' }, { type: 'write', durability: 'strict' }]);
  });

  it('refuses an engine that states another durability', async () => {
    const { open } = make();
    forceDurability('relaxed');
    const store = open();
    await store.create();
    const outcome = await store.write(first);
    forceDurability(null);
    store.close();
    expect(outcome.type).toBe('failed');
    expect(await open().open()).toEqual({ ok: false, error: { type: 'DatabaseMissing' } });
  });

  it('reads again on a new connection when one is lost, and gives up when it stays lost', async () => {
    const { faults, open } = make();
    const store = open();
    await store.create();
    await store.write(first);
    for (const error of ['UnknownError', 'InvalidStateError', 'AbortError']) {
      faults.arm({ at: 1, way: 'lost', error, sticky: false, sites: (site) => site === 'idb.transaction' });
      expect(await store.read([HEAD]), error).toMatchObject({ ok: true });
      expect(faults.fired(), error).toBe(1);
      faults.arm({ at: 1, way: 'lost', error, sticky: true, sites: (site) => site === 'idb.transaction' });
      expect(await store.read([HEAD]), error).toEqual({ ok: false, error: { type: 'StorageFailed', name: error } });
      expect(faults.fired(), error).toBeGreaterThanOrEqual(4);
      faults.disarm();
      expect(await store.read([HEAD]), error).toMatchObject({ ok: true });
    }
  });

  it('tells a full disk from a failing one, also when the engine hides it in the abort', async () => {
    const { faults, open } = make();
    const store = open();
    await store.create();
    await store.write(first);
    const next = { ...first, expect: { at: HEAD, row: row(1, 1) }, puts: [{ at: HEAD, row: row(2, 2) }] };
    for (const site of ['idb.commit', 'idb.write']) {
      faults.arm({ at: 1, way: 'lost', error: 'QuotaExceededError', sticky: true, sites: (one) => one === site });
      expect(await store.write(next), site).toEqual({ type: 'failed', error: { type: 'StorageFull' } });
      faults.disarm();
    }
    faults.arm({ at: 1, way: 'reported', error: 'QuotaExceededError', sticky: false, sites: (one) => one === 'idb.commit' });
    expect(await store.write(next)).toEqual({ type: 'stored' });
  });
});
