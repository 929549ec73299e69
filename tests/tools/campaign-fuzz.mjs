// npm run campaign:fuzz [-- --runs N --seed S --slices N]: bent copies, keyrings, slots, lists, log exports and calls, N in all. The same
// seed in as many slices gives the same runs; a failure tells its target, seed and run.
import { parseArgs } from 'node:util';
import { CAMPAIGN_OPTIONS, areCounts, runCampaign } from './campaign.mjs';

const { values } = parseArgs({
  options: {
    ...CAMPAIGN_OPTIONS,
    runs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    slices: { type: 'string', default: '20' },
  },
});
const [runs, seed, slices] = [Number(values.runs), Number(values.seed), Number(values.slices)];
if (!areCounts([runs, seed, slices, Number(values.processes)])) {
  console.error('--runs, --seed, --slices and --processes take whole numbers from 1.');
  process.exitCode = 2;
} else {
  const orders = Array.from({ length: slices }, (_, at) => ({ runs: Math.ceil(runs / slices), seed: seed * 1000 + at }));
  process.exitCode = await runCampaign('fuzz', orders, values);
}
