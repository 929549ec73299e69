// npm run campaign:kills -- --rounds N [--project chromium|firefox]: many more kills of a writing browser than a test run bears.
// Needs the built app (npm run build). Every engine that is installed, unless one is named.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runScript } from './run.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' }, project: { type: 'string' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('--rounds takes a whole number from 1.');
  process.exitCode = 2;
} else {
  process.exitCode = await runScript(
    'node_modules/@playwright/test/cli.js',
    ['test', '--config', 'tests/e2e/playwright.config.ts', 'kills', ...(values.project === undefined ? [] : ['--project', values.project])],
    { cwd: path.resolve(import.meta.dirname, '../..'), env: { ...process.env, KINKO_KILLS: String(rounds) } },
  );
}
