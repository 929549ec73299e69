import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CopyId, MemberId, VaultId } from '../../../src/core/domain/ids.ts';
import { encodeContainerLine, parseContainerLine } from '../../../src/core/formats/container-line.ts';
import { createContainerReader } from '../../../src/core/formats/container-reader.ts';
import { createContainerWriter } from '../../../src/core/formats/container-writer.ts';
import type { ContainerEnd, ContainerLine, ContainerProblem } from '../../../src/core/formats/container.ts';
import { verifyManifest } from '../../../src/core/formats/manifest.ts';
import { verifyTableChain } from '../../../src/core/formats/table-chain.ts';
import { createStream, flipBit, readVectors, utf8, verifyDeps } from './kit.ts';

interface PassCase {
  readonly name: string;
  readonly file: string;
  readonly vaultId: VaultId;
  readonly copyId: CopyId;
  readonly memberId: MemberId;
  readonly lines: number;
  readonly pages: readonly object[];
}

interface FailCase {
  readonly name: string;
  readonly file?: string;
  readonly bytes?: string;
  readonly expect: string;
}

const pass = (readVectors('container-v1/must-pass.json') as { cases: readonly PassCase[] }).cases;
const fail = readVectors('container-v1/must-fail.json') as { reader: readonly FailCase[]; manifest: readonly FailCase[] };

const bytesOf = (one: FailCase): Uint8Array<ArrayBuffer> =>
  one.file === undefined ? new Uint8Array(Buffer.from(one.bytes ?? '', 'base64url')) : utf8(one.file);

interface Read {
  readonly lines: readonly ContainerLine[];
  readonly end: ContainerEnd | null;
  readonly problem: ContainerProblem | null;
}

/** Reads in pieces that end at the given offsets. */
const read = (bytes: Uint8Array, cuts: readonly number[] = []): Read => {
  const reader = createContainerReader(createStream());
  const lines: ContainerLine[] = [];
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    // A fresh buffer each time, spoilt afterwards: the reader may keep nothing of a chunk.
    const chunk = bytes.slice(from, cut);
    const taken = reader.push(chunk);
    if (!taken.ok) return { lines, end: null, problem: taken.error };
    lines.push(...taken.value.map((line) => structuredClone(line)));
    chunk.fill(0x58);
    from = cut;
  }
  const end = reader.end();
  return end.ok ? { lines, end: end.value, problem: null } : { lines, end: null, problem: end.error };
};

const tablesOf = (lines: readonly ContainerLine[]): string[] => lines.flatMap((line) => (line.type === 'table' ? [line.note] : []));
const first = pass[0];
if (first === undefined) throw new Error('no vector');
const file = utf8(first.file);
const smallest = pass.find((one) => one.name.startsWith('smallest'));
if (smallest === undefined) throw new Error('no smallest copy');

describe('container vectors', () => {
  it.each(pass)('read: $name', (one) => {
    const { lines, end, problem } = read(utf8(one.file));
    expect(problem).toBeNull();
    expect(end?.manifest).toMatchObject({ vaultId: one.vaultId, copyId: one.copyId });
    expect(end?.manifest.counts).toMatchObject({ lines: one.lines, pages: one.pages.length });
    expect(lines.filter((line) => line.type === 'page').length).toBe(one.pages.length);
  });

  it.each(fail.reader)('refused: $name', (one) => {
    expect(read(bytesOf(one)).problem?.type).toBe(one.expect);
    const byteByByte = bytesOf(one).length < 20_000 ? Array.from({ length: bytesOf(one).length }, (_, index) => index) : [1, 100, 10_000];
    expect(read(bytesOf(one), byteByByte).problem?.type).toBe(one.expect);
  });

  it.each(fail.manifest)('whole, but not to be believed: $name', async (one) => {
    const { lines, end } = read(bytesOf(one));
    const chain = await verifyTableChain(tablesOf(lines), first.vaultId, verifyDeps);
    const newest = chain.ok ? chain.value.at(-1) : undefined;
    if (end === null || newest === undefined) throw new Error('not read');
    expect(await verifyManifest(end.note, first.vaultId, newest.table, verifyDeps)).toEqual({ ok: false, error: one.expect });
  });

  it('the owner’s signature is accepted', async () => {
    const { lines, end } = read(file);
    const chain = await verifyTableChain(tablesOf(lines), first.vaultId, verifyDeps);
    const newest = chain.ok ? chain.value.at(-1) : undefined;
    if (end === null || newest === undefined) throw new Error('not read');
    expect(await verifyManifest(end.note, first.vaultId, newest.table, verifyDeps)).toEqual({ ok: true, value: first.memberId });
    const genesis = chain.ok ? chain.value[0] : undefined;
    expect(genesis && (await verifyManifest(end.note, 'x'.repeat(22) as VaultId, genesis.table, verifyDeps))).toEqual({ ok: false, error: 'WrongType' });
  });
});

describe('reading in pieces', () => {
  it('the same result whole, byte by byte, and in any pieces', () => {
    const whole = read(file);
    expect(read(file, Array.from({ length: file.length }, (_, index) => index))).toEqual(whole);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: file.length }), { maxLength: 30 }), (cuts) => {
        expect(read(file, cuts.toSorted((a, b) => a - b))).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  it('the first problem is final', () => {
    const reader = createContainerReader(createStream());
    const problem = reader.push(utf8('no container'));
    expect(problem).toEqual({ ok: false, error: { type: 'NotAContainer' } });
    expect(reader.push(file)).toEqual(problem);
    expect(reader.end()).toEqual(problem);
  });

  it('an empty chunk changes nothing, before or behind the end', () => {
    const reader = createContainerReader(createStream());
    expect(reader.push(new Uint8Array())).toEqual({ ok: true, value: [] });
    expect(reader.push(file).ok).toBe(true);
    expect(reader.push(new Uint8Array()).ok).toBe(true);
    expect(reader.end().ok).toBe(true);
  });
});

