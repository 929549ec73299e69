import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { HEAD_REF } from '../book/layout.ts';
import type { PageStore } from '../storage/page-store.ts';
import type { BookState } from './book-state.ts';
import { keepCheckpoints } from './kept-checkpoints.ts';
import { loadBook, openHead, readBookRows } from './load-book.ts';
import type { LogWriter } from './log-writer.ts';
import type { PageReader } from './page-reader.ts';
import { createPageReader, damagedPage } from './page-reader.ts';
import type { Plan, Planner } from './plan.ts';
import type { AuditPlatform, NoteSigner, PageSealer } from './ports.ts';
import type { OpenedPage } from './reseal.ts';
import { PageTooLarge } from './seal-page.ts';
import type { SealedCommit } from './seal-commit.ts';
import { sealCommit } from './seal-commit.ts';
import type { SlotKeeper } from './slot-keeper.ts';
import type { Committed, KeyringStep } from './writer.ts';

/**
 * ONE COMMIT, in the order in which it happens, and what a crash after each step leaves.
 *
 *  1. The planner says what is to change, from the book as it was stored last. Nothing is stored; a crash leaves the old state.
 *  2. All cryptography: every page sealed and hashed, entries chained, the checkpoint signed, the head sealed. From here on nothing
 *     is awaited but storage: WebCrypto awaited inside a transaction tears it in Firefox and WebKit, silently. The old state.
 *  3. Only when keys change: both keyring slots hold old and new keys, read back. The old state; the new keys open nothing, and the next
 *     unlock drops them, because the database's epoch decides.
 *  4. ONE strict transaction: the head is read again and compared byte for byte with the one the plan was made from, then pages, log
 *     and head are written. The engine makes it all or nothing. A crash before `oncomplete` leaves the old state, one after it the new.
 *     It is idempotent: what is written carries random salts, so "stored, but reported as failed" is recognised by reading the head, and
 *     the same bytes can be written again.
 *  5. Only when keys change: the database is opened anew and every page of it opened with the new keys; then both slots hold the new keys
 *     alone, read back. A crash before leaves the new state, and the next unlock drops the old keys. Slots that refuse are tried again
 *     behind every later commit and before the lock.
 *  6. The caller hears of success. What was acknowledged is in the database.
 *  7. A moment later the mark outside the database moves, once for several commits. A crash before leaves it behind the database, which
 *     is no alarm; only the other way is.
 *
 * When step 4 fails and the engine cannot say what is stored, the writer halts: it would otherwise build on a state it does not know.
 */
export interface CommitDeps {
  readonly store: PageStore;
  readonly slots: SlotKeeper;
  readonly platform: AuditPlatform;
  readonly appendLog: LogWriter;
}

/** What a session has in hand when a commit begins. */
export interface CommitBase {
  readonly state: BookState;
  readonly sealer: PageSealer;
  readonly signer: NoteSigner;
  /** The head's checkpoint is not kept yet although a new run begins: first commit of a session. */
  readonly keep: boolean;
}

export interface CommitJob<T> {
  readonly planner: Planner<T>;
  readonly keyring: KeyringStep | null;
  /** Pages to reseal and the keys to do it with, once the plan is known; null: no rotation. */
  readonly prepareRotation: ((base: CommitBase, plan: Plan) => Promise<Result<PreparedRotation, VaultError>>) | null;
}

export interface PreparedRotation {
  readonly sealer: PageSealer;
  readonly opened: readonly OpenedPage[];
  readonly allIndex: boolean;
  readonly allTails: boolean;
}

/** Steps 1 to 3 are through: what step 4 writes, with which keys and by whom. */
export interface PreparedCommit<T> {
  readonly committed: Committed<T>;
  /** Null: the plan changes nothing, and nothing is to be written. */
  readonly sealed: SealedCommit | null;
  readonly sealer: PageSealer;
  readonly signer: NoteSigner;
}

export type StoreOutcome =
  | { readonly type: 'stored' }
  | { readonly type: 'conflict' }
  | { readonly type: 'failed'; readonly error: VaultError }
  /** The writer must halt. */
  | { readonly type: 'unknown'; readonly error: VaultError };

const isEmpty = (plan: Plan): boolean =>
  plan.entries.length === 0 && plan.book === undefined && plan.table === undefined && (plan.pages ?? []).length === 0 && (plan.closed ?? []).length === 0;

