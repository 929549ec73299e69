import type { Remote } from 'comlink';
import { proxy } from 'comlink';
import type { VaultResult } from '../../core/contract/errors.ts';
import type { VaultEvent } from '../../core/contract/events.ts';
import type { VaultApi } from '../../core/contract/vault-api.ts';
import type { Silence } from './silence.ts';
import { SILENCE, watchSilence } from './silence.ts';
import type { SpawnedWorker } from './spawn-worker.ts';
import type { WorkerLine } from './worker-line.ts';
import { openLine } from './worker-line.ts';

/** All calls of the contract but the subscription, which the client holds itself. */
export type VaultCalls = Omit<VaultApi, 'subscribe'>;

export interface VaultClient {
  /** Every call answers: with WorkerNotStarted when the worker never came up, with WorkerLost when it dies, is ended or falls silent before it did. */
  readonly api: VaultCalls;
  /** Calls that have not answered yet. */
  readonly pending: () => number;
  /** Ends the worker, and every key with it, and starts an empty one. This is what locking means. */
  readonly restart: () => void;
}

export interface VaultClientDeps {
  /** Starts the vault worker; `onLost` comes at most once, and never after `terminate`. */
  readonly spawn: (onLost: () => void) => SpawnedWorker;
  readonly onEvent: (event: VaultEvent) => void;
  readonly onLost: () => void;
  /** Called whenever a call begins or ends. */
  readonly onPending?: (count: number) => void;
  /** Other than in the app: tests. */
  readonly silence?: Silence;
}

export const createVaultClient = (deps: VaultClientDeps): VaultClient => {
  const onEvent = (event: VaultEvent): void => {
    silence.heard();
    deps.onEvent(event);
  };
  const open = (): WorkerLine<VaultApi> =>
    openLine(deps.spawn, { onLost: deps.onLost, greet: (remote) => remote.subscribe(proxy(onEvent)) });
  let line = open();
  // A worker that waits for something that never comes keeps its vault open and its page waiting.
  const silence = watchSilence(deps.silence ?? SILENCE, () => line.giveUp());
  let pending = 0;
  const count = (change: number): void => {
    pending += change;
    silence.heard();
    silence.waiting(pending);
    deps.onPending?.(pending);
  };

  const call = async <T>(send: (remote: Remote<VaultApi>) => VaultResult<T>): VaultResult<T> => {
    // A worker that died is replaced by the next call, not at once: one that cannot start would die for ever.
    if (line.isDead()) line = open();
    count(1);
    try {
      return await line.call(send);
    } finally {
      count(-1);
    }
  };

  const through =
    <Args extends readonly unknown[], T>(pick: (remote: Remote<VaultApi>) => (...args: Args) => VaultResult<T>) =>
    (...args: Args): VaultResult<T> =>
      call((remote) => pick(remote)(...args));

  return {
    pending: () => pending,
    restart: () => {
      line.end();
      line = open();
    },
    // Spelled out: a call that the contract gains does not compile until it crosses here.
    api: {
      inspectDevice: through((remote) => remote.inspectDevice),
      takeOver: through((remote) => remote.takeOver),
      createVault: through((remote) => remote.createVault),
      createTrial: through((remote) => remote.createTrial),
      startRehearsal: through((remote) => remote.startRehearsal),
      confirmRehearsal: through((remote) => remote.confirmRehearsal),
      rehearseKit: through((remote) => remote.rehearseKit),
      unlock: through((remote) => remote.unlock),
      resetPassword: through((remote) => remote.resetPassword),
      viewSession: through((remote) => remote.viewSession),
      changePassword: through((remote) => remote.changePassword),
      renewKit: through((remote) => remote.renewKit),
      suspectLeak: through((remote) => remote.suspectLeak),
      changeSettings: through((remote) => remote.changeSettings),
      confirmClock: through((remote) => remote.confirmClock),
      lock: through((remote) => remote.lock),
      eraseVault: through((remote) => remote.eraseVault),
      saveDraft: through((remote) => remote.saveDraft),
      takeDraft: through((remote) => remote.takeDraft),
      listPersons: through((remote) => remote.listPersons),
      viewPersonSheet: through((remote) => remote.viewPersonSheet),
      viewPerson: through((remote) => remote.viewPerson),
      registerPerson: through((remote) => remote.registerPerson),
      changePerson: through((remote) => remote.changePerson),
      viewLife: through((remote) => remote.viewLife),
      askForNumbers: through((remote) => remote.askForNumbers),
      refuseNumber: through((remote) => remote.refuseNumber),
      giveNotice: through((remote) => remote.giveNotice),
      useNumber: through((remote) => remote.useNumber),
      recordCheck: through((remote) => remote.recordCheck),
      previewCancel: through((remote) => remote.previewCancel),
      cancelPersons: through((remote) => remote.cancelPersons),
      enterNumber: through((remote) => remote.enterNumber),
      revealNumber: through((remote) => remote.revealNumber),
      viewReason: through((remote) => remote.viewReason),
      matchNumber: through((remote) => remote.matchNumber),
      mergePersons: through((remote) => remote.mergePersons),
      listEntries: through((remote) => remote.listEntries),
      recordVerification: through((remote) => remote.recordVerification),
      recordPrint: through((remote) => remote.recordPrint),
      viewCheckpoint: through((remote) => remote.viewCheckpoint),
      exportLog: through((remote) => remote.exportLog),
      overviewCopies: through((remote) => remote.overviewCopies),
      makeCopy: through((remote) => remote.makeCopy),
      verifyCopy: through((remote) => remote.verifyCopy),
      inspectCopies: through((remote) => remote.inspectCopies),
      restoreCopy: through((remote) => remote.restoreCopy),
      readImport: through((remote) => remote.readImport),
      correctImport: through((remote) => remote.correctImport),
      commitImport: through((remote) => remote.commitImport),
      dropImport: through((remote) => remote.dropImport),
      confirmSourceDestroyed: through((remote) => remote.confirmSourceDestroyed),
      listIncidents: through((remote) => remote.listIncidents),
      tryPart: through((remote) => remote.tryPart),
    },
  };
};
