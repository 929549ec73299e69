// npm run campaign:kills -- --rounds N [--project chromium|firefox] [--only leveldb|sqlite]: many more kills of a writing browser than a
// test run bears: N in Chromium on LevelDB, N on SQLite, N in Firefox. Needs the built app (npm run build). Every engine that is
// installed, unless one is named. Where strace is installed it counts, for every acknowledged write, the flush behind it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runScript } from './run.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '100' }, project: { type: 'string' }, only: { type: 'string' } } });
const rounds = Number(values.rounds);
const TITLES = new Map([['leveldb', 'in the middle of writing'], ['sqlite', 'in SQLite']]);
const title = values.only === undefined ? undefined : TITLES.get(values.only);
const strace = ['/usr/bin/strace', '/usr/local/bin/strace'].find((file) => existsSync(file));
if (!Number.isInteger(rounds) || rounds < 1 || (values.only !== undefined && title === undefined)) {
  console.error('--rounds takes a whole number from 1, --only leveldb or sqlite.');
  process.exitCode = 2;
} else {
  if (strace === undefined) console.log('strace is NOT installed: no flush is counted (Debian: apt-get install strace).');
  const chosen = [...(values.project === undefined ? [] : ['--project', values.project]), ...(title === undefined ? [] : ['--grep', title])];
  process.exitCode = await runScript(
    'node_modules/@playwright/test/cli.js',
    // One after the other: two browsers at once are slower and kill no more.
    ['test', '--config', 'tests/e2e/playwright.config.ts', 'kills', '--workers', '1', ...chosen],
    {
      cwd: path.resolve(import.meta.dirname, '../..'),
      env: { ...process.env, KINKO_KILLS: String(rounds), ...(strace === undefined ? {} : { KINKO_STRACE: strace }) },
    },
  );
}
