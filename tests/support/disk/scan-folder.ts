import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
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

/** Where a form stands in these bytes or in anything packed inside them. */
export const scanBytes = (file: string, bytes: Buffer, forms: readonly NumberForm[]): readonly Hit[] => {
  const parts = unpack(bytes);
  return forms.filter((form) => parts.some((part) => part.includes(form.bytes))).map((form) => ({ file, form: form.name }));
};

/** Reads every file below the folder. Close the browser first, or its files may still be on the way to the disk. */
export const scanFolder = (folder: string, forms: readonly NumberForm[]): ScanReport => {
  const files = filesBelow(folder);
  let bytes = 0;
  const hits: Hit[] = [];
  for (const file of files) {
    const content = readFileSync(file);
    bytes += content.length;
    hits.push(...scanBytes(path.relative(folder, file), content, forms));
  }
  return { files: files.length, bytes, hits };
};
