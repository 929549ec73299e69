// One slice of a campaign, in a process of its own: campaign-share.mjs NAME ORDER. Told by tests/tools/campaign.mjs.
import path from 'node:path';
import { withModule } from './typescript.mjs';

const MODULES = {
  flips: 'tests/campaigns/flips/run-flips.ts',
  fuzz: 'tests/campaigns/fuzz/run-fuzz.ts',
  seals: 'tests/campaigns/seals/run-seals.ts',
};
const [campaign, order] = process.argv.slice(2);
const module = Object.entries(MODULES).find(([name]) => name === campaign)?.[1];
if (module === undefined || order === undefined) throw new Error('campaign-share.mjs NAME ORDER');

await withModule(path.resolve(import.meta.dirname, '../..'), module, ({ runOrder }) =>
  runOrder(JSON.parse(order), (/** @type {string} */ name, /** @type {object} */ tally) => {
    process.send?.({ name, tally, mebibytes: Math.round(process.resourceUsage().maxRSS / 1024) });
  }),
);
process.disconnect?.();
