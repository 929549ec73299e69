import { describe, expect, it } from 'vitest';
import type { VaultError } from '../../../src/core/contract/errors.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import type { Head } from '../../../workers/vault/audit/head.ts';
import { parseHead } from '../../../workers/vault/audit/head.ts';
import type { CheckpointPage } from '../../../workers/vault/audit/kept-checkpoints.ts';
import { checkpointPageCount, encodeCheckpoints, hashNotes, joinCheckpoints, keepCheckpoints, parseCheckpoints } from '../../../workers/vault/audit/kept-checkpoints.ts';
import type { PageReader } from '../../../workers/vault/audit/page-reader.ts';
import { sha256 } from '../../support/log-crypto.ts';

const id = encodeBase64url(new Uint8Array(16));
const hash = encodeBase64url(new Uint8Array(32));

/** `named`: numbers of the checkpoint pages that the head names. */
const headWith = (kept: number, named: readonly number[] = []): Head => {
  const base = { vaultId: id, storeId: id, epoch: 1, table: [1, hash], size: 0, nodes: [], last: '', lastTime: 0, actor: '', checkpoint: '', salt: hash, pages: [], closed: [] };
  const head = parseHead({ ...base, kept, pages: named.map((no) => ['checkpoint', no, 1, hash]) });
  if (head === null) throw new Error('head');
  return head;
};

const notes = (from: number, to: number): readonly string[] => Array.from({ length: to - from }, (_, n) => `note ${from + n}`);
/** A page behind `before`. */
const pageOf = (content: readonly string[], before: CheckpointPage | null = null): CheckpointPage => ({ prev: before === null ? null : hashNotes(sha256, before), notes: content });
const change = (no: number, page: CheckpointPage) => ({ ref: { book: 'own', kind: 'checkpoint', no }, content: encodeCheckpoints(page) });

/** Answers for the pages that lie there, and tells which were asked for. */
const readerOf = (answers: Readonly<Record<number, Result<JsonObject | null, VaultError>>>): { readonly pages: PageReader; readonly asked: PageRef[] } => {
  const asked: PageRef[] = [];
  const never = (): never => {
    throw new Error('asked for more than pages');
  };
  const read = (ref: PageRef) => {
    asked.push(ref);
    return Promise.resolve(answers[ref.no] ?? never());
  };
  return { asked, pages: { read, readPersonPage: never, readNumberPage: never, readPerson: never, readNumbers: never } };
};

const keep = async (kept: number, added: readonly string[], answers: Readonly<Record<number, Result<JsonObject | null, VaultError>>> = {}) => {
  const { pages, asked } = readerOf(answers);
  return { result: await keepCheckpoints(headWith(kept), added, pages, sha256), asked: asked.map(({ no }) => no) };
};

const first = pageOf(notes(0, 64));
const second = pageOf(notes(64, 128), first);

describe('checkpoints that are kept', () => {
  it('nothing to keep changes nothing and reads nothing', async () => {
    expect(await keep(5, [])).toEqual({ result: ok({ pages: [], count: 0, vouched: [] }), asked: [] });
  });

  it('begin a page where the one before is full, which it names', async () => {
    expect(await keep(0, notes(0, 2))).toEqual({ result: ok({ pages: [change(0, pageOf(notes(0, 2)))], count: 2, vouched: [] }), asked: [] });
    const third = change(2, pageOf(notes(128, 129), second));
    expect(await keep(128, notes(128, 129), { 1: ok(encodeCheckpoints(second)) })).toEqual({ result: ok({ pages: [third], count: 1, vouched: [1] }), asked: [1] });
  });

  it('come behind those of a page that is not full, and leave what it names', async () => {
    const begun = encodeCheckpoints(pageOf(notes(64, 65), first));
    expect(await keep(65, notes(65, 66), { 1: ok(begun) })).toEqual({ result: ok({ pages: [change(1, pageOf(notes(64, 66), first))], count: 1, vouched: [0] }), asked: [1] });
    expect(await keep(63, notes(63, 64), { 0: ok({ notes: notes(0, 63) }) })).toEqual({ result: ok({ pages: [change(0, first)], count: 1, vouched: [] }), asked: [0] });
  });

  it('behind those of an early build, name the page that nothing named but the head', async () => {
    const early = { 1: ok({ notes: notes(64, 65) }), 0: ok({ notes: notes(0, 64) }) };
    expect(await keep(65, notes(65, 66), early)).toEqual({ result: ok({ pages: [change(1, pageOf(notes(64, 66), first))], count: 1, vouched: [0] }), asked: [1, 0] });
  });

  it('fill page after page, 64 each, each naming the one before', async () => {
    const third = pageOf(notes(128, 192), second);
    const pages = [change(0, first), change(1, second), change(2, third), change(3, pageOf(notes(192, 200), third))];
    expect((await keep(62, notes(62, 200), { 0: ok({ notes: notes(0, 62) }) })).result).toEqual(ok({ pages, count: 138, vouched: [0, 1, 2] }));
  });

  it('are not put behind a page that is gone, holds another number of them, or is none', async () => {
    const damaged = err({ type: 'DatabaseDamaged', page: 'own/checkpoint/1' });
    for (const answer of [null, { notes: [] }, { notes: notes(0, 1) }, { notes: notes(0, 3) }, { notes: 'x' }, { notes: notes(64, 66), prev: 'x' }, {}]) {
      expect((await keep(66, ['new'], { 1: ok(answer) })).result, JSON.stringify(answer)).toEqual(damaged);
    }
    // Nor is one named that is not what it should be.
    for (const answer of [null, { notes: notes(64, 127) }]) expect((await keep(128, ['new'], { 1: ok(answer) })).result).toEqual(damaged);
  });

  it('a page that cannot be read is told as what it is', async () => {
    const failed = err({ type: 'StorageFailed', name: 'UnknownError' } as const);
    expect((await keep(1, ['new'], { 0: failed })).result).toEqual(failed);
    expect((await keep(64, ['new'], { 0: failed })).result).toEqual(failed);
  });
});

