// Says of a mutant whether the types refuse it: what does not compile never runs, and no test needs to notice it.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** @param {string} text @param {{ readonly line: number, readonly column: number }} at both from 1, as Stryker tells them */
const offsetOf = (text, { line, column }) => {
  let from = 0;
  for (let row = 1; row < line; row += 1) from = text.indexOf('\n', from) + 1;
  return from + column - 1;
};

/** @typedef {{ readonly line: number, readonly column: number }} Place */

/** What stands at a place of a file. @param {string} text @param {{ readonly start: Place, readonly end: Place }} location */
export const sourceAt = (text, { start, end }) => text.slice(offsetOf(text, start), offsetOf(text, end));

/** @typedef {{ readonly fileName: string, readonly location: { readonly start: Place, readonly end: Place }, readonly replacement: string }} Mutation */

/** The text with the mutation in it. @param {string} text @param {Mutation} mutation */
export const mutated = (text, { location, replacement }) => text.slice(0, offsetOf(text, location.start)) + replacement + text.slice(offsetOf(text, location.end));

/** A copy of the product in a folder of its own, checked once; `close` removes it. */
export const openCompiler = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kinko-types-'));
  for (const name of ['src', 'workers']) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const base = path.join(folder, 'src/tsconfig.base.json');
  const settings = JSON.parse(readFileSync(base, 'utf8'));
  // What is left over when a part is gone is a matter of style, not of types.
  Object.assign(settings.compilerOptions, { outDir: '../types', noUnusedLocals: false, noUnusedParameters: false, allowUnreachableCode: true });
  writeFileSync(base, JSON.stringify(settings));
  const compiles = () =>
    spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'workers/vault', 'workers/verify'], { cwd: folder, stdio: 'ignore' }).status === 0;
  if (!compiles()) throw new Error('the product does not compile as it is');
  return {
    /** @param {Mutation} mutant */
    refuses: (mutant) => {
      const file = path.join(folder, path.relative(root, path.resolve(root, mutant.fileName)));
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, mutated(text, mutant));
      const refused = !compiles();
      writeFileSync(file, text);
      return refused;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};
