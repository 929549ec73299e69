import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import type { Head } from '../../../workers/vault/audit/head.ts';
import { parseHead } from '../../../workers/vault/audit/head.ts';
import { encodeCheckpoints, hashNotes } from '../../../workers/vault/audit/kept-checkpoints.ts';
import { joinTables, linkedRefs, readLinked } from '../../../workers/vault/audit/linked-pages.ts';
import { ownRef } from '../../../workers/vault/book/layout.ts';
import { sha256 } from '../../support/log-crypto.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

const id = encodeBase64url(new Uint8Array(16));
const fixture = await createVaultFixture();
const VERSIONS = 3;
const tables = Array.from({ length: VERSIONS }, (_, n) => fixture.table(n + 1, n + 1));
const notes = (from: number, to: number): readonly string[] => Array.from({ length: to - from }, (_, n) => `note ${from + n}`);
const full = { prev: null, notes: notes(0, 64) };

const headOf = (tableVersion: number, kept: number): Head => {
  const hash = encodeBase64url(new Uint8Array(32));
  const base = { vaultId: id, storeId: id, epoch: 1, size: 0, nodes: [], last: '', lastTime: 0, actor: '', checkpoint: '', salt: hash, closed: 0 };
  const head = parseHead({ ...base, table: [tableVersion, tables[tableVersion - 1]?.hash ?? hash], kept, pages: [['checkpoint', 1, 1, hash]] });
  if (head === null) throw new Error('head');
  return head;
};

const contents = (change: Readonly<Record<string, JsonObject | null>> = {}): ((ref: PageRef) => JsonObject | null) => {
  const known: Readonly<Record<string, JsonObject | null>> = {
    ...Object.fromEntries(tables.map(({ version, note }) => [`own/table/${version}`, { note }])),
    'own/checkpoint/0': encodeCheckpoints(full),
    'own/checkpoint/1': encodeCheckpoints({ prev: hashNotes(sha256, full), notes: notes(64, 66) }),
    ...change,
  };
  return (ref) => known[pageRefKey(ref)] ?? null;
};

describe('tables and checkpoint pages, all together', () => {
  it('lie where the head says, every one of them', () => {
    expect(linkedRefs(headOf(2, 65)).map(pageRefKey)).toEqual(['own/table/1', 'own/table/2', 'own/checkpoint/0', 'own/checkpoint/1']);
    expect(linkedRefs(headOf(1, 0)).map(pageRefKey)).toEqual(['own/table/1']);
  });

  it('are read when each is the one that is named, tables in the order of their versions', () => {
    expect(readLinked(headOf(VERSIONS, 66), contents(), sha256)).toEqual({ tables: tables.map(({ note }) => note) });
  });

  it('are told by their place when one is gone, none, or another', () => {
    const head = headOf(VERSIONS, 66);
    const at = (key: string, content: JsonObject | null) => readLinked(head, contents({ [key]: content }), sha256);
    for (const content of [null, {}, { note: 1 }, { note: 'no table\n' }]) expect(at('own/table/2', content), JSON.stringify(content)).toEqual({ damaged: ownRef('table', 2) });
    // It is a table of this vault, but not this one.
    expect(at('own/table/1', { note: tables[1]?.note ?? '' })).toEqual({ damaged: ownRef('table', 1) });
    expect(at('own/table/3', { note: tables[1]?.note ?? '' })).toEqual({ damaged: ownRef('table', 3) });
    expect(at('own/checkpoint/0', null)).toEqual({ damaged: ownRef('checkpoint', 0) });
    expect(at('own/checkpoint/0', { notes: [...notes(0, 63), 'another'] })).toEqual({ damaged: ownRef('checkpoint', 0) });
  });

  it('of no table there is nothing to tell', () => {
    expect(joinTables(headOf(1, 0), [], sha256)).toEqual({ tables: [] });
  });
});