describe('a checkpoint page', () => {
  it('holds texts, 64 at most, and what the page before it is', () => {
    for (const page of [first, second, pageOf([])]) expect(parseCheckpoints(encodeCheckpoints(page))).toEqual(page);
    for (const bad of [notes(0, 65), ['a', 1], [null], 'a', null]) expect(parseCheckpoints({ notes: bad }), JSON.stringify(bad)).toBeNull();
    for (const bad of ['', 'x', 1, []]) expect(parseCheckpoints({ prev: bad, notes: [] }), JSON.stringify(bad)).toBeNull();
    expect(parseCheckpoints({})).toBeNull();
    // The first page has no such key at all.
    expect(encodeCheckpoints(pageOf(['a']))).toEqual({ notes: ['a'] });
    expect(Object.keys(encodeCheckpoints(pageOf(['a'])))).toEqual(['notes']);
  });

  it('is named by SHA-256 over the JSON of what it names and its notes (page-v1 §5.6)', () => {
    const hashOf = (text: string): string => encodeBase64url(sha256(new TextEncoder().encode(text)));
    expect(hashNotes(sha256, pageOf(['a', 'b']))).toBe(hashOf('["",["a","b"]]'));
    expect(hashNotes(sha256, { prev: hash, notes: ['a'] })).toBe(hashOf(`["${hash}",["a"]]`));
  });

  it('is as many as the notes need', () => {
    expect([0, 1, 64, 65, 128].map((kept) => checkpointPageCount(headWith(kept)))).toEqual([0, 1, 1, 2, 2]);
  });
});

describe('all pages together', () => {
  const last = pageOf(notes(128, 130), second);
  const join = (pages: readonly (CheckpointPage | null)[], named: readonly number[] = [2], kept = 130) =>
    joinCheckpoints(headWith(kept, named), pages.map((page) => (page === null ? null : encodeCheckpoints(page))), sha256);

  it('give the notes in order, the last page named by the head and each other by the one behind it', () => {
    expect(join([first, second, last])).toEqual({ notes: notes(0, 130) });
    expect(join([first], [0], 64)).toEqual({ notes: notes(0, 64) });
    expect(join([], [], 0)).toEqual({ notes: [] });
  });

  it('of an early build are all named by the head', () => {
    const early = [notes(0, 64), notes(64, 128), notes(128, 130)].map((content) => pageOf(content));
    expect(join(early, [0, 1, 2])).toEqual({ notes: notes(0, 130) });
    expect(join(early, [1, 2])).toEqual({ damaged: 0 });
    expect(join(early, [0, 2])).toEqual({ damaged: 1 });
    // Where a later build went on, the page it wrote names the last of them.
    expect(join([pageOf(notes(0, 64)), pageOf(notes(64, 128)), pageOf(notes(128, 130), pageOf(notes(64, 128)))], [0, 2])).toEqual({ notes: notes(0, 130) });
  });

  it('show a page of another record, though it opens and is as long', () => {
    const other = pageOf([...notes(0, 63), 'another']);
    expect(join([other, second, last])).toEqual({ damaged: 0 });
    expect(join([first, pageOf(notes(64, 128), other), last])).toEqual({ damaged: 0 });
    expect(join([first, { ...second, notes: [...notes(64, 127), 'another'] }, last])).toEqual({ damaged: 1 });
    expect(join([{ ...first, prev: hash }, pageOf(notes(64, 128), { ...first, prev: hash }), last])).toEqual({ damaged: 0 });
    expect(join([first, second, last], [])).toEqual({ damaged: 2 });
  });

  it('show one that is gone, none, or not as long as its place asks for', () => {
    expect(join([first, null, last])).toEqual({ damaged: 1 });
    for (const length of [63, 65]) expect(join([pageOf(notes(0, length)), second, last])).toEqual({ damaged: 0 });
    expect(join([first, second, pageOf(notes(128, 129), second)])).toEqual({ damaged: 2 });
    expect(join([first, second, pageOf(notes(128, 131), second)])).toEqual({ damaged: 2 });
  });
});
