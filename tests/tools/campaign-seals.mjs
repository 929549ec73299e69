// npm run campaign:seals [-- --seals N]: seals one content at one place under one key N times, and looks for two with the same salt.
import { parseArgs } from 'node:util';
import { areCounts, runCampaign } from './campaign.mjs';

const { values } = parseArgs({ options: { seals: { type: 'string', default: '1000000' } } });
const seals = Number(values.seals);
if (!areCounts([seals])) {
  console.error('--seals takes a whole number from 1.');
  process.exitCode = 2;
} else {
  process.exitCode = await runCampaign('seals', [{ seals }], { processes: '1', anew: true });
}
