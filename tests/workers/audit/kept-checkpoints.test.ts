import { describe, expect, it } from 'vitest';
import type { VaultError } from '../../../src/core/contract/errors.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import type { Head } from '../../../workers/vault/audit/head.ts';
import { parseHead } from '../../../workers/vault/audit/head.ts';
import { encodeCheckpoints, keepCheckpoints, parseCheckpoints } from '../../../workers/vault/audit/kept-checkpoints.ts';
import type { PageReader } from '../../../workers/vault/audit/page-reader.ts';

const id = encodeBase64url(new Uint8Array(16));
const hash = encodeBase64url(new Uint8Array(32));

const headWith = (kept: number): Head => {
  const base = { vaultId: id, storeId: id, epoch: 1, table: [1, hash], size: 0, nodes: [], last: '', lastTime: 0, actor: '', checkpoint: '', salt: hash, pages: [], closed: [] };
  const head = parseHead({ ...base, kept });
  if (head === null) throw new Error('head');
  return head;
};

const notes = (from: number, to: number): readonly string[] => Array.from({ length: to - from }, (_, n) => `note ${from + n}`);
const page = (no: number, content: readonly string[]) => ({ ref: { book: 'own', kind: 'checkpoint', no }, content: { notes: content } });

/** Answers for one page, and tells which were asked for. */
const readerOf = (answer: Result<JsonObject | null, VaultError>): { readonly pages: PageReader; readonly asked: PageRef[] } => {
  const asked: PageRef[] = [];
  const never = (): never => {
    throw new Error('asked for more than pages');
  };
  const read = (ref: PageRef) => {
    asked.push(ref);
    return Promise.resolve(answer);
  };
  return { asked, pages: { read, readPersonPage: never, readNumberPage: never, readPerson: never, readNumbers: never } };
};

const keep = async (kept: number, added: readonly string[], answer: Result<JsonObject | null, VaultError> = ok(null)) => {
  const { pages, asked } = readerOf(answer);
  return { result: await keepCheckpoints(headWith(kept), added, pages), asked: asked.map(({ no }) => no) };
};

describe('checkpoints that are kept', () => {
  it('nothing to keep changes nothing and reads nothing', async () => {
    expect(await keep(5, [])).toEqual({ result: ok([]), asked: [] });
  });

  it('begin a page where the one before is full, without reading it', async () => {
    expect(await keep(0, notes(0, 2))).toEqual({ result: ok([page(0, notes(0, 2))]), asked: [] });
    expect(await keep(128, notes(128, 129))).toEqual({ result: ok([page(2, notes(128, 129))]), asked: [] });
  });

  it('come behind those of a page that is not full', async () => {
    expect(await keep(65, notes(65, 66), ok({ notes: notes(64, 65) }))).toEqual({ result: ok([page(1, notes(64, 66))]), asked: [1] });
    expect(await keep(63, notes(63, 64), ok({ notes: notes(0, 63) }))).toEqual({ result: ok([page(0, notes(0, 64))]), asked: [0] });
  });

  it('fill page after page, 64 each', async () => {
    const { result } = await keep(62, notes(62, 200), ok({ notes: notes(0, 62) }));
    expect(result).toEqual(ok([page(0, notes(0, 64)), page(1, notes(64, 128)), page(2, notes(128, 192)), page(3, notes(192, 200))]));
  });

  it('are not put behind a page that is gone, holds another number of them, or is none', async () => {
    const damaged = err({ type: 'DatabaseDamaged', page: 'own/checkpoint/1' });
    for (const answer of [null, { notes: [] }, { notes: notes(0, 1) }, { notes: notes(0, 3) }, { notes: 'x' }, {}]) {
      expect((await keep(66, ['new'], ok(answer))).result, JSON.stringify(answer)).toEqual(damaged);
    }
  });

  it('a page that cannot be read is told as what it is', async () => {
    const failed = err({ type: 'StorageFailed', name: 'UnknownError' } as const);
    expect((await keep(1, ['new'], failed)).result).toEqual(failed);
  });
});

describe('a checkpoint page', () => {
  it('holds texts, 64 at most', () => {
    expect(parseCheckpoints(encodeCheckpoints(notes(0, 64)))).toEqual(notes(0, 64));
    for (const bad of [notes(0, 65), ['a', 1], [null], 'a', null]) expect(parseCheckpoints({ notes: bad }), JSON.stringify(bad)).toBeNull();
    expect(parseCheckpoints({})).toBeNull();
  });
});
