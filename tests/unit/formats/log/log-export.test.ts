import { describe, expect, it } from 'vitest';
import type { MemberId, StoreId, VaultId } from '../../../../src/core/domain/ids.ts';
import { encodeEntry } from '../../../../src/core/formats/log/entry.ts';
import { createLogExportParser } from '../../../../src/core/formats/log/log-export-parser.ts';
import type { LogExportLine } from '../../../../src/core/formats/log/log-export.ts';
import { createLogExportWriter } from '../../../../src/core/formats/log/log-export.ts';
import { utf8 } from '../kit.ts';

const vaultId = 'V'.repeat(22) as VaultId;
const logId = 'L'.repeat(22) as StoreId;
const entry = {
  vaultId,
  logId,
  seq: 0,
  prev: '',
  time: 1,
  actorId: 'M'.repeat(22) as MemberId,
  tableVersion: 1,
  action: 'create',
  subjectId: '',
  codes: [],
  state: '',
  attach: [],
  seen: [],
  build: '',
};
const line = encodeEntry(entry);

const writer = createLogExportWriter(vaultId);
/** Every kind of line, as the writer makes them. */
const written = [
  writer.header(),
  writer.table('a table'),
  writer.table('another'),
  writer.log(logId),
  writer.entry(line),
  writer.checkpoint('a checkpoint'),
  writer.log(logId),
  writer.entry(line),
  writer.entry(line),
  writer.end(),
];
const HEADER = written[0] ?? '';

interface Reading {
  readonly lines: readonly LogExportLine[];
  readonly problem: string | null;
}

/** Reads the pieces one after the other; the problem as type@line. */
const read = (...pieces: readonly (string | Uint8Array)[]): Reading => {
  const parser = createLogExportParser();
  const lines: LogExportLine[] = [];
  for (const piece of pieces) {
    const parsed = parser.push(typeof piece === 'string' ? utf8(piece) : piece);
    lines.push(...parsed.lines);
  }
  const { problem } = parser.finish();
  return { lines, problem: problem === null ? null : `${problem.type}@${problem.line}` };
};
const problemOf = (...pieces: readonly (string | Uint8Array)[]): string | null => read(...pieces).problem;

describe('an export', () => {
  it('is lines of JSON, the last of which counts those before it', () => {
    expect(written).toEqual([
      `{"kinkolog":1,"vaultId":"${vaultId}"}\n`,
      '{"table":"a table"}\n',
      '{"table":"another"}\n',
      `{"log":"${logId}"}\n`,
      `${line}\n`,
      '{"checkpoint":"a checkpoint"}\n',
      `{"log":"${logId}"}\n`,
      `${line}\n`,
      `${line}\n`,
      '{"end":{"lines":9}}\n',
    ]);
  });

  it('reads back, whole or line by line or cut anywhere', () => {
    const whole = read(written.join(''));
    expect(whole).toEqual({
      problem: null,
      lines: [
        { type: 'header', vaultId },
        { type: 'table', note: 'a table' },
        { type: 'table', note: 'another' },
        { type: 'log', logId },
        { type: 'entry', line, entry },
        { type: 'checkpoint', note: 'a checkpoint' },
        { type: 'log', logId },
        { type: 'entry', line, entry },
        { type: 'entry', line, entry },
        { type: 'end', lines: 9 },
      ],
    });
    expect(read(...written)).toEqual(whole);
    expect(read(...written.join('').match(/.{1,7}|\n/g) ?? [])).toEqual(whole);
  });

  it('keeps nothing of a piece: its bytes may change afterwards', () => {
    const parser = createLogExportParser();
    const half = utf8(HEADER.slice(0, 20));
    parser.push(half);
    half.fill(0);
    const more = utf8(`${HEADER.slice(20)}{"ta`);
    expect(parser.push(more).lines).toEqual([{ type: 'header', vaultId }]);
    more.fill(0);
    expect(parser.push(utf8('ble":""}\n')).lines).toEqual([{ type: 'table', note: '' }]);
  });
});

describe('lines at the wrong place', () => {
  const [header = '', table = '', , log = '', entryLine = '', checkpoint = ''] = written;
  const end = (lines: number) => `{"end":{"lines":${lines}}}\n`;

  it.each([
    ['no header', [table], 'NotALogExport@1'],
    ['an entry for a header', [entryLine], 'NotALogExport@1'],
    ['two headers', [header, header], 'BadLine@2'],
    ['a log without a table', [header, log], 'BadLine@2'],
    ['an entry before its log', [header, table, entryLine], 'BadLine@3'],
    ['an entry straight behind the header', [header, entryLine], 'BadLine@2'],
    ['a checkpoint before the first entry', [header, table, log, checkpoint], 'BadLine@4'],
    ['a log of no entries, before another', [header, table, log, log], 'BadLine@4'],
    ['a table behind a log', [header, table, log, entryLine, table], 'BadLine@5'],
    ['an end before the first entry', [header, table, log, end(3)], 'BadLine@4'],
    ['an end that counts one less', [header, table, log, entryLine, end(3)], 'BadEnd@5'],
    ['an end that counts itself', [header, table, log, entryLine, end(5)], 'BadEnd@5'],
    ['something behind the end', [header, table, log, entryLine, end(4), end(5)], 'AfterEnd@6'],
    ['half a line behind the end', [header, table, log, entryLine, end(4), ' '], 'AfterEnd@6'],
    ['no end', [header, table, log, entryLine], 'NoEnd@5'],
    ['nothing at all', [], 'NotALogExport@1'],
    ['no line feed at the end', [header, table, log, entryLine, end(4).trimEnd()], 'NoEnd@5'],
  ])('%s', (_name, lines, problem) => {
    expect(problemOf(lines.join(''))).toBe(problem);
    expect(problemOf(...lines)).toBe(problem);
  });

  it('end the reading: what comes afterwards is not looked at', () => {
    const parser = createLogExportParser();
    const first = parser.push(utf8(header + log));
    expect(first.problem).toEqual({ type: 'BadLine', line: 2 });
    expect(first.lines).toEqual([{ type: 'header', vaultId }]);
    expect(parser.push(utf8(table))).toEqual({ lines: [], problem: first.problem });
    expect(parser.finish()).toEqual({ lines: [], problem: first.problem });
  });
});

