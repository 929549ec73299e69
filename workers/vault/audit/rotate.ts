import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import { ownRef } from '../book/layout.ts';
import { checkStore } from './check-store.ts';
import type { CommitBase, CommitDeps, PreparedRotation } from './commit.ts';
import type { BookState } from './book-state.ts';
import type { Plan } from './plan.ts';
import type { PageSealer } from './ports.ts';
import { openForReseal } from './reseal.ts';
import { changedPlaces, emptyBookChange } from './seal-book.ts';
import type { Rotation, WriterEvent } from './writer.ts';

/**
 * A rotation is a commit that also seals every page under a renewed key anew, with the keys of epoch + 1, which exist in memory only until
 * the keyring step of the commit. It is never resumed: after a crash the database's epoch decides, and the keys of the other one are
 * dropped from the keyring, whatever a disk remnant may still hold of them.
 */
export const prepareRotation =
  <T>(deps: CommitDeps, rotation: Rotation<T>, emit: (event: WriterEvent) => void) =>
  async (base: CommitBase, plan: Plan): Promise<Result<PreparedRotation, VaultError>> => {
    const { sealer, renewed } = rotation;
    if (sealer.epoch !== base.state.head.epoch + 1) throw new Error('a rotation goes to the next epoch');
    if (!base.sealer.holds('profile') || !base.sealer.holds('number') || !base.sealer.holds('note')) return err({ type: 'NotAllowed' });
    const planned = [...(plan.pages ?? []).map(({ ref }) => ref), ...(plan.table === undefined ? [] : [ownRef('table', plan.table.version)])];
    const except = new Set([...changedPlaces(plan.book ?? emptyBookChange), ...planned.map(pageRefKey)]);
    // What keeps its key is not opened below. Damage in it would show only when all is stored, and what was asked for would be done and undone.
    const { problems } = await checkStore({ store: deps.store, sealer: base.sealer, state: base.state, sha256: deps.platform.sha256 });
    const [problem] = problems;
    if (problem !== undefined) return err(problem);
    const opened = await openForReseal(
      { ...deps, sealer: base.sealer, onProgress: (done, total) => emit({ type: 'progress', job: 'rotate', done, total }) },
      base.state,
      renewed,
      except,
    );
    if (!opened.ok) return opened;
    return ok({ sealer, opened: opened.value, allIndex: renewed.includes('profile'), allTails: renewed.includes('log') });
  };

/** Step 5: what was acknowledged must open from the disk, not from a cache, before the old keys go. */
export const verifyRotated = async (deps: CommitDeps, state: BookState, sealer: PageSealer): Promise<Result<null, VaultError>> => {
  const opened = await deps.store.reopen();
  if (!opened.ok) return opened;
  const { problems } = await checkStore({ store: deps.store, sealer, state, sha256: deps.platform.sha256 });
  const [problem] = problems;
  return problem === undefined ? ok(null) : err(problem);
};
