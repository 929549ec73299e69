// npm run campaign:flips [-- --every N] [--slices N]: every single bit and every length of a copy and a keyring, or every N-th of them.
import { parseArgs } from 'node:util';
import { CAMPAIGN_OPTIONS, areCounts, runCampaign } from './campaign.mjs';

const { values } = parseArgs({ options: { ...CAMPAIGN_OPTIONS, every: { type: 'string', default: '1' }, slices: { type: 'string', default: '60' } } });
const [every, slices] = [Number(values.every), Number(values.slices)];
if (!areCounts([every, slices, Number(values.processes)])) {
  console.error('--every, --slices and --processes take whole numbers from 1.');
  process.exitCode = 2;
} else {
  const orders = Array.from({ length: slices }, (_, at) => ({ from: at * every, of: slices * every }));
  process.exitCode = await runCampaign('flips', orders, values);
}
