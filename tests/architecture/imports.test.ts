import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { arrowProblems } from './arrows.ts';
import { circles } from './circles.ts';
import { habitProblems, switchProblems } from './habits.ts';
import { productSources, root } from './source.ts';

const sources = productSources();

test('there is something to look at', () => {
  expect(sources.map(({ file }) => file)).toEqual(expect.arrayContaining(['src/main.tsx', 'workers/sw/sw.ts']));
});

test('every import follows an arrow of the house', () => {
  expect(arrowProblems(sources)).toEqual([]);
});

test('no files import each other in a circle, types included', () => {
  expect(circles(sources)).toEqual([]);
});

test('every import of ours leads to a file', () => {
  const files = new Set(sources.map(({ file }) => file));
  const lost = sources.flatMap(({ file, imports }) =>
    imports.filter(({ own, to }) => own && !files.has(to)).map(({ from }) => `${file} -> ${from}`),
  );
  expect(lost).toEqual([]);
});

test('files keep the habits of the house', () => {
  expect(habitProblems(sources)).toEqual([]);
});

test('no check is switched off', () => {
  const files = sources.map(({ file }) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
  expect(switchProblems(files)).toEqual([]);
});
