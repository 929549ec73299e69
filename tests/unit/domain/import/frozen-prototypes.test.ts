import { expect, it } from 'vitest';
import { readCsv } from '../../../../workers/vault/service/import/csv-reader.ts';
import { begin, fileOf, previewOf } from './support.ts';

const WORDS = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'];
const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype, Set.prototype];

// A file of its own: what is frozen here stays so for whatever runs in this process after it.
it('with frozen prototypes an import of their names does the same: nothing is ever written to one', () => {
  const text = [`社員番号,氏名,続柄,${WORDS.join(',')}`, ...WORDS.map((word) => [word, word, word.slice(0, 10), ...WORDS].join(','))].join('\n');
  const run = (): string => {
    const read = readCsv(text);
    if (!read.ok) throw new Error(read.error.type);
    const named = begin({ fileName: '__proto__', encoding: 'utf-8', lines: read.value });
    const others = begin(fileOf('d.csv', `社員番号,家族氏名,続柄\n${WORDS.map((word) => `${word},${word},子`).join('\n')}\n`));
    return JSON.stringify([previewOf(named), previewOf(others)]);
  };
  const before = run();
  let problem: unknown = null;
  let after = '';
  for (const prototype of PROTOTYPES) Object.freeze(prototype);
  try {
    after = run();
  } catch (error) {
    problem = error;
  }
  expect(PROTOTYPES.every(Object.isFrozen)).toBe(true);
  expect(problem).toBeNull();
  expect(after).toBe(before);
  expect(before).toContain('__proto__');
});
