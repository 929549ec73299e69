// npm run campaign:flips [-- --every N]: every single bit and every length of a copy and a keyring, or every N-th of them.
import { parseArgs } from 'node:util';
import { processes, runCampaign } from './campaign.mjs';

const { values } = parseArgs({ options: { every: { type: 'string', default: '1' } } });
const every = Number(values.every);
if (!Number.isInteger(every) || every < 1) {
  console.error('--every takes a whole number from 1.');
  process.exitCode = 2;
} else {
  const count = processes();
  const orders = Array.from({ length: count }, (_, at) => ({ from: at * every, of: count * every }));
  process.exitCode = await runCampaign('flips', orders);
}
