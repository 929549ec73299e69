import { batch, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError, VaultResult } from '../../core/contract/errors.ts';
import type { ProgressJob, VaultEvent } from '../../core/contract/events.ts';
import type {
  CreateVaultInput,
  DeviceReport,
  KitContent,
  ResetPasswordInput,
  SessionView,
  UnlockInput,
} from '../../core/contract/session-api.ts';
import type { StoreId } from '../../core/domain/ids.ts';
import { IDLE_WARNING_SECONDS } from '../../core/domain/vault/limits.ts';
import type { VaultCalls, VaultClient } from '../bridge/vault-client.ts';
import type { MarkStore } from '../platform/marks.ts';
import type { IdleTimer } from './idle-timer.ts';
import { createIdleTimer } from './idle-timer.ts';
import type { OpenVault, OpenVaultOwner } from './open-vault.ts';
import { createOpenVault } from './open-vault.ts';

/** Why the vault that was open is closed now. */
export type LockReason = 'asked' | 'idle' | 'takenOver' | 'lost' | 'erased';

export type Session =
  | { readonly at: 'starting' }
  /** The browser lacks what keys need. */
  | { readonly at: 'unfit'; readonly missing: readonly string[] }
  /** The device could not be looked into. */
  | { readonly at: 'failed'; readonly error: VaultError }
  | { readonly at: 'closed'; readonly report: DeviceReport; readonly why: LockReason | null }
  | { readonly at: 'closing' }
  | { readonly at: 'open'; readonly vault: OpenVault; readonly idle: IdleTimer };

export interface JobProgress {
  readonly job: ProgressJob;
  readonly done: number;
  readonly total: number;
}

export interface SessionModel {
  readonly session: ReadonlySignal<Session>;
  readonly progress: ReadonlySignal<JobProgress | null>;
  /** The store chosen for unlocking, recovering or erasing; kept here because addresses carry no id. */
  readonly chosen: ReadonlySignal<StoreId | null>;
  readonly choose: (storeId: StoreId | null) => void;
  /** Checks the browser and looks for vaults. Also the way to try again. */
  readonly start: () => Promise<void>;
  readonly create: (input: CreateVaultInput) => VaultResult<KitContent>;
  readonly unlock: (input: UnlockInput) => VaultResult<SessionView>;
  readonly resetPassword: (input: ResetPasswordInput) => VaultResult<SessionView>;
  readonly takeOver: (storeId: StoreId) => VaultResult<null>;
  /** After a restore has left a session open in the worker. */
  readonly enter: () => VaultResult<SessionView>;
  readonly lock: () => Promise<void>;
  /** A call to the vault has not answered yet. */
  readonly isWorking: () => boolean;
  readonly erase: (storeId: StoreId, label: string) => VaultResult<null>;
  /** For the screens before an unlock: inspecting and restoring copies. */
  readonly api: VaultCalls;
}

export interface SessionDeps {
  readonly client: VaultClient;
  readonly marks: MarkStore;
  readonly now: () => number;
  /** Names of missing features the app cannot do without. */
  readonly missing: () => Promise<readonly string[]>;
  /** Waits; for giving up on a lock entry that cannot be written. */
  readonly wait: (ms: number) => Promise<void>;
}

export interface SessionOwner extends SessionModel {
  readonly onEvent: (event: VaultEvent) => void;
  readonly onLost: () => void;
  readonly onQuiet: () => void;
}

/** The lock entry is best effort: keys go whether it could be written or not. */
const LOCK_PATIENCE_MS = 3000;
/** While a recovery code is copied by hand nobody touches the device; a lock would take the only sight of it away. On its screen alone. */
const KIT_MINUTES = 15;

const idleMinutesOf = ({ view, kit, atKit }: OpenVault): number =>
  Math.max(view.peek().idleMinutes, kit.peek() !== null && atKit.peek() ? KIT_MINUTES : 0);

