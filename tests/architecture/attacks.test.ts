import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeIn, rowsOf } from './readme.ts';
import { root } from './source.ts';

interface Labelled {
  readonly label: string;
  readonly file: string;
}

/** Where a label stands: at the beginning of a comment, behind other labels, or in the brackets that end a title. */
const LABELS = /(?:\/\/ | \()((?:A\d+(?:, )?)+)(?=[:,] |\)(?:'|$))/gm;

const labelsIn = (text: string): readonly string[] => [...text.matchAll(LABELS)].flatMap((match) => (match[1] ?? '').split(', ').filter((label) => label !== ''));

const labelled: readonly Labelled[] = readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((file) => `tests/${file.replaceAll(path.sep, '/')}`)
  .filter((file) => /\.(?:test|e2e)\.ts$/.test(file) && !file.includes('node_modules') && !file.startsWith('tests/architecture/'))
  .flatMap((file) => labelsIn(readFileSync(path.join(root, file), 'utf8')).map((label) => ({ label, file })));

const rows = rowsOf(readFileSync(path.join(root, 'tests/attacks.md'), 'utf8')).map(({ cells }) => ({ label: cells[0] ?? '', cells, files: codeIn(cells.at(-1) ?? '') }));

describe('tests/attacks.md', () => {
  test('every label that a test bears stands in the table once, with that test', () => {
    expect(labelled.length).toBeGreaterThan(30);
    const missing = labelled.filter(({ label, file }) => !rows.some((row) => row.label === label && row.files.includes(file)));
    expect(missing).toEqual([]);
    expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length);
  });

  test('every test that it names is there and bears the label, and every attack has one', () => {
    for (const { label, cells, files } of rows) {
      expect(cells.map((cell) => cell.length > 0), label).toEqual([true, true, true, true]);
      expect(files.length, label).toBeGreaterThan(0);
      expect(files.filter((file) => !existsSync(path.join(root, file))), label).toEqual([]);
      expect(files.filter((file) => !labelled.some((one) => one.label === label && one.file === file)), label).toEqual([]);
    }
  });
});

test('a label is found in comments and titles, and a cell of a sheet or a size of paper is none', () => {
  expect(labelsIn("// A27, A28: every place\n// A20, in a real browser\ndescribe('limits (A18)', () => {\nit('noticed (A6, A12)', async")).toEqual(['A27', 'A28', 'A20', 'A18', 'A6', 'A12']);
  expect(labelsIn("/** Sheets of A4. */ '=A1' '=SUM(A1)' // of A4: one\n")).toEqual([]);
});
