import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { IndexPage } from '../book/index-page.ts';
import { HEAD_REF } from '../book/layout.ts';
import { createPersonIndex } from '../book/person-index.ts';
import type { KeyringStore } from '../storage/keyring-store.ts';
import { samePage } from '../storage/page-row.ts';
import type { PageStore } from '../storage/page-store.ts';
import { createAfterwards } from './afterwards.ts';
import type { BookState } from './book-state.ts';
import type { CommitBase, CommitDeps, CommitJob, PreparedCommit } from './commit.ts';
import { prepareCommit, reloadBook, storeCommit } from './commit.ts';
import type { Steady } from './log-reader.ts';
import { createLogReader } from './log-reader.ts';
import { createLogWriter } from './log-writer.ts';
import { createPageReader } from './page-reader.ts';
import type { AuditPlatform, MarkKeeper, MarkState, NoteSigner, PageSealer } from './ports.ts';
import { prepareRotation, verifyRotated } from './rotate.ts';
import type { SealedCommit } from './seal-commit.ts';
import { createSerial } from './serial.ts';
import { createSlotKeeper } from './slot-keeper.ts';
import type { Committed, KeyringCommitted, VaultWriter, WriterEvent } from './writer.ts';

/** What a writer is made from: an opened or a new book, and what it is stored with. */
export interface WriterInput {
  /** Open. */
  readonly store: PageStore;
  readonly keyring: KeyringStore;
  readonly state: BookState;
  readonly sealer: PageSealer;
  readonly marks: MarkKeeper;
  /** The acting member. */
  readonly signer: NoteSigner;
  readonly platform: AuditPlatform;
  readonly onEvent?: (event: WriterEvent) => void;
}

/** A plan is made anew this often when another writer was faster. With one tab a vault there is none. */
const REPLANS = 3;