/** A reader of one state that does not move: what a planner may look at. */
const createSnapshotReader = (deps: CommitDeps, { state, sealer }: CommitBase): PageReader =>
  createPageReader({ store: deps.store, sealer: () => sealer, state: () => state, catchUp: () => Promise.resolve(false) });

/** Steps 1 and 2. WebCrypto's failures come back as StorageFailed: nothing was stored, and a second try may go well. VaultFull: a page would be too large. */
const prepare = async <T>(deps: CommitDeps, base: CommitBase, job: CommitJob<T>): Promise<Result<PreparedCommit<T>, VaultError>> => {
  const { state } = base;
  const pages = createSnapshotReader(deps, base);
  const time = deps.platform.now();
  const firstSeq = state.head.frontier.size;
  const planned = await job.planner({ book: state, pages, firstSeq, time });
  if (!planned.ok) return planned;
  const { plan, value } = planned.value;
  const committed: Committed<T> = { value, firstSeq, size: firstSeq + plan.entries.length, time };
  if (isEmpty(plan)) return ok({ committed, sealed: null, sealer: base.sealer, signer: base.signer });
  if (plan.entries.length === 0) throw new Error('nothing changes without an entry');

  const rotation = job.prepareRotation === null ? null : await job.prepareRotation(base, plan);
  if (rotation?.ok === false) return rotation;
  const signer = plan.signer ?? base.signer;
  const newRun = base.keep || signer !== base.signer || state.head.actor !== signer.memberId;
  const notes = [...(newRun && state.head.checkpoint !== '' ? [state.head.checkpoint] : []), ...(plan.closed ?? []).flatMap((log) => log.checkpoints)];
  const kept = await keepCheckpoints(state.head, notes, pages, deps.platform.sha256);
  if (!kept.ok) return kept;
  const sealer = rotation?.value.sealer ?? base.sealer;
  const sealed = await sealCommit(deps, {
    base: state,
    plan,
    time,
    sealer,
    signer,
    kept: kept.value,
    rotation: rotation?.value ?? null,
  });
  return ok({ committed, sealed, sealer, signer });
};

const guarded = async <T>(work: () => Promise<Result<T, VaultError>>): Promise<Result<T, VaultError>> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PageTooLarge) return err({ type: 'VaultFull' });
    if (error instanceof DOMException) return err({ type: 'StorageFailed', name: error.name });
    throw error;
  }
};

/** Steps 1 to 3. An error leaves everything as it was. */
export const prepareCommit = async <T>(deps: CommitDeps, base: CommitBase, job: CommitJob<T>): Promise<Result<PreparedCommit<T>, VaultError>> => {
  const prepared = await guarded(() => prepare(deps, base, job));
  if (!prepared.ok || prepared.value.sealed === null || job.keyring === null) return prepared;
  const opened = await deps.slots.write(job.keyring.both);
  if (opened.ok) return prepared;
  await deps.slots.putBack(job.keyring.before);
  return opened;
};

/** Step 4. */
export const storeCommit = async (deps: CommitDeps, sealed: SealedCommit, keyring: KeyringStep | null): Promise<StoreOutcome> => {
  const outcome = await deps.store.write(sealed.write);
  // Nothing of it is stored: the new keys go again. If even that fails, the writer tries again, and so does the next unlock.
  if (keyring !== null && (outcome.type === 'failed' || outcome.type === 'conflict')) await deps.slots.putBack(keyring.before);
  return outcome;
};

/** The book as another writer, or this one before it halted, left it; null sealer: none of the keys fits. */
export const reloadBook = async (
  deps: CommitDeps,
  sealers: readonly PageSealer[],
): Promise<Result<{ readonly state: BookState; readonly sealer: PageSealer }, VaultError>> => {
  const rows = await readBookRows(deps.store);
  if (!rows.ok) return rows;
  const sealer = sealers.find((one) => one.epoch === rows.value.head.epoch);
  if (sealer === undefined) return err(damagedPage(HEAD_REF));
  const head = await openHead(sealer, rows.value.head);
  if (!head.ok) return head;
  const state = await loadBook(sealer, rows.value, head.value, deps.platform.sha256);
  return state.ok ? ok({ state: state.value, sealer }) : state;
};
