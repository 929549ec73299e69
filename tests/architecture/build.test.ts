import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { HEADER_SYNONYMS } from '../../src/core/domain/import/header-synonyms.data.ts';
import { TRIAL_PEOPLE } from '../../src/core/domain/trial/trial-firm.data.ts';
import { newestNotes } from '../../src/i18n/version-notes.ts';
import { filesUnder, sourceHash } from '../../workers/sw/build/source-hash.ts';
import { root } from './source.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'kinko-build-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const SOURCES = ['index.html', 'package.json', 'package-lock.json', 'public', 'src', 'tsconfig.json', 'vite.config.ts', 'workers'];

/** Builds a copy of the sources that lies in a folder of its own. */
const buildIn = (name: string): string => {
  const home = path.join(scratch, name);
  mkdirSync(home);
  for (const source of SOURCES) cpSync(path.join(root, source), path.join(home, source), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(home, 'node_modules'));
  const { NODE_ENV: _test, VITEST: _runner, ...env } = process.env;
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: home, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return path.join(home, 'dist');
};

/** Compressed script that a first visit loads for its page: what the page names, and the registration of the service worker. */
const FIRST_SCREEN_BYTES = 60_000;

const firstScreenOf = (dist: string, files: readonly string[]): readonly string[] => {
  const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '');
  const registration = files.filter((file) => /^assets\/register-[\w-]{8}\.js$/.test(file) && readFileSync(path.join(dist, file), 'utf8').includes('serviceWorker'));
  return [...named, ...registration];
};

/** Parts of the vault's worker that few days need, and words that stand in nothing else of it. */
const WHEN_NEEDED: readonly (readonly [chunk: string, word: string])[] = [
  ['import-service', HEADER_SYNONYMS.payeeCode],
  ['create-trial', TRIAL_PEOPLE.owner.input.name],
];

/** Each is a file of its own, which the worker's start names and does not hold. */
const expectApart = (dist: string, files: readonly string[]): readonly string[] => {
  const read = (file: string | undefined): string => readFileSync(path.join(dist, file ?? ''), 'utf8');
  const entry = read(files.find((file) => file.startsWith('assets/vault.worker-')));
  const start = [...entry.matchAll(/from\s*["'`]\.\/([\w.-]+)["'`]|import\s*["'`]\.\/([\w.-]+)["'`]/g)].map((match) => `assets/${match[1] ?? match[2] ?? ''}`);
  expect(start).toHaveLength(1);
  const atOnce = entry + read(start[0]);
  return WHEN_NEEDED.map(([chunk, word]) => {
    const [file = '', ...more] = files.filter((one) => new RegExp(`^assets/${chunk}-[\\w-]{8}\\.js$`).test(one));
    expect(more, chunk).toEqual([]);
    expect(read(file), chunk).toContain(word);
    expect(atOnce.includes(word), `${chunk} at the start`).toBe(false);
    expect(atOnce, chunk).toContain(path.basename(file));
    return file;
  });
};

test('two builds at two places are the same, bit for bit, and the service worker keeps all of it', { timeout: 180_000 }, () => {
  const first = buildIn('one');
  const second = buildIn('another-place');
  const files = filesUnder(first);
  expect(filesUnder(second)).toEqual(files);
  const differing = files.filter((file) => !readFileSync(path.join(first, file)).equals(readFileSync(path.join(second, file))));
  expect(differing).toEqual([]);

  const serviceWorker = readFileSync(path.join(first, 'sw.js'), 'utf8');
  const forTheApp = files.filter((file) => file !== 'sw.js' && file !== '_headers' && !file.startsWith('hosting/'));
  expect(forTheApp).toContain('index.html');
  expect(forTheApp.filter((file) => !serviceWorker.includes(`"${file}"`) && !serviceWorker.includes(`\`${file}\``))).toEqual([]);
  expect(serviceWorker).not.toContain('__WB_MANIFEST');
  // It tells what this version changes, in both languages, once.
  expect(serviceWorker).not.toContain('__CHANGES');
  for (const { ja, en } of newestNotes(5)) for (const line of [...ja, ...en]) expect([line, serviceWorker.split(line).length]).toEqual([line, 2]);

  for (const file of expectApart(first, files)) expect(serviceWorker).toContain(file);

  const start = firstScreenOf(first, files);
  expect(start).toHaveLength(2);
  expect(start.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(first, file)), { level: 9 }).length, 0)).toBeLessThanOrEqual(FIRST_SCREEN_BYTES);
});

test("the build's name follows every name and byte of the sources", () => {
  const home = path.join(scratch, 'sources');
  mkdirSync(path.join(home, 'src'), { recursive: true });
  const write = (file: string, text: string) => writeFileSync(path.join(home, file), text);
  const name = () => sourceHash(home, ['src', 'a.txt']);
  write('a.txt', 'a');
  write('src/b.ts', 'b');
  const names = [name()];
  expect(names[0]).toMatch(/^[0-9a-f]{12}$/);
  write('src/b.ts', 'B');
  names.push(name());
  write('src/c.ts', '');
  names.push(name());
  write('a.txt', 'ab');
  names.push(name());
  expect(new Set(names).size).toBe(4);
  write('src/.hidden', 'x');
  expect(name()).toBe(names[3]);
});
