import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'vite';
import { expect, test } from 'vitest';
import config from '../../vite.config.ts';

// Files of the run share their process, their modules and the world around them. Whatever is replaced for one must not meet the next.

const tests = path.resolve(import.meta.dirname, '..');
const files = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => /^(?:unit|workers|contract|vectors|architecture)\/.*\.tsx?$/.test(file))
  .map((file) => ({ file: `tests/${file}`, text: readFileSync(path.join(tests, file), 'utf8') }));
const using = (words: RegExp): readonly string[] => files.filter(({ text }) => words.test(text)).map(({ file }) => file).toSorted();

const REPLACES_A_MODULE = /\bvi\s*\.(?:(?:do)?[mM]ock|resetModules)\(/;
/** What is frozen stays so for whoever comes next. */
const FREEZES = /\bObject\s*\.freeze\(/;
const MEASURES_ITS_PROCESS = /\bprocess\s*\.(?:memoryUsage|resourceUsage)\(/;

test('what replaces a module, freezes something, or measures its process, runs alone', () => {
  const [shared, alone] = config.test?.projects ?? [];
  if (typeof shared !== 'object' || typeof alone !== 'object' || !('test' in shared) || !('test' in alone)) throw new Error('Two projects are expected');
  expect(shared.test?.isolate).toBe(false);
  expect(shared.test?.restoreMocks).toBe(true);
  expect(shared.test?.exclude).toEqual(alone.test?.include);
  expect(alone.test?.isolate).not.toBe(false);
  expect([...new Set([...using(REPLACES_A_MODULE), ...using(FREEZES), ...using(MEASURES_ITS_PROCESS)])].toSorted()).toEqual(alone.test?.include);
});

test('what is put upon the world is taken off again', () => {
  for (const file of using(/\bvi\.stubGlobal\(/)) expect(files.find((one) => one.file === file)?.text, file).toContain('vi.unstubAllGlobals(');
  for (const file of using(/\bvi\.useFakeTimers\(/)) expect(files.find((one) => one.file === file)?.text, file).toContain('vi.useRealTimers(');
});

/** Lines of spies that are made while tests are collected, in no function that a test calls: before the first test they are gone. */
const earlySpies = (name: string, text: string): readonly number[] => {
  const { program } = parseSync(name, text, { sourceType: 'module' });
  const groups = new Set<number>();
  const found: number[] = [];
  /** Functions around the place looked at that are no body of a describe. */
  let within = 0;
  const enter = ({ start }: { readonly start: number }): void => {
    if (!groups.has(start)) within += 1;
  };
  const leave = ({ start }: { readonly start: number }): void => {
    if (!groups.has(start)) within -= 1;
  };
  new Visitor({
    CallExpression({ callee, arguments: given, start, end }) {
      const called = text.slice(callee.start, callee.end);
      if (/^describe\b/.test(called)) for (const one of given) groups.add(one.start);
      if (called === 'vi.spyOn' && within === 0 && end > start) found.push(text.slice(0, start).split('\n').length);
    },
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
  }).visit(program);
  return found;
};

test('a spy is made in a test or by what a test calls: one made before is taken off before the first test', () => {
  const text = "vi.spyOn(a, 'b');\ndescribe('x', () => {\n  vi.spyOn(a, 'b');\n  beforeEach(() => { vi.spyOn(a, 'b'); });\n  it('y', () => vi.spyOn(a, 'b'));\n});\nconst f = () => vi.spyOn(a, 'b');\n";
  expect(earlySpies('a.ts', text)).toEqual([1, 3]);
  const early = files.flatMap(({ file, text: code }) => (code.includes('vi.spyOn') ? earlySpies(file, code).map((line) => `${file}:${line}`) : []));
  expect(early).toEqual([]);
});
