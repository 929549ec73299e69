import { expect } from 'vitest';
import type { VaultError } from '../../src/core/contract/errors.ts';
import type { Result } from '../../src/core/domain/result.ts';
import type { FaultPlan, FaultWay } from './failing-store.ts';
import type { Session, VaultFixture } from './vault-fixture.ts';
import { planEntry } from './vault-fixture-plans.ts';

/** One operation that a fault may hit, and how to tell afterwards whether it took place. */
export interface FaultCase {
  /** Before the fault is armed. */
  readonly prepare?: (session: Session, turn: number) => Promise<unknown>;
  readonly run: (session: Session, turn: number) => Promise<Result<unknown, VaultError>>;
  readonly isDone: (session: Session, turn: number) => Promise<boolean>;
  /** What an unlock does before anything else. */
  readonly afterReopen?: (session: Session, result: Result<unknown, VaultError>, where: string) => Promise<void>;
  /** Sites that count; all when left out. */
  readonly sites?: (site: string) => boolean;
  readonly ways: readonly FaultWay[];
  readonly errors: readonly string[];
  readonly sticky: readonly boolean[];
}

export const IDB_ERRORS = ['AbortError', 'QuotaExceededError', 'UnknownError', 'InvalidStateError'] as const;

/** A test that never ends would say nothing: more calls than any operation makes. */
const MOST_CALLS = 400;

/**
 * Runs the operation with the n-th call failing, n = 1, 2, 3 … until none fails, for every way and kind of error. After each run:
 * the session goes on or has halted; reopened from the disk, the store is whole; what was acknowledged is there, what was refused
 * is not; and the mark is not ahead. The same store is used on and on: each run begins where the last one crashed.
 */
export const runFaultTable = async (fixture: VaultFixture, table: FaultCase): Promise<{ readonly runs: number; readonly halts: number; readonly acknowledged: number }> => {
  let turn = 0;
  let runs = 0;
  let halts = 0;
  let acknowledged = 0;
  for (const way of table.ways) {
    for (const error of table.errors) {
      for (const sticky of table.sticky) {
        for (let at = 1; at <= MOST_CALLS; at += 1) {
          const plan: FaultPlan = { at, way, error, sticky, sites: table.sites ?? (() => true) };
          const where = `${way} ${error}${sticky ? ' sticky' : ''} at call ${at}`;
          turn += 1;
          const session = await fixture.reopen();
          await table.prepare?.(session, turn);
          const before = session.writer.log.size();
          fixture.faults.arm(plan);
          const result = await table.run(session, turn);
          const fired = fixture.faults.fired();
          await session.writer.idle();
          fixture.faults.disarm();
          runs += 1;

          if (result.ok) acknowledged += 1;
          const halted = session.writer.isHalted();
          if (halted) halts += 1;
          if (!result.ok && !halted) expect(['StorageFailed', 'StorageFull'], where).toContain(result.error.type);
          // A commit that failed is no reason to stop: the next one goes through. A halted writer writes no more, but reads.
          const next = await session.writer.commit(planEntry('unlock'));
          expect(next.ok, `${where}: next commit ${JSON.stringify(next)}`).toBe(!halted);
          await session.writer.idle();
          if (halted) expect((await session.writer.pages.read({ book: 'own', kind: 'setting', no: 0 })).ok, `${where}: reading when halted`).toBe(true);
          session.store.close();

          const again = await fixture.reopen();
          await table.afterReopen?.(again, result, where);
          const checked = await again.check();
          expect(checked.problems, where).toEqual([]);
          const done = await table.isDone(again, turn);
          if (result.ok) expect(done, `${where}: acknowledged`).toBe(true);
          else if (!halted) expect(done, `${where}: refused`).toBe(false);
          expect(again.writer.log.size(), where).toBeGreaterThanOrEqual(before);
          expect(fixture.mark()?.size ?? 0, where).toBeLessThanOrEqual(again.writer.log.size());
          again.store.close();
          if (fired === 0) break;
          if (at === MOST_CALLS) throw new Error(`${where}: still faults to come`);
        }
      }
    }
  }
  return { runs, halts, acknowledged };
};