/** The writer of one unlocked session. One session has one; what happens in a commit is told in commit.ts. */
export const createWriter = (deps: WriterInput): VaultWriter => {
  const { store, platform } = deps;
  const emit = (event: WriterEvent): void => deps.onEvent?.(event);
  const slots = createSlotKeeper(deps.keyring, (settled) => emit({ type: 'slots', settled }));
  const commitDeps: CommitDeps = { store, slots, platform, appendLog: createLogWriter(platform) };
  const serial = createSerial();
  const afterwards = createAfterwards(serial);
  const persons = createPersonIndex();
  let base: CommitBase = { state: deps.state, sealer: deps.sealer, signer: deps.signer, keep: true };
  let halted = false;
  /** Keys the database may be sealed with: two after a rotation whose outcome is unknown. */
  let sealers: readonly PageSealer[] = [deps.sealer];
  /** The transaction under way: between its `oncomplete` and the new state, pages are newer than the state. */
  let writing: Promise<unknown> = Promise.resolve();
  let unmarked: MarkState | null = null;
  persons.apply(deps.state.index);

  const moveTo = (next: CommitBase, changed: ReadonlyMap<number, IndexPage | null>): void => {
    base = next;
    sealers = [next.sealer];
    persons.apply(changed);
  };

  const reload = async (): Promise<Result<null, VaultError>> => {
    const loaded = await reloadBook(commitDeps, sealers);
    if (!loaded.ok) return loaded;
    const { size } = base.state.head.frontier;
    const found = loaded.value.state.head.frontier.size;
    if (found < size) return err({ type: 'DatabaseOlder', expectedEntries: size, foundEntries: found });
    const gone = new Map([...base.state.index.keys()].map((no): [number, IndexPage | null] => [no, null]));
    moveTo({ ...base, ...loaded.value }, new Map([...gone, ...loaded.value.state.index]));
    return ok(null);
  };

  /**
   * The database may be newer than the state that `since` was: this writer has just stored, another one was there, or this one has halted.
   * A read that waited for the transaction comes behind it, and the state may have moved on before it is known that the page differs.
   */
  const catchUp = async (since: BookState): Promise<boolean> => {
    await writing;
    if (base.state !== since) return true;
    const heads = await store.read([HEAD_REF]);
    if (!heads.ok || samePage(heads.value[0] ?? null, since.headRow)) return false;
    await reload();
    return base.state !== since;
  };

  /** Reads of several steps: when a commit came between them, what looks damaged may only be of two states, and is read again as a whole. */
  const steady: Steady = async (read) => {
    for (;;) {
      const { state } = base;
      const found = await read();
      if (found.ok || found.error.type !== 'DatabaseDamaged' || !(await catchUp(state))) return found;
    }
  };

  const pages = createPageReader({ store, sealer: () => base.sealer, state: () => base.state, catchUp });
  const log = createLogReader({ store, sha256: platform.sha256, sealer: () => base.sealer, state: () => base.state, pages, steady });

  const halt = (cause: VaultError): Result<never, VaultError> => {
    halted = true;
    emit({ type: 'halted', cause });
    return err({ type: 'Halted' });
  };

  /** Of several commits the newest mark alone. */
  const keepMark = async (): Promise<void> => {
    const mark = unmarked;
    unmarked = null;
    if (mark !== null) await deps.marks.keep(mark);
  };

  /** Steps 5 to 7. */
  const finish = async <T>(job: CommitJob<T>, committed: Committed<T>, sealed: SealedCommit): Promise<Result<KeyringCommitted<T>, VaultError>> => {
    unmarked = sealed.mark;
    afterwards.put(keepMark);
    const verified = job.prepareRotation === null ? ok(null) : await verifyRotated(commitDeps, base.state, base.sealer);
    // The old keys stay in the keyring beside the new: whatever can still be opened must not become unreadable.
    const settled = verified.ok && (job.keyring === null || (await slots.settle(job.keyring.next)));
    const kinds = new Set(sealed.write.puts.map(({ at }) => at.kind));
    emit({ type: 'committed', size: committed.size, changed: [...kinds] });
    // Stored it is: whoever asked must hear that, and act from now on as what lies in the database. Nothing more is written on top.
    if (!verified.ok) halt(verified.error);
    return ok({ ...committed, settled });
  };

  const storeAndMove = async <T>({ sealed, sealer, signer }: PreparedCommit<T> & { readonly sealed: SealedCommit }, job: CommitJob<T>) => {
    const outcome = await storeCommit(commitDeps, sealed, job.keyring);
    if (outcome.type === 'stored') moveTo({ state: sealed.next, sealer, signer, keep: false }, sealed.index);
    // The database is in one of two epochs; reading finds out which.
    if (outcome.type === 'unknown') sealers = [base.sealer, sealer];
    return outcome;
  };

  const perform = async <T>(job: CommitJob<T>): Promise<Result<KeyringCommitted<T>, VaultError>> => {
    for (let tries = 0; tries <= REPLANS; tries += 1) {
      if (halted) return err({ type: 'Halted' });
      const { state } = base;
      const prepared = await prepareCommit(commitDeps, base, job);
      if (!prepared.ok) {
        // What looks damaged to a plan may only be newer than what it was made from.
        if (prepared.error.type === 'DatabaseDamaged' && (await catchUp(state))) continue;
        return prepared;
      }
      const { committed, sealed } = prepared.value;
      if (sealed === null) return ok({ ...committed, settled: true });
      const storing = storeAndMove({ ...prepared.value, sealed }, job);
      writing = storing;
      const outcome = await storing;
      if (outcome.type === 'stored') return finish(job, committed, sealed);
      if (outcome.type === 'failed') return err(outcome.error);
      if (outcome.type === 'unknown') return halt(outcome.error);
      const reloaded = await reload();
      if (!reloaded.ok) return reloaded;
      // The keyrings of a key change were made for the state that is gone.
      if (job.keyring !== null) break;
    }
    return err({ type: 'ChangedMeanwhile' });
  };

  const enqueue = async <T>(job: CommitJob<T>): Promise<Result<KeyringCommitted<T>, VaultError>> => {
    const mine = serial.run(() => perform(job));
    // Behind the commit and before the next one, but the caller hears of what is stored without waiting for it.
    void serial.run(slots.payOff);
    return mine;
  };

  return {
    book: () => base.state,
    persons,
    pages,
    log,
    isHalted: () => halted,
    commit: (planner) => enqueue({ planner, keyring: null, prepareRotation: null }),
    commitWithKeyring: (planner, step) => enqueue({ planner, keyring: step, prepareRotation: null }),
    rotate: (rotation) =>
      enqueue({ planner: rotation.planner, keyring: rotation.keyring, prepareRotation: prepareRotation(commitDeps, rotation, emit) }),
    putSlots: (keyring) => serial.run(() => slots.putBack(keyring)),
    settleSlots: () => serial.run(() => slots.payOff()),
    actAs: (signer) => {
      void serial.run(() => {
        base = { ...base, signer, keep: true };
        return Promise.resolve();
      });
    },
    idle: async () => {
      await serial.idle();
      await afterwards.settle();
    },
  };
};
