import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Visitor, parseSync } from 'vite';

/** One file as the checks see it: parsed once, and never read from the disk by a check itself. */
export interface Source {
  /** Path from the root with forward slashes. */
  readonly file: string;
  readonly lines: number;
  /** The text with every comment blanked out, line breaks kept. */
  readonly code: string;
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
}

export interface Import {
  /** As written. */
  readonly from: string;
  /** Path from the root for our own files, the package's name for others. */
  readonly to: string;
  readonly own: boolean;
  readonly typeOnly: boolean;
}

export const root = path.resolve(import.meta.dirname, '../..');

const isCode = (file: string): boolean => /\.(ts|tsx|mjs)$/.test(file);

const blank = (text: string, spans: readonly { readonly start: number; readonly end: number }[]): string => {
  let result = text;
  for (const { start, end } of spans) {
    result = result.slice(0, start) + result.slice(start, end).replaceAll(/[^\n]/g, ' ') + result.slice(end);
  }
  return result;
};

const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');

const importOf = (file: string, from: string, typeOnly: boolean): Import => {
  const own = from.startsWith('.');
  const plain = from.replace(/\?.*$/, '');
  return { from, own, typeOnly, to: own ? path.posix.join(path.posix.dirname(file), plain) : packageOf(from) };
};

/** Made from text, so that a test can plant a file that is not there. */
export const sourceOf = (file: string, text: string): Source => {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (!isCode(file)) return { file, lines, code: text.replaceAll(/\/\*[\s\S]*?\*\//g, ' '), imports: [], hasDefaultExport: false };
  const parsed = parseSync(file, text, { sourceType: 'module' });
  if (parsed.errors.length > 0) throw new Error(`${file}: ${parsed.errors[0]?.message ?? 'does not parse'}`);

  const imports: Import[] = [];
  for (const { moduleRequest, entries, start } of parsed.module.staticImports) {
    const typeOnly = /^import\s+type\b/.test(text.slice(start)) || (entries.length > 0 && entries.every((entry) => entry.isType));
    imports.push(importOf(file, moduleRequest.value, typeOnly));
  }
  for (const { entries } of parsed.module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest !== null) imports.push(importOf(file, moduleRequest.value, isType));
    }
  }
  for (const { moduleRequest } of parsed.module.dynamicImports) {
    const written = text.slice(moduleRequest.start, moduleRequest.end);
    if (/^['"`][^'"`$]*['"`]$/.test(written)) imports.push(importOf(file, written.slice(1, -1), false));
  }
  new Visitor({
    TSImportType(node) {
      imports.push(importOf(file, node.source.value, true));
    },
  }).visit(parsed.program);

  const hasDefaultExport = parsed.module.staticExports.some(({ entries }) =>
    entries.some((entry) => entry.exportName.kind === 'Default' || entry.exportName.name === 'default'),
  );
  return { file, lines, code: blank(text, parsed.comments), imports, hasDefaultExport };
};

/** Paths of all files below a folder of the project, from its root. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));

/** Every program and style file of the product. */
export const productSources = (): readonly Source[] =>
  ['src', 'workers']
    .flatMap(filesIn)
    .filter((file) => /\.(ts|tsx|css)$/.test(file))
    .map((file) => sourceOf(file, readFileSync(path.join(root, file), 'utf8')));
