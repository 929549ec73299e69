// npm run campaign:fuzz [-- --runs N --seed S]: bent copies, keyrings, slots, lists, log exports and calls, N in all. The same seed on as
// many processors gives the same runs; a failure tells its target, seed and run.
import { parseArgs } from 'node:util';
import { processes, runCampaign } from './campaign.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } } });
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (![runs, seed].every((value) => Number.isInteger(value) && value >= 1)) {
  console.error('--runs and --seed take whole numbers from 1.');
  process.exitCode = 2;
} else {
  const count = processes();
  const orders = Array.from({ length: count }, (_, at) => ({ runs: Math.ceil(runs / count), seed: seed * 1000 + at }));
  process.exitCode = await runCampaign('fuzz', orders);
}
