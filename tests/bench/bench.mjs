// npm run bench: how much slower than the platform's own limit, in a real Chromium. Never a test: nothing fails by the clock.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../tools/browsers.mjs';
import { ensureInstalled } from '../tools/install.mjs';

const root = path.resolve(import.meta.dirname, '../..');

const WORKLOADS = ['unlock', 'search', 'save', 'import', 'copy', 'restore', 'verify', 'growth', 'disk', 'memory', 'first-screen'];
/** Only when it is named: it fetches a program from the network. */
const FETCHED = 'lighthouse';

const USAGE = `npm run bench -- [--only A,B] [--people N,M] [--rounds N] [--quick] [--profile]

  --only     some of ${WORKLOADS.join(', ')} (default: all),
             or ${FETCHED}, fetched by npx: five visits to the first screen
  --people   sizes of the business (default 100,1000,10000); targets are judged at 10000
  --rounds   of each slow workload (default 9); quick ones take four times as many
  --quick    about a minute: 1,000 people, logs of 2,000 and 20,000 entries, 3 rounds
  --profile  instead of figures: a CPU profile of the vault's worker for each workload, in node_modules/.cache/bench`;

/** @param {string | undefined} text @returns {readonly number[]} */
const numbers = (text) => (text ?? '').split(',').filter((part) => part !== '').map(Number);

const readCall = () => {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        people: { type: 'string' },
        rounds: { type: 'string' },
        quick: { type: 'boolean', default: false },
        profile: { type: 'boolean', default: false },
      },
    });
    const only = values.only === undefined ? WORKLOADS : values.only.split(',');
    const people = numbers(values.people ?? (values.quick ? '1000' : '100,1000,10000'));
    const rounds = Number(values.rounds ?? (values.quick ? 3 : 9));
    const good = [...people, rounds].every((count) => Number.isInteger(count) && count > 0) && people.every((count) => count >= 10 && count <= 15_000);
    if (!good || people.length === 0 || only.some((name) => ![...WORKLOADS, FETCHED].includes(name))) return undefined;
    const [shortLog, longLog] = values.quick ? [2_000, 20_000] : [10_000, 100_000];
    return { only, people, rounds, shortLog, longLog, profile: values.profile };
  } catch {
    return undefined;
  }
};

const bench = async () => {
  const call = readCall();
  if (call === undefined) {
    console.error(USAGE);
    return 2;
  }
  if (!(await ensureInstalled(root))) return 1;
  const chromium = await ensureChromium();
  if (chromium === undefined) {
    console.error('No Chromium found. Install one or set CHROMIUM_PATH.');
    return 1;
  }
  const { withModule } = await import('../tools/typescript.mjs');
  await withModule(root, 'tests/bench/run-bench.ts', (module) => module.runBench({ ...call, root, chromium }));
  return 0;
};

process.exitCode = await bench();
