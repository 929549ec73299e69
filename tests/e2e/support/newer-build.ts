import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { sourceHash } from '../../../workers/sw/build/source-hash.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const SOURCES = ['index.html', 'package.json', 'package-lock.json', 'public', 'src', 'tsconfig.json', 'vite.config.ts', 'workers'];
const KEPT = path.join(root, 'node_modules/.cache/newer-build');

/** The version that comes after the one under test. */
export const NEWER = {
  version: '99.0.0',
  ja: ['一覧が速くなりました。', '<b>太字</b>は、文字のまま出ます。', '三つめの変わったこと。', '四つめの変わったこと。', '五つめの変わったこと。'],
  en: ['The list is faster.', '<b>Bold</b> stays text.', 'A third thing.', 'A fourth thing.', 'A fifth thing.'],
};

const change = (file: string, before: string, after: string): void => {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
  writeFileSync(file, text.replace(before, after));
};

/** Builds the app's sources as they will be one version later, whole, as the host will have them. Kept until the sources change. */
export const buildNewer = async (): Promise<string> => {
  const kept = path.join(KEPT, sourceHash(root, [...SOURCES, 'tests/e2e/support/newer-build.ts']));
  if (existsSync(kept)) return kept;
  const home = mkdtempSync(path.join(tmpdir(), 'kinko-newer-'));
  for (const source of SOURCES) cpSync(path.join(root, source), path.join(home, source), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(home, 'node_modules'));
  change(path.join(home, 'src/i18n/versions.ts'), 'VERSIONS = [', `VERSIONS = [{ version: '${NEWER.version}', date: '2099-01-01' },`);
  for (const language of ['ja', 'en'] as const)
    change(path.join(home, `src/i18n/${language}/changes.ts`), '= {\n', `= {\n'${NEWER.version}': ${JSON.stringify(NEWER[language])},\n`);

  const { NODE_ENV: _test, VITEST: _runner, ...env } = process.env;
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: home, env });
  rmSync(KEPT, { recursive: true, force: true });
  mkdirSync(KEPT, { recursive: true });
  // Another process may have built it meanwhile, of the same sources: the same bytes.
  const made = `${kept}-${process.pid}`;
  cpSync(path.join(home, 'dist'), made, { recursive: true });
  if (!existsSync(kept)) renameSync(made, kept);
  rmSync(home, { recursive: true, force: true });
  return kept;
};
