import { beforeAll, describe, expect, it } from 'vitest';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import type { BookState } from '../../../workers/vault/audit/book-state.ts';
import type { StoreCheck } from '../../../workers/vault/audit/check-store.ts';
import { checkStore } from '../../../workers/vault/audit/check-store.ts';
import type { Plan } from '../../../workers/vault/audit/plan.ts';
import type { PageSealer } from '../../../workers/vault/audit/ports.ts';
import { attachedNo } from '../../../workers/vault/book/layout.ts';
import type { StoredPage } from '../../../workers/vault/storage/page-row.ts';
import type { PageStore } from '../../../workers/vault/storage/page-store.ts';
import { sha256 } from '../../support/log-crypto.ts';
import { readDisk, writeDisk } from '../../support/vault-fixture-disk.ts';
import { entry, planCreate, planEntry, planRegister } from '../../support/vault-fixture-plans.ts';
import type { Session, VaultFixture } from '../../support/vault-fixture.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

describe('the check of a whole store', () => {
  let fixture: VaultFixture;
  let session: Session;
  let disk: readonly StoredPage[];
  let state: BookState;

  beforeAll(async () => {
    fixture = await createVaultFixture();
    const first = await fixture.createStore();
    await first.writer.commit(planCreate(fixture));
    await first.writer.commit(planRegister(Array.from({ length: 20 }, (_, n) => n)));
    await first.writer.idle();
    first.store.close();
    // Its first commit keeps the checkpoint of the first session; seq 21 attaches two pages and one.
    session = await fixture.reopen();
    await session.writer.commit(planEntry('use', { attach: [{ kind: 'attach', content: { a: 'a'.repeat(9_000) } }, { kind: 'list', content: { b: 2 } }] }));
    disk = await readDisk(fixture);
    state = session.writer.book();
  });

  const named = ({ problems }: StoreCheck) => problems.map((problem) => (problem.type === 'DatabaseDamaged' ? problem.page : problem));

  const check = async (change: Partial<Parameters<typeof checkStore>[0]> = {}) => {
    const found = await checkStore({ store: session.store, sealer: session.sealer, state, sha256, ...change });
    return { ...found, problems: named(found) };
  };

  /** What is found while these pages lie there; null: the page is gone. Everything is put back. */
  const checkWith = async (changes: Readonly<Record<string, StoredPage | null>>, sealer = session.sealer) => {
    const puts = Object.values(changes).filter((page) => page !== null);
    const gone = Object.keys(changes).filter((key) => changes[key] === null);
    const isThere = (key: string): boolean => disk.some(({ at }) => pageRefKey(at) === key);
    await writeDisk(fixture, puts, disk.map(({ at }) => at).filter((at) => gone.includes(pageRefKey(at))));
    const { problems } = await check({ sealer });
    await writeDisk(fixture, disk, puts.map(({ at }) => at).filter((at) => !isThere(pageRefKey(at))));
    return problems;
  };

  const pageAt = (key: string): StoredPage => {
    const found = disk.find(({ at }) => pageRefKey(at) === key);
    if (found === undefined) throw new Error(`no ${key}`);
    return found;
  };
  const bent = (key: string): Readonly<Record<string, StoredPage>> => {
    const { at, row } = pageAt(key);
    return { [key]: { at, row: { ...row, blob: row.blob.map((byte, n) => (n === 40 ? byte ^ 1 : byte)) } } };
  };
  const planted = (at: PageRef, like = 'own/setting/0'): Readonly<Record<string, StoredPage>> => ({ [pageRefKey(at)]: { at, row: pageAt(like).row } });
  const without = (key: 'profile' | 'number' | 'note'): PageSealer => ({ ...session.sealer, holds: (name) => name !== key && session.sealer.holds(name) });

  const ATTACH = attachedNo(21, 0, 0);
  const LIST = attachedNo(21, 1, 0);

  it('finds nothing in one that fits, and counts what there is', async () => {
    expect(await check()).toEqual({ problems: [], pages: disk.length, persons: 20, numbers: 20, entries: 22 });
  });

  it('tells how far it is, page by page, of how many', async () => {
    const told: (readonly [number, number])[] = [];
    await check({ onProgress: (done, total) => told.push([done, total]) });
    // Persons and numbers on two pages each, four pages that the head names, two attachments.
    expect(state.head.pages.map(({ kind }) => kind)).toEqual(['checkpoint', 'index', 'setting', 'table']);
    expect(told).toEqual(Array.from({ length: 10 }, (_, n) => [n + 1, disk.length]));
  });

  it('asks the store for pages of one kind together, each once; head, index and tail come as one', async () => {
    const asked: string[][] = [];
    const store: PageStore = { ...session.store, read: (refs) => (asked.push(refs.map(pageRefKey)), session.store.read(refs)) };
    expect((await check({ store })).problems).toEqual([]);
    expect(asked.filter((keys) => keys.some((key) => /person|number/.test(key)))).toEqual([['own/number/0', 'own/number/1'], ['own/person/0', 'own/person/1']]);
    expect(asked.filter((keys) => keys.some((key) => /head|index|tail/.test(key)))).toEqual([]);
    expect(asked.filter((keys) => keys.includes('own/setting/0'))).toEqual([['own/setting/0']]);
  });

  it('what cannot be listed or read is told as what it is', async () => {
    const failed = { type: 'StorageFailed', name: 'UnknownError' } as const;
    const list: PageStore['list'] = () => Promise.resolve(err(failed));
    expect(await check({ store: { ...session.store, list } })).toEqual({ problems: [failed], pages: 0, persons: 0, numbers: 0, entries: 0 });
    const readTogether: PageStore['readTogether'] = () => Promise.resolve(err(failed));
    expect((await check({ store: { ...session.store, readTogether } })).problems).toEqual([failed]);
    const read: PageStore['read'] = (refs) => (refs[0]?.kind === 'setting' ? Promise.resolve(err(failed)) : session.store.read(refs));
    expect((await check({ store: { ...session.store, read } })).problems).toEqual([failed]);
  });

  it('a key in the database that no page can have is a problem', async () => {
    const foreign = (count: number): PageStore => ({
      ...session.store,
      list: async () => {
        const listed = await session.store.list();
        return listed.ok ? ok({ ...listed.value, foreign: count }) : listed;
      },
    });
    expect((await check({ store: foreign(1) })).problems).toEqual(['unknown']);
    expect((await check({ store: foreign(0) })).problems).toEqual([]);
  });

  it('a head on the disk that is not the one of the state is damage, be it sealed by us', async () => {
    const head = pageAt('own/head/0');
    const plaintext = await session.sealer.open(head.at, head.row);
    const again = { at: head.at, row: await session.sealer.seal(head.at, head.row.rev, plaintext!) };
    await writeDisk(fixture, [again]);
    const { problems } = await check();
    await writeDisk(fixture, [head]);
    expect(problems).toEqual(['own/head/0']);
  });

  it.each(['own/index/0', 'own/tail/0', 'own/tail/1', 'own/setting/0', 'own/person/1', 'own/number/0'])('%s, damaged, is told once', async (key) => {
    expect(await checkWith(bent(key))).toEqual([key]);
  });

  it('checkpoints fewer than the head says are damage of their page, and so is a table without its note', async () => {
    expect((await check({ state: { ...state, head: { ...state.head, kept: state.head.kept + 1 } } })).problems).toEqual(['own/checkpoint/0']);
    const other = await createVaultFixture();
    const made = await other.createStore();
    await made.writer.commit(planCreate(other));
    const plan: Plan = { entries: [entry('table')], pages: [{ ref: { book: 'own', kind: 'table', no: 1 }, content: { title: '' } }] };
    await made.writer.commit(() => Promise.resolve(ok({ plan, value: null })));
    expect(named(await made.check())).toEqual(['own/table/1']);
  });

  it('an attached page is there and opens, as far as the key is held', async () => {
    const key = `own/attach/${ATTACH}`;
    const second = `own/attach/${ATTACH + 1}`;
    for (const part of [key, second]) expect(await checkWith(bent(part))).toEqual([part]);
    expect(await checkWith(bent(key), without('note'))).toEqual([]);
    expect(await checkWith(bent(`own/list/${LIST}`), without('note'))).toEqual([`own/list/${LIST}`]);
    expect(await checkWith({ [key]: null, [second]: null })).toEqual([key]);
    expect(await checkWith({ [key]: null, [second]: null }, without('note'))).toEqual([]);
    expect(await checkWith({ [`own/list/${LIST}`]: null })).toEqual([`own/list/${LIST}`]);
  });

  it('a page behind the parts of an attachment is none of it; without the key nobody can say', async () => {
    for (const [kind, no] of [['attach', ATTACH + 2], ['attach', ATTACH + 63], ['list', LIST + 1], ['list', LIST + 63]] as const) {
      const key = `own/${kind}/${no}`;
      expect(await checkWith(planted({ book: 'own', kind, no }))).toEqual([key]);
      expect(await checkWith(planted({ book: 'own', kind, no }), without('note'))).toEqual(kind === 'attach' ? [] : [key]);
    }
    // Of an attachment that does not open the damage is told, once, and not what may be the rest of it.
    expect(await checkWith({ ...bent(`own/attach/${ATTACH}`), ...planted({ book: 'own', kind: 'attach', no: ATTACH + 2 }) })).toEqual([`own/attach/${ATTACH}`]);
  });

  it('pages that nothing names are told, and those of an attachment or the draft are not', async () => {
    for (const at of [
      { book: 'own', kind: 'setting', no: 7 },
      { book: 'own', kind: 'person', no: 7 },
      { book: 'own', kind: 'log', no: 0 },
      { book: 'own', kind: 'draft', no: 1 },
      { book: 'own', kind: 'attach', no: attachedNo(20, 0, 0) },
      { book: 'own', kind: 'attach', no: LIST },
      { book: 'own', kind: 'attach', no: attachedNo(21, 2, 0) },
      { book: 'log-1', kind: 'attach', no: ATTACH },
      { book: 'other', kind: 'setting', no: 0 },
    ] as const) {
      expect(await checkWith(planted(at)), pageRefKey(at)).toEqual([pageRefKey(at)]);
    }
    expect(await checkWith(planted({ book: 'own', kind: 'draft', no: 0 }))).toEqual([]);
  });

  it('without the key for profiles nobody can say which persons and numbers are named, but of all else', async () => {
    const sealer = without('profile');
    expect(await check({ sealer })).toEqual({ problems: [], pages: disk.length, persons: 0, numbers: 0, entries: 22 });
    expect(await checkWith(planted({ book: 'own', kind: 'person', no: 7 }), sealer)).toEqual([]);
    expect(await checkWith(planted({ book: 'own', kind: 'number', no: 7 }), sealer)).toEqual([]);
    expect(await checkWith(planted({ book: 'own', kind: 'setting', no: 7 }), sealer)).toEqual(['own/setting/7']);
  });
});
