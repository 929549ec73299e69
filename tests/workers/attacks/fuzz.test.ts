import { describe, expect, it } from 'vitest';
import { fuzz, fuzzTargets, runsOf } from '../../campaigns/fuzz/run-fuzz.ts';

// Bent copies, keyrings, slots, lists, log exports and calls: nothing uncaught, nothing accepted that nobody wrote. The long version is
// `npm run campaign:fuzz`. The seed changes by hand only: a test that fails today must fail tomorrow.

const RUNS = 20_000;
const SEED = 3;
const MOST_MEBIBYTES = 512;

const targets = await fuzzTargets();

describe(`${RUNS} bent inputs`, { timeout: 180_000 }, () => {
  it.each(targets)('$name', async (target) => {
    const runs = runsOf(target, targets, RUNS);
    const tally = await fuzz(target, { runs, seed: SEED });
    expect(tally.failures).toEqual([]);
    expect(tally.failed).toBe(0);
    expect(tally.runs).toBe(runs);
    // A mutator that bends nothing, or everything beyond recognition, proves nothing.
    expect(Object.keys(tally.outcomes).length).toBeGreaterThanOrEqual(3);
  });

  it('in bounded memory', () => {
    expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(MOST_MEBIBYTES);
    expect(targets.map((target) => runsOf(target, targets, RUNS)).reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(RUNS);
  });
});
