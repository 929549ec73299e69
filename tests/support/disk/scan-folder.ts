import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FindForms } from './find-forms.ts';
import { createFinder } from './find-forms.ts';
import type { NumberForm } from './number-forms.ts';
import { unpack } from './unpack.ts';

export interface Hit {
  readonly file: string;
  readonly form: string;
}

export interface ScanReport {
  readonly files: number;
  readonly bytes: number;
  readonly hits: readonly Hit[];
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(full);
    return entry.isFile() ? [full] : [];
  });

const scanWith = (find: FindForms, file: string, bytes: Buffer): readonly Hit[] =>
  [...new Set(unpack(bytes).flatMap(find))].map((form) => ({ file, form }));

/** Where a form stands in these bytes or in anything packed inside them. */
export const scanBytes = (file: string, bytes: Buffer, forms: readonly NumberForm[]): readonly Hit[] =>
  scanWith(createFinder(forms), file, bytes);

/**
 * Reads every file below the folder, or those whose path matches `only`. Close the browser first, or its files may still be
 * on the way to the disk.
 */
export const scanFolder = (folder: string, forms: readonly NumberForm[], only = /^/): ScanReport => {
  const files = filesBelow(folder).filter((file) => only.test(path.relative(folder, file)));
  const find = createFinder(forms);
  let bytes = 0;
  const hits: Hit[] = [];
  for (const file of files) {
    const content = readFileSync(file);
    bytes += content.length;
    hits.push(...scanWith(find, path.relative(folder, file), content));
  }
  return { files: files.length, bytes, hits };
};