describe('anything changed (A4, A5)', () => {
  it('every single bit of the smallest copy flipped: refused, or caught by the manifest’s signature', async () => {
    const bytes = utf8(smallest.file);
    const chain = await verifyTableChain(tablesOf(read(bytes).lines), smallest.vaultId, verifyDeps);
    const newest = chain.ok ? chain.value.at(-1) : undefined;
    if (newest === undefined) throw new Error('no chain');
    let signatures = 0;
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = read(flipBit(bytes, bit));
      if (changed.end === null) continue;
      signatures += 1;
      expect((await verifyManifest(changed.end.note, smallest.vaultId, newest.table, verifyDeps)).ok, `bit ${bit}`).toBe(false);
    }
    // Only bytes of the manifest itself can get past the reader.
    const manifest = smallest.file.split('\n').at(-2) ?? '';
    expect(signatures).toBeLessThan(manifest.length * 8);
    expect(signatures).toBeGreaterThan(0);
  }, 120_000);

  it('every truncation says so', () => {
    for (let length = 0; length < file.length; length += 1) {
      const { problem } = read(file.subarray(0, length));
      if (problem?.type !== 'Truncated') throw new Error(`length ${length}: ${problem?.type ?? 'accepted'}`);
    }
  }, 120_000);

  it('every addition says so', () => {
    for (const more of [1, 2, 10, 1_000, 65_536]) {
      const longer = new Uint8Array(file.length + more);
      longer.set(file);
      expect(read(longer).problem, `${more} more`).toEqual({ type: 'Extended' });
      expect(read(longer, [file.length]).problem).toEqual({ type: 'Extended' });
    }
  });

  it('lines left out, doubled or exchanged: all of them', () => {
    const lines = first.file.split('\n').slice(0, -1);
    const accepted = (list: readonly string[]): boolean => read(utf8(list.map((line) => `${line}\n`).join(''))).problem === null;
    expect(accepted(lines)).toBe(true);
    lines.forEach((_line, a) => {
      expect(accepted(lines.toSpliced(a, 1)), `without ${a}`).toBe(false);
      expect(accepted(lines.toSpliced(a, 0, lines[a] ?? '')), `${a} twice`).toBe(false);
      lines.forEach((_other, b) => {
        if (b <= a) return;
        const swapped = lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
        expect(accepted(swapped), `${a} and ${b} exchanged`).toBe(false);
      });
    });
  });
});

describe('prototype pollution (A19)', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])('a line or field %s is refused', (key) => {
    expect(parseContainerLine(`{"${key}":{"polluted":1}}`, 1).ok).toBe(false);
    expect(parseContainerLine(first.file.slice(0, first.file.indexOf('\n') - 1).concat(`,"${key}":{"polluted":1}}`), 0).ok).toBe(false);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('writer', () => {
  it('writes the same bytes again', () => {
    const { lines, end } = read(file);
    const writer = createContainerWriter(createStream());
    const parts = lines.map((line) => writer.add(line));
    const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
    const sum = writer.sum();
    expect(sum).toEqual({ lines: first.lines, pages: first.pages.length, sha256: end?.manifest.sha256 });
    const finished = writer.finish(end?.note ?? '');
    const written = Buffer.concat([...parts.map((part) => (part.ok ? part.value : new Uint8Array())), finished.ok ? finished.value.line : new Uint8Array()]);
    expect(written.equals(file)).toBe(true);
    expect(finished).toMatchObject({ value: { sha256: hashOf(file) } });
    expect(end?.sha256).toBe(hashOf(file));
  });

  it('keeps the unknown fields of a newer header', () => {
    const newer = pass.find((one) => one.file.includes('"hint"'));
    const { lines } = read(utf8(newer?.file ?? ''));
    const header = lines[0];
    if (header === undefined) throw new Error('no header');
    expect(`${encodeContainerLine(header)}\n`).toBe(newer?.file.slice(0, newer.file.indexOf('\n') + 1));
  });

  it('lines out of order, or after the sum, are a defect', () => {
    const { lines } = read(file);
    const table = lines.find((line) => line.type === 'table');
    const header = lines[0];
    if (table === undefined || header === undefined) throw new Error('no lines');
    expect(() => createContainerWriter(createStream()).add(table)).toThrow('order');
    expect(() => createContainerWriter(createStream()).sum()).toThrow('complete');
    expect(() => createContainerWriter(createStream()).finish('')).toThrow('summed');
    const writer = createContainerWriter(createStream());
    for (const line of lines) writer.add(line);
    writer.sum();
    const last = lines.at(-1);
    if (last?.type !== 'page') throw new Error('no page');
    expect(() => writer.add({ type: 'page', page: { ...last.page, no: 999 } })).toThrow('order');
    expect(() => writer.sum()).toThrow('complete');
  });

  it('refuses what no reader would take', () => {
    const { lines } = read(file);
    const writer = createContainerWriter(createStream());
    const header = lines[0];
    if (header === undefined) throw new Error('no header');
    writer.add(header);
    expect(writer.add({ type: 'table', note: 'x'.repeat(99_000) })).toEqual({ ok: false, error: { type: 'TooLarge', limit: 'line' } });
  });
});
