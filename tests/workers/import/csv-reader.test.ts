import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../workers/vault/service/import/csv-reader.ts';

const cellsOf = (text: string): readonly (readonly string[])[] => {
  const read = readCsv(text);
  if (!read.ok) throw new Error(read.error.type);
  return read.value.map((line) => line.cells);
};

const linesOf = (text: string): readonly number[] => {
  const read = readCsv(text);
  return read.ok ? read.value.map((line) => line.line) : [];
};

describe('readCsv', () => {
  it.each([
    ['a,b\nc,d', [['a', 'b'], ['c', 'd']]],
    ['a,b\r\nc,d\r\n', [['a', 'b'], ['c', 'd']]],
    ['a,b\rc,d\r', [['a', 'b'], ['c', 'd']]],
    ['a\tb,x\nc\td', [['a', 'b,x'], ['c', 'd']]],
    ['a;b\nc;d', [['a', 'b'], ['c', 'd']]],
    ['"a","b ""x"" ",""\n,,', [['a', 'b "x" ', ''], ['', '', '']]],
    ['"a,\r\nb",c\nd', [['a,\r\nb', 'c'], ['d']]],
    ['a"b,c', [['a"b', 'c']]],
    ['a,', [['a', '']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['', []],
    ['"x"', [['x']]],
    ['a;b\nc;d\n\n\n;\n,,,,,,,,', [['a', 'b'], ['c', 'd'], [''], [''], ['', ''], [',,,,,,,,']]],
    ['a\n\n\n\nb;c', [['a'], [''], [''], [''], ['b', 'c']]],
    ['a\n\n\n\n\nb;c', [['a'], [''], [''], [''], [''], ['b;c']]],
    ['__proto__,constructor\ntoString,hasOwnProperty', [['__proto__', 'constructor'], ['toString', 'hasOwnProperty']]],
  ])('reads %j', (text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  it('counts lines as an editor does, through quoted line ends of every kind', () => {
    expect(linesOf('h\r\n"a\r\nb\nc\rd"\r\nx\n\ny')).toEqual([1, 2, 6, 7, 8]);
    // A row stands where it begins, also where its last cells stand below.
    expect(linesOf('h\n"a\nb",c,d\ne')).toEqual([1, 2, 4]);
  });

  it('refuses quotes that do not match, with the line where the cell begins', () => {
    expect(readCsv('a,b\n1,"2\n3,4')).toEqual({ ok: false, error: { type: 'QuoteBroken', line: 2 } });
    expect(readCsv('a,b\n1,"2"x,3')).toEqual({ ok: false, error: { type: 'QuoteBroken', line: 2 } });
  });

  it('stops at each limit, and lets exactly the limit pass', () => {
    const rows = (count: number): string => 'h\n' + 'a\n'.repeat(count);
    expect(cellsOf(rows(20_000))).toHaveLength(20_001);
    expect(readCsv(rows(20_001))).toEqual({ ok: false, error: { type: 'TooManyRows', limit: 20_000 } });
    expect(cellsOf('a' + ',a'.repeat(199))[0]).toHaveLength(200);
    expect(readCsv('h\na' + ',a'.repeat(200))).toEqual({ ok: false, error: { type: 'TooManyColumns', line: 2, limit: 200 } });
    // The delimiter that ends the text opens a cell too.
    expect(readCsv(',a'.repeat(199) + ',')).toEqual({ ok: false, error: { type: 'TooManyColumns', line: 1, limit: 200 } });
    expect(cellsOf('h,' + 'a'.repeat(2000))[0]?.[1]).toHaveLength(2000);
    expect(readCsv('h,x\n1,' + 'a'.repeat(2001))).toEqual({ ok: false, error: { type: 'CellTooLong', line: 2, limit: 2000 } });
  });

  it('gives back what was written, for any cells, delimiter and line end', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', '\t', ';', '"', '\n', '\r', ' ', '髙', "'"), maxLength: 8 });
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', '\t', ';'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, delimiter, end) => {
          const text = rows.map((row) => row.map(quote).join(delimiter)).join(end) + end;
          expect(cellsOf(text)).toEqual(rows);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ';', '\t'), maxLength: 60 }), (text) => void readCsv(text)));
  });

  it('stays linear on five megabytes of stray quotes and commas', () => {
    const started = performance.now();
    for (const unit of ['"', '""', '" ', ',', 'a"', '\r', '"\n']) readCsv('x' + unit.repeat((5 * 1024 * 1024) / unit.length));
    for (const unit of ['""', '"" ', '\n']) readCsv('"' + unit.repeat((5 * 1024 * 1024) / unit.length));
    expect(performance.now() - started).toBeLessThan(30_000);
  }, 60_000);
});
