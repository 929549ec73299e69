import { beforeAll, describe, expect, it } from 'vitest';
import type { MemberId, StoreId } from '../../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { hashEntryLine, parseEntry } from '../../../src/core/formats/log/entry.ts';
import { appendLeaves, createFrontier } from '../../../src/core/formats/log/merkle.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import { hashAttached, parseAttachedPart } from '../../../workers/vault/audit/attached-page.ts';
import type { Head } from '../../../workers/vault/audit/head.ts';
import type { AppendInput, Appended } from '../../../workers/vault/audit/log-writer.ts';
import { createLogWriter } from '../../../workers/vault/audit/log-writer.ts';
import type { LogRun } from '../../../workers/vault/audit/log-page.ts';
import { parseLogPage } from '../../../workers/vault/audit/log-page.ts';
import { newBook } from '../../../workers/vault/audit/open.ts';
import { openPage } from '../../../workers/vault/audit/page-reader.ts';
import type { AttachDraft, EntryDraft } from '../../../workers/vault/audit/plan.ts';
import type { AuditPlatform, PageSealer } from '../../../workers/vault/audit/ports.ts';
import { attachedNo } from '../../../workers/vault/book/layout.ts';
import { sha256 } from '../../support/log-crypto.ts';
import { entry } from '../../support/vault-fixture-plans.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

const hash = 'A'.repeat(43);
const actor = encodeBase64url(new Uint8Array(16).fill(3)) as MemberId;
const other = encodeBase64url(new Uint8Array(16).fill(4)) as StoreId;
let platform: AuditPlatform;
let sealer: PageSealer;
let empty: Pick<AppendInput, 'head' | 'run'>;

beforeAll(async () => {
  const fixture = await createVaultFixture();
  ({ platform } = fixture);
  sealer = await fixture.sealer(1);
  const { head, run } = newBook({ sealer, table: { version: 1, hash, epoch: 1 }, salt: new Uint8Array(32) }).state;
  empty = { head: { ...head, tableVersion: 4 }, run };
});

const append = (to: Pick<AppendInput, 'head' | 'run'>, drafts: readonly EntryDraft[], change: Partial<AppendInput> = {}): Promise<Appended> =>
  createLogWriter(platform)(sealer, { ...to, drafts, time: 7, actor, state: hash, tableVersion: 5, allTails: false, ...change });
const uses = (count: number): readonly EntryDraft[] => Array.from({ length: count }, () => entry('use'));
const after = ({ frontier, last, run }: Appended): { readonly head: Head; readonly run: LogRun } => ({ head: { ...empty.head, frontier, last }, run });
const grown = async (size: number): Promise<Pick<AppendInput, 'head' | 'run'>> => (size === 0 ? empty : after(await append(empty, uses(size))));
const placesOf = ({ puts }: Appended): readonly string[] => puts.map(({ at, row }) => `${at.kind}/${at.no} rev ${row.rev}`);
const entriesOf = ({ run }: Appended) =>
  run.lines.map((line) => {
    const parsed = parseEntry(line);
    if (!parsed.ok) throw new Error('line');
    return parsed.value;
  });

describe('entries that are appended', () => {
  it('have their place, the one before, and what the commit says of all of them', async () => {
    const first = await append(empty, [entry('use', { subjectId: actor, codes: ['a:b'] })]);
    const second = await append(after(first), [entry('lock', { seen: [{ logId: other, size: 1, root: hash }] })], { time: 9 });
    const common = { vaultId: sealer.vaultId, logId: sealer.storeId, actorId: actor, tableVersion: 4, state: hash, attach: [], build: platform.build };
    expect(entriesOf(second)).toEqual([
      { ...common, seq: 0, prev: '', time: 7, action: 'use', subjectId: actor, codes: ['a:b'], seen: [] },
      { ...common, seq: 1, prev: first.last, time: 9, action: 'lock', subjectId: '', codes: [], seen: [{ logId: other, size: 1, root: hash }] },
    ]);
    const leaves = second.run.lines.map((line) => hashEntryLine(sha256, line));
    expect(second.frontier).toEqual(appendLeaves(sha256, createFrontier(), leaves));
    expect(second.last).toBe(encodeBase64url(leaves[1]!));
  });

  it('act under the new table from the one on that attaches it', async () => {
    const attach: readonly AttachDraft[] = [{ kind: 'file', hash }, { kind: 'table', hash }];
    const made = await append(empty, [entry('use', { attach: [{ kind: 'file', hash }] }), entry('table', { attach }), entry('use')]);
    expect(entriesOf(made).map(({ tableVersion }) => tableVersion)).toEqual([4, 5, 5]);
  });
});

