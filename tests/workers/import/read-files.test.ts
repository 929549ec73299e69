import { expect, test } from 'vitest';
import { readImportFiles } from '../../../workers/vault/service/import/read-files.ts';

const LIMIT = 5 * 1024 * 1024;
const file = (content: BlobPart, name = 'a.csv'): File => new File([content], name);

/** Says it is that large, and has one byte. */
const ofSize = (size: number): File => Object.defineProperty(file('x'), 'size', { value: size });

test('files become names, encodings and cells, in their order', async () => {
  const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x61);
  expect(await readImportFiles([file('a,b\n1,2\n'), file(bytes, 'b.csv')])).toEqual({
    ok: true,
    value: [
      { fileName: 'a.csv', encoding: 'utf-8', lines: [{ line: 1, cells: ['a', 'b'] }, { line: 2, cells: ['1', '2'] }] },
      { fileName: 'b.csv', encoding: 'utf-8-bom', lines: [{ line: 1, cells: ['a'] }] },
    ],
  });
});

test('ten files are read, one more is not', async () => {
  expect((await readImportFiles(Array.from({ length: 10 }, () => file('a')))).ok).toBe(true);
  expect(await readImportFiles(Array.from({ length: 11 }, () => file('a')))).toEqual({ ok: false, error: { type: 'TooManyFiles', limit: 10 } });
});

test('a file as large as may be is read, one byte more is not', async () => {
  expect(await readImportFiles([file('%PDF-1.7'.padEnd(LIMIT))])).toMatchObject({ ok: false, error: { refusal: { type: 'Pdf' } } });
  expect(await readImportFiles([ofSize(LIMIT + 1)])).toEqual({
    ok: false,
    error: { type: 'ImportRefused', fileName: 'a.csv', refusal: { type: 'TooLarge', bytes: LIMIT + 1, limit: LIMIT } },
  });
});

test('what is no list is refused with its name and reason, before the files behind it are read', async () => {
  const behind = Object.defineProperty(file('x'), 'arrayBuffer', { value: () => Promise.reject(new Error('was read')) });
  expect(await readImportFiles([file('a'), file('%PDF-1.7', 'b.pdf'), behind])).toEqual({ ok: false, error: { type: 'ImportRefused', fileName: 'b.pdf', refusal: { type: 'Pdf' } } });
  expect(await readImportFiles([file('a\n"b', 'c.csv')])).toEqual({ ok: false, error: { type: 'ImportRefused', fileName: 'c.csv', refusal: { type: 'QuoteBroken', line: 2 } } });
});

test('a file that cannot be read any more says so', async () => {
  const gone = Object.defineProperty(file('x'), 'arrayBuffer', { value: () => Promise.reject(new DOMException('gone', 'NotReadableError')) });
  expect(await readImportFiles([gone])).toEqual({ ok: false, error: { type: 'FileUnreadable' } });
  // One that lost its end since it was chosen would be a shorter list that looks whole.
  expect(await readImportFiles([ofSize(2)])).toEqual({ ok: false, error: { type: 'FileUnreadable' } });
});
