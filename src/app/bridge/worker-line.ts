import type { Remote } from 'comlink';
import { wrap } from 'comlink';
import type { VaultError, VaultResult } from '../../core/contract/errors.ts';
import type { Err } from '../../core/domain/result.ts';
import { err } from '../../core/domain/result.ts';
import type { SpawnedWorker } from './spawn-worker.ts';

/** A connection to one worker, for as long as that worker lives. */
export interface WorkerLine<Api> {
  /** Waits for the worker to listen, sends, and answers in any case: WorkerNotStarted when it never did, WorkerLost when the line is cut. */
  readonly call: <T>(send: (remote: Remote<Api>) => VaultResult<T>) => VaultResult<T>;
  /** The worker died or never came up. */
  readonly isDead: () => boolean;
  /** Ends the worker; whatever is under way answers WorkerLost. */
  readonly end: () => void;
  /** The same for a worker that answers no more; told as its death. */
  readonly giveUp: () => void;
}

const WORKER_LOST: Err<VaultError> = err({ type: 'WorkerLost' });
const WORKER_NOT_STARTED: Err<VaultError> = err({ type: 'WorkerNotStarted' });

/** `greet` runs once, as soon as the worker listens: for the subscription to its events. */
export const openLine = <Api>(
  spawn: (onLost: () => void) => SpawnedWorker,
  hooks: { readonly onLost: () => void; readonly greet: (remote: Remote<Api>) => Promise<unknown> },
): WorkerLine<Api> => {
  let dead = false;
  /** By the page itself: a lock is no failure to start. */
  let ended = false;
  let cut: () => void = () => undefined;
  const lost = new Promise<Err<VaultError>>((settle) => {
    cut = () => settle(WORKER_LOST);
  });
  const lose = (): void => {
    dead = true;
    cut();
    hooks.onLost();
  };
  const spawned = spawn(lose);
  const remote = wrap<Api>(spawned.worker);
  void spawned.ready.then(async (state) => {
    if (state === 'ready') await hooks.greet(remote);
  });
  return {
    call: async (send) => {
      if ((await spawned.ready) === 'lost') return ended ? WORKER_LOST : WORKER_NOT_STARTED;
      // A rejection is a defect of the crossing itself, say an argument that cannot be cloned: the worker's own defects
      // come as answers.
      const answer = send(remote).catch((): Err<VaultError> => err({ type: 'Unexpected', incidentId: 'bridge' }));
      return Promise.race([answer, lost]);
    },
    isDead: () => dead,
    end: () => {
      ended = true;
      spawned.terminate();
      cut();
    },
    giveUp: () => {
      spawned.terminate();
      lose();
    },
  };
};