export const createSessionModel = (deps: SessionDeps): SessionOwner => {
  const { client, marks } = deps;
  const session = signal<Session>({ at: 'starting' });
  const progress = signal<JobProgress | null>(null);
  const chosen = signal<StoreId | null>(null);
  let owner: OpenVaultOwner | null = null;

  /** Of the session that opens or is open; nothing is known of the next one. */
  let oldKeysTold = false;
  const inspect = async (why: LockReason | null): Promise<void> => {
    oldKeysTold = false;
    const report = await client.api.inspectDevice(marks.list());
    session.value = report.ok ? { at: 'closed', report: report.value, why } : { at: 'failed', error: report.error };
  };

  const close = async (why: LockReason): Promise<void> => {
    owner = null;
    batch(() => {
      session.value = { at: 'closing' };
      progress.value = null;
    });
    client.restart();
    await inspect(why);
  };

  const lockAs = async (why: LockReason): Promise<void> => {
    const open = owner;
    if (open === null) return;
    owner = null;
    session.value = { at: 'closing' };
    // Whoever locks has been asked about what is unsaved, and has given it up; what is only offered stays.
    const draft = why === 'idle' ? open.drafts.collect() : open.drafts.offered.peek();
    open.drafts.close();
    const written = (async () => {
      if (!open.drafts.isStored(draft)) await client.api.saveDraft(draft);
      await client.api.lock();
    })();
    await Promise.race([written, deps.wait(LOCK_PATIENCE_MS)]);
    await close(why);
  };

  const open = (view: SessionView, kit: KitContent | null, greet: boolean): void => {
    const opened = createOpenVault({ api: client.api, view, kit, greet, oldKeys: oldKeysTold, now: deps.now });
    owner = opened;
    const idle = createIdleTimer({
      now: deps.now,
      minutes: () => idleMinutesOf(opened.vault),
      warningSeconds: IDLE_WARNING_SECONDS,
      working: () => client.pending() > 0,
      onIdle: () => void lockAs('idle'),
    });
    batch(() => {
      chosen.value = view.storeId;
      session.value = { at: 'open', vault: opened.vault, idle };
    });
    void client.api.takeDraft().then((answer) => {
      if (answer.ok) opened.drafts.offer(answer.value);
    });
  };

  const opening = async (call: VaultResult<SessionView>, greet: boolean): VaultResult<SessionView> => {
    const answer = await call;
    if (answer.ok) open(answer.value, null, greet);
    return answer;
  };

  const start = async (): Promise<void> => {
    session.value = { at: 'starting' };
    const missing = await deps.missing();
    if (missing.length > 0) session.value = { at: 'unfit', missing };
    else await inspect(null);
  };

  return {
    session,
    progress,
    chosen,
    api: client.api,
    choose: (storeId) => {
      chosen.value = storeId;
    },
    start,
    create: async (input) => {
      const made = await client.api.createVault(input);
      if (!made.ok) return made;
      const view = await client.api.viewSession();
      if (!view.ok) return view;
      open(view.value, made.value, false);
      return made;
    },
    unlock: (input) => opening(client.api.unlock(input), true),
    resetPassword: (input) => opening(client.api.resetPassword(input), true),
    enter: () => opening(client.api.viewSession(), false),
    takeOver: (storeId) => client.api.takeOver(storeId),
    lock: () => lockAs('asked'),
    isWorking: () => client.pending() > 0,
    erase: async (storeId, label) => {
      const answer = await client.api.eraseVault({ storeId, label });
      if (!answer.ok) return answer;
      marks.drop(storeId);
      chosen.value = null;
      await close('erased');
      return answer;
    },
    onEvent: (event) => {
      if (event.type === 'MarkMoved') marks.keep(event);
      else if (event.type === 'Progress') progress.value = { job: event.job, done: event.done, total: event.total };
      else if (event.type === 'TakenOver') void close('takenOver');
      else if (event.type === 'OldKeys') oldKeysTold = event.left;
      owner?.dispatch(event);
    },
    onLost: () => {
      const { at } = session.peek();
      if (at === 'open') void close('lost');
      // While starting, the call under way answers why.
      // The new worker has to be told the marks before anything is unlocked.
      else if (at === 'closed') void inspect(null);
    },
    // No call is under way any more: what the last one reported is history.
    onQuiet: () => {
      progress.value = null;
    },
  };
};