describe('lines that are none', () => {
  it.each([
    '{}',
    'null',
    '',
    '{"hint":1}',
    `{"hint":"${logId}"}`,
    '{"hint":{"lines":5}}',
    '{"table":1}',
    '{"table":null}',
    '{"table":"","log":""}',
    '{"checkpoint":1}',
    '{"log":"short"}',
    '{"end":1}',
    '{"end":{}}',
    '{"end":{"lines":-1}}',
    '{"end":{"lines":5,"more":1}}',
    '{"table" :""}',
    '{"table":[[[]]]}',
    '{"toString":""}',
  ])('%s', (text) => {
    expect(problemOf(HEADER, `${text}\n`)).toBe('BadLine@2');
    // Where a log, a checkpoint and the end may stand.
    const { lines, problem } = read(...written.slice(0, 2), ...written.slice(3, 6), `${text}\n`);
    expect(lines).toHaveLength(5);
    expect(problem).toBe('BadLine@6');
  });

  it('an entry that is none has a problem of its own', () => {
    expect(problemOf(...written.slice(0, 4), '[1]\n')).toBe('BadEntry@5');
    expect(problemOf(...written.slice(0, 4), '[]\n')).toBe('BadEntry@5');
    expect(problemOf(HEADER, '[]\n')).toBe('BadLine@2');
  });

  it('bytes that are no UTF-8 spoil their own line alone', () => {
    const bad = Uint8Array.of(0x22, 0xff, 0x0a);
    const bytes = new Uint8Array([...utf8(HEADER), ...utf8('{"table":"金"}\n'), ...bad, ...utf8('{"table":""}\n')]);
    expect(read(bytes)).toEqual({ lines: [{ type: 'header', vaultId }, { type: 'table', note: '金' }], problem: 'BadLine@3' });
    expect(problemOf(bad)).toBe('NotALogExport@1');
  });

  it.each([
    ['a newer version', '{"kinkolog":2,"anything":[]}', 'NewerFormat@1'],
    ['a version that is none', '{"kinkolog":0,"vaultId":"VVVVVVVVVVVVVVVVVVVVVV"}', 'NotALogExport@1'],
    ['a version as text', '{"kinkolog":"2","vaultId":"VVVVVVVVVVVVVVVVVVVVVV"}', 'NotALogExport@1'],
    ['no id', '{"kinkolog":1,"vaultId":"V"}', 'NotALogExport@1'],
    ['a field more', '{"kinkolog":1,"vaultId":"VVVVVVVVVVVVVVVVVVVVVV","more":1}', 'NotALogExport@1'],
    ['a list', '[1]', 'NotALogExport@1'],
    ['no JSON', 'kinkolog', 'NotALogExport@1'],
  ])('a header of %s', (_name, text, problem) => {
    expect(problemOf(`${text}\n`)).toBe(problem);
  });
});

describe('limits (A18)', () => {
  const LINE = 96 * 1024;
  const table = (bytes: number, fill: string): string => {
    const room = bytes - '{"table":""}'.length;
    const count = Math.floor(room / utf8(fill).length);
    return `{"table":"${fill.repeat(count)}${'x'.repeat(room - count * utf8(fill).length)}"}`;
  };

  it.each(['x', '金'])('a line of 96 KiB of %s is read, one byte more is not', (fill) => {
    expect(problemOf(HEADER, `${table(LINE, fill)}\n`)).toBe('NoEnd@3');
    expect(problemOf(HEADER, `${table(LINE + 1, fill)}\n`)).toBe('BadLine@2');
  });

  it('a line without end is refused at 96 KiB, before it is held', () => {
    expect(problemOf(HEADER, 'x'.repeat(LINE))).toBe('NoEnd@2');
    expect(problemOf(HEADER, 'x'.repeat(LINE - 1), 'xx')).toBe('BadLine@2');
    expect(problemOf('x'.repeat(LINE + 1))).toBe('NotALogExport@1');
    const parser = createLogExportParser();
    expect(parser.push(utf8(HEADER + 'x'.repeat(LINE))).problem).toBeNull();
    expect(parser.push(utf8('x')).problem).toEqual({ type: 'BadLine', line: 2 });
  });

  it('a million lines are read; that there is one more is said when it ends, however long it is', () => {
    const parser = createLogExportParser();
    parser.push(utf8(HEADER));
    const tables = utf8('{"table":""}\n'.repeat(111_111));
    for (let time = 0; time < 9; time += 1) expect(parser.push(tables).problem).toBeNull();
    expect(parser.push(utf8('x'.repeat(LINE + 1))).problem).toBeNull();
    expect(parser.push(utf8('\n')).problem).toEqual({ type: 'TooManyLines', line: 1_000_001 });
  });

  it('a file of 64 MiB is looked at, one byte more is not', () => {
    const MOST = 64 * 1024 * 1024;
    expect(problemOf(new Uint8Array(MOST))).toBe('NotALogExport@1');
    expect(problemOf(new Uint8Array(MOST + 1))).toBe('TooLarge@0');
    expect(problemOf(HEADER, new Uint8Array(MOST + 1 - HEADER.length))).toBe('TooLarge@0');
  });
});
