import { createSeededRandom } from '../../support/seeded-random.ts';
import { createCampaignCrypto } from '../reference.ts';
import type { Tally } from '../tally.ts';
import { createTally } from '../tally.ts';
import { createCallTarget } from './call-target.ts';
import { createContainerTarget, createContentTarget } from './container-target.ts';
import { createExportTarget } from './export-target.ts';
import { createKeyringTarget, createMarkTarget, createSlotTarget } from './keyring-targets.ts';
import { createListTarget } from './list-target.ts';
import { createTableTarget } from './table-target.ts';
import type { FuzzTarget } from './target.ts';

export interface FuzzOrder {
  /** Of all targets together. */
  readonly runs: number;
  readonly seed: number;
}

export const fuzzTargets = async (): Promise<readonly FuzzTarget[]> => {
  const crypto = await createCampaignCrypto();
  return [
    await createContainerTarget(crypto),
    await createContentTarget(crypto),
    createKeyringTarget(crypto),
    createSlotTarget(crypto),
    await createMarkTarget(crypto),
    createTableTarget(crypto),
    createListTarget(),
    await createExportTarget(),
    await createCallTarget(),
  ];
};

/** How many of all runs are a target's. */
export const runsOf = (target: FuzzTarget, targets: readonly FuzzTarget[], runs: number): number =>
  Math.round((runs * target.weight) / targets.reduce((sum, { weight }) => sum + weight, 0));

/** Each run has a seed of its own, told with a failure: `seed` and the run's number bring it back. */
const seedOf = (seed: number, run: number): number => (Math.imul(seed, 0x9e3779b1) + Math.imul(run, 0x85ebca6b)) >>> 0;

/** Runs one target. Promises that nobody waited for, and throws in listeners, count as failures too. */
export const fuzz = async (target: FuzzTarget, { runs, seed }: FuzzOrder): Promise<Tally> => {
  const tally = createTally();
  const uncaught: string[] = [];
  const onUncaught = (error: unknown): void => void uncaught.push(String(error));
  process.on('unhandledRejection', onUncaught);
  process.on('uncaughtException', onUncaught);
  try {
    for (let run = 0; run < runs; run += 1) {
      const name = `${target.name}, seed ${seed}, run ${run}`;
      try {
        tally.count(await target.run(createSeededRandom(seedOf(seed, run))));
      } catch (error) {
        tally.fail(`${name}: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' | ') : String(error)}`);
      }
      // A throw in a listener comes up a moment later: it belongs to one of the last runs.
      if (run % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
      for (const problem of uncaught.splice(0)) tally.fail(`${name} or shortly before: uncaught ${problem}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
    for (const problem of uncaught.splice(0)) tally.fail(`${target.name}, seed ${seed}, at the end: uncaught ${problem}`);
  } finally {
    process.off('unhandledRejection', onUncaught);
    process.off('uncaughtException', onUncaught);
  }
  return tally.tally();
};

/** A share of everything, for a process of its own; each target is told when it is done. */
export const runOrder = async ({ runs, seed }: FuzzOrder, tell: (name: string, tally: Tally) => void): Promise<void> => {
  const targets = await fuzzTargets();
  for (const target of targets) tell(target.name, await fuzz(target, { runs: runsOf(target, targets, runs), seed }));
};
