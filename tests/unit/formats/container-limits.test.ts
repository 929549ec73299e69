import { describe, expect, it } from 'vitest';
import { parseContainerLine } from '../../../src/core/formats/container-line.ts';
import type { ContainerReader } from '../../../src/core/formats/container-reader.ts';
import { createContainerReader } from '../../../src/core/formats/container-reader.ts';
import { createContainerWriter } from '../../../src/core/formats/container-writer.ts';
import type { ContainerLine, ContainerProblem } from '../../../src/core/formats/container.ts';
import type { Sha256Stream } from '../../../src/core/formats/hash.ts';
import { MAX_TIME } from '../../../src/core/formats/limits.ts';
import { createStream, readVectors, utf8 } from './kit.ts';

const { cases } = readVectors('container-v1/must-pass.json') as { cases: readonly { readonly file: string }[] };
const header = `${(cases[0]?.file ?? '').split('\n')[0] ?? ''}\n`;
const newerHeader = header.replace('"kinko":1', '"kinko":2');

const created = (time: number): string => header.trimEnd().replace(/"created":\d+/, `"created":${time}`);

const LINE = 96 * 1024;
const FILE = 64 * 1024 * 1024;

/** Where hashes are not what is asked about. */
const noHash = (): Sha256Stream => ({ update: () => {}, peek: () => new Uint8Array(32), digest: () => new Uint8Array(32) });

const readerBehind = (start: string): ContainerReader => {
  const reader = createContainerReader(noHash());
  if (!reader.push(utf8(start)).ok) throw new Error('no header');
  return reader;
};

const outcome = (reader: ContainerReader, text: string): string => {
  const taken = reader.push(utf8(text));
  return taken.ok ? 'taken' : 'limit' in taken.error ? taken.error.limit : taken.error.type;
};

describe('reading (A18)', () => {
  it('64 MiB are refused by counting, whatever they hold', () => {
    const reader = createContainerReader(createStream());
    reader.push(utf8(header));
    const chunk = utf8(`{"table":"${'x'.repeat(60_000)}"}\n`);
    let problem: ContainerProblem | null = null;
    let pushed = 0;
    while (problem === null && pushed < FILE + 6 * 1024 * 1024) {
      const taken = reader.push(chunk);
      pushed += chunk.length;
      if (!taken.ok) problem = taken.error;
    }
    expect(problem).toEqual({ type: 'TooLarge', limit: 'bytes' });
    expect(pushed).toBeLessThan(FILE + chunk.length + 1);
  }, 60_000);

  it('a file of 64 MiB is looked at, one byte more is not', () => {
    const push = (bytes: number) => createContainerReader(noHash()).push(new Uint8Array(bytes));
    expect(push(FILE)).toEqual({ ok: false, error: { type: 'NotAContainer' } });
    expect(push(FILE + 1)).toEqual({ ok: false, error: { type: 'TooLarge', limit: 'bytes' } });
  });

  it('a line of 96 KiB is read, one byte more is not', () => {
    const line = (bytes: number) => `{"hint":"${'x'.repeat(bytes - '{"hint":""}'.length)}"}\n`;
    expect(outcome(readerBehind(newerHeader), line(LINE))).toBe('taken');
    expect(outcome(readerBehind(newerHeader), line(LINE + 1))).toBe('line');
  });

  it('a line without end is refused at 96 KiB, before it is held', () => {
    const reader = readerBehind(header);
    expect(outcome(reader, 'x'.repeat(LINE - 10))).toBe('taken');
    expect(outcome(reader, 'x'.repeat(10))).toBe('taken');
    expect(outcome(reader, 'x')).toBe('line');
  });

  it('as many lines as 200,000 are read, one more is not', () => {
    const reader = readerBehind(newerHeader);
    expect(outcome(reader, '{"a":1}\n'.repeat(199_999))).toBe('taken');
    expect(outcome(reader, '{"a":1}\n')).toBe('lines');
  });

  it('nesting is refused before it is parsed', () => {
    expect(parseContainerLine('['.repeat(90_000), 1)).toEqual({ ok: false, error: { type: 'TooLarge', limit: 'depth' } });
  });
});

describe('writing', () => {
  const parsed = parseContainerLine(header.slice(0, -1), 0);
  const first = parsed.ok && parsed.value.type === 'header' ? parsed.value : null;
  const table = (chars: number): ContainerLine => ({ type: 'table', note: 'x'.repeat(chars) });
  const frame = '{"table":""}'.length;

  const writerBehindHeader = () => {
    if (first === null) throw new Error('no header');
    const writer = createContainerWriter(noHash());
    writer.add(first);
    return writer;
  };

  it('a line of 96 KiB is written, one byte more is not', () => {
    expect(writerBehindHeader().add(table(LINE - frame)).ok).toBe(true);
    expect(writerBehindHeader().add(table(LINE - frame + 1))).toEqual({ ok: false, error: { type: 'TooLarge', limit: 'line' } });
  });

  it('as many lines as 200,000 are written, one more is not', () => {
    const writer = writerBehindHeader();
    const empty = table(0);
    for (let line = 2; line < 200_000; line += 1) writer.add(empty);
    expect(writer.add(empty).ok).toBe(true);
    expect(writer.add(empty)).toEqual({ ok: false, error: { type: 'TooLarge', limit: 'lines' } });
  });

  it('a file of 64 MiB is written, one byte more is not', () => {
    const writer = writerBehindHeader();
    const long = table(LINE - frame);
    let left = FILE - header.length;
    for (; left > LINE + 1; left -= LINE + 1) writer.add(long);
    expect(writer.add(table(left - frame - 1)).ok).toBe(true);
    expect(writer.add(table(0))).toEqual({ ok: false, error: { type: 'TooLarge', limit: 'bytes' } });
  });
});

it('was made at a time that a date can express', () => {
  expect([MAX_TIME, MAX_TIME + 1].map((time) => parseContainerLine(created(time), 0).ok)).toEqual([true, false]);
});