describe('the pages they go to', () => {
  it.each<[number, number, readonly string[], readonly string[]]>([
    [0, 1, ['tail/0 rev 1'], []],
    [1, 1, ['tail/0 rev 2'], []],
    [15, 1, ['tail/0 rev 16'], []],
    [16, 1, ['tail/1 rev 1'], []],
    [14, 4, ['tail/0 rev 16', 'tail/1 rev 2'], []],
    [127, 1, ['log/0 rev 1'], [0, 1, 2, 3, 4, 5, 6, 7].map((no) => `own/tail/${no}`)],
    [17, 113, ['log/0 rev 1', 'tail/8 rev 2'], ['own/tail/0', 'own/tail/1']],
    [0, 257, ['log/0 rev 1', 'log/1 rev 1', 'tail/16 rev 1'], []],
    [128, 1, ['tail/8 rev 1'], []],
    [130, 127, ['log/1 rev 1', 'tail/16 rev 1'], ['own/tail/8']],
  ])('behind %i entries, %i more', async (before, count, puts, deletes) => {
    const made = await append(await grown(before), uses(count));
    expect(placesOf(made)).toEqual(puts);
    expect(made.deletes.map(pageRefKey)).toEqual(deletes);
    const size = before + count;
    expect(made.run.first).toBe(size - (size % 128));
    expect(made.run.lines).toHaveLength(size % 128);
    if (size % 128 === 0) expect(made.run.prev).toBe(made.last);
    for (const { at, row } of made.puts) {
      const content = await openPage(sealer, at, row);
      const stretch = content.ok ? parseLogPage(content.value, sealer.vaultId, sealer.storeId, sha256) : null;
      expect(stretch?.first).toBe(at.no * (at.kind === 'log' ? 128 : 16));
      if (at === made.puts.at(-1)?.at) expect(stretch?.last).toBe(made.last);
    }
  });

  it('are all tail pages, when the log key is a new one', async () => {
    const to = await grown(33);
    expect(placesOf(await append(to, uses(1)))).toEqual(['tail/2 rev 2']);
    expect(placesOf(await append(to, uses(1), { allTails: true }))).toEqual(['tail/0 rev 16', 'tail/1 rev 16', 'tail/2 rev 2']);
    // Where they become a log page none of them is left.
    expect(placesOf(await append(to, uses(96), { allTails: true }))).toEqual(['log/0 rev 1', 'tail/8 rev 1']);
  });
});

describe('what they attach', () => {
  it('stands in the line as a hash over 32 random bytes and the text; the pages have both', async () => {
    const drafts = [{ kind: 'file', hash }, { kind: 'attach', content: { a: 'x'.repeat(8_000) } }, { kind: 'list', content: { b: [1] } }] as const;
    const made = await append(await grown(2), [entry('use'), entry('use', { attach: drafts })]);
    const attached = entriesOf(made).at(-1)!.attach;
    expect(attached.map(({ kind }) => kind)).toEqual(['file', 'attach', 'list']);
    const [note, list] = [attachedNo(3, 1, 0), attachedNo(3, 2, 0)];
    expect(placesOf(made).slice(0, 3)).toEqual([`attach/${note} rev 1`, `attach/${note + 1} rev 1`, `list/${list} rev 1`]);
    const parts = await Promise.all(
      made.puts.slice(0, 3).map(async ({ at, row }) => {
        const content = await openPage(sealer, at, row);
        const part = content.ok ? parseAttachedPart(content.value) : null;
        if (part === null) throw new Error('part');
        return part;
      }),
    );
    const [a, b, c] = parts;
    expect(`${a!.text}${b!.text}`).toBe(JSON.stringify(drafts[1].content));
    expect([attached[1]!.hash, attached[2]!.hash]).toEqual([hashAttached(sha256, { salt: a!.salt, text: `${a!.text}${b!.text}` }), hashAttached(sha256, c!)]);
    expect(c!.salt).not.toBe(a!.salt);
    expect(attached[0]).toEqual({ kind: 'file', hash });
  });

  it('is eight things at most: a ninth would have the place of another entry’s', async () => {
    const many = (count: number): readonly EntryDraft[] => [entry('use', { attach: Array.from({ length: count }, () => ({ kind: 'list' as const, content: {} })) })];
    await expect(append(empty, many(9))).rejects.toThrow('too many attachments');
    // Eight have places, but no line holds so many hashes.
    await expect(append(empty, many(8))).rejects.toThrow('encodeEntry');
    const two = await append(empty, many(2));
    expect(placesOf(two)).toEqual(['list/0 rev 1', 'list/64 rev 1', 'tail/0 rev 1']);
  });
});
