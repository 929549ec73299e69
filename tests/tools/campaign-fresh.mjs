// Says of a mutant whether the tests of its area notice it in a process of their own: what is made once, when a module is loaded, is not made
// anew by the runner of mutants.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mutated } from './campaign-compile.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const NEEDED = ['src', 'workers', 'public', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'index.html', 'README.md'];
const TESTS = ['tsconfig.json', 'unit', 'workers', 'vectors', 'support', 'fixtures', 'campaigns', 'tools'];

/** A copy of product and tests in a folder of its own, run once as it is; `close` removes it. @param {string} area */
export const openFresh = (area) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kinko-fresh-'));
  for (const name of NEEDED) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  for (const name of TESTS) cpSync(path.join(root, 'tests', name), path.join(folder, 'tests', name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const passes = () =>
    spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/campaigns/mutants/vitest.config.ts', '--bail', '1'], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, KINKO_MUTANTS: area },
      timeout: 600_000,
    }).status === 0;
  if (!passes()) throw new Error(`the tests of ${area} fail on the product as it is`);
  return {
    /** @param {import('./campaign-compile.mjs').Mutation} mutant */
    notices: (mutant) => {
      const file = path.join(folder, path.relative(root, path.resolve(root, mutant.fileName)));
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, mutated(text, mutant));
      const noticed = !passes();
      writeFileSync(file, text);
      return noticed;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};
