import { beforeAll, describe, expect, it } from 'vitest';
import { exportFile, renderPlan } from '../../support/log-plan.ts';
import { randomPlan } from '../../support/random-log.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import type { Tamper, Tampered, TamperInput } from '../../support/log-tampering/tamper.ts';
import { TAMPERINGS_WITH_FILE } from '../../support/log-tampering/with-file.ts';
import { TAMPERINGS_WITH_KEYS } from '../../support/log-tampering/with-keys.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';

const LOGS = 200;
const TAMPERINGS: readonly (readonly [name: string, tamper: Tamper])[] = Object.entries({ ...TAMPERINGS_WITH_FILE, ...TAMPERINGS_WITH_KEYS });

const inputs = Array.from({ length: LOGS }, (_, seed): TamperInput => {
  const random = createSeededRandom(seed);
  const plan = randomPlan(random, { logs: 1 + random.below(3), entriesPerLog: 16 });
  return { random, plan, record: renderPlan(plan) };
});

let verifyBoth: Awaited<ReturnType<typeof createVerifyBoth>>;
beforeAll(async () => {
  verifyBoth = await createVerifyBoth();
});

describe('200 random logs', { timeout: 120_000 }, () => {
  it('are good to both verifiers, which report the same', async () => {
    for (const [seed, { record }] of inputs.entries()) {
      const { app, independent } = await verifyBoth(exportFile(record));
      expect(app.problems, `seed ${seed}`).toEqual([]);
      expect(app.ok).toBe(true);
      expect(independent, `seed ${seed}`).toEqual(app);
    }
  });

  it('are bad to both when tampered with, for the same reasons', async () => {
    const done = new Map<string, number>();
    const timesDone = (name: string): number => done.get(name) ?? 0;
    for (const [seed, input] of inputs.entries()) {
      // The one done least of those this record has a place for.
      const byUse = TAMPERINGS.toSorted(([a], [b]) => timesDone(a) - timesDone(b));
      let tampered: Tampered | null = null;
      let name = '';
      for (const [candidate, tamper] of byUse) {
        name = candidate;
        tampered ??= tamper(input);
        if (tampered !== null) break;
      }
      if (tampered === null) throw new Error('no tampering fits');
      const { expected, file, kept } = tampered;
      const { app, independent } = await verifyBoth(file, kept);
      const found = app.problems.map(({ type }) => type);
      expect(app.ok, `seed ${seed} ${name}`).toBe(false);
      if (expected.length > 0) expect(found.filter((type) => expected.includes(type)), `seed ${seed} ${name}: ${found.join()}`).not.toEqual([]);
      expect(independent, `seed ${seed} ${name}`).toEqual(app);
      done.set(name, timesDone(name) + 1);
    }
    expect(TAMPERINGS.map(([name]) => name).filter((name) => timesDone(name) < 3)).toEqual([]);
  });
});
