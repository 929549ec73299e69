import type { ScriptPolicy } from '../platform/trusted-types.ts';

/** A dedicated worker that has inherited the page's Content-Security-Policy. */
export interface SpawnedWorker {
  readonly worker: Worker;
  /** 'ready' once the worker listens; calls posted before that would be dropped. 'lost' if it never came up. */
  readonly ready: Promise<'ready' | 'lost'>;
  /** Ends the worker at once; its memory, and every key in it, goes. Does not call `onLost`. */
  readonly terminate: () => void;
}

export interface SpawnOptions<WorkerName extends string> {
  readonly scripts: ScriptPolicy<WorkerName>;
  readonly name: WorkerName;
  /** Called at most once, when the worker could not start or died of an error nobody caught. */
  readonly onLost: (reason: string) => void;
}

// What a worker's entry file posts as its last act, and what the starting blob posts when the file did not load.
const signalOf = (data: unknown): 'kinko-ready' | 'kinko-lost' | undefined => {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined;
  return data.type === 'kinko-ready' || data.type === 'kinko-lost' ? data.type : undefined;
};

const reasonOf = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'reason' in data && typeof data.reason === 'string' ? data.reason : '';

/** The only place of the app that starts a worker. */
export const spawnWorker = <WorkerName extends string>(options: SpawnOptions<WorkerName>): SpawnedWorker => {
  const address = options.scripts.workerStarter(options.name);
  const worker = new Worker(address, { type: 'module', name: options.name });
  const { promise: ready, resolve: settle } = withResolvers<'ready' | 'lost'>();
  let ended = false;

  const lose = (reason: string): void => {
    if (ended) return;
    ended = true;
    worker.terminate();
    settle('lost');
    options.onLost(reason);
  };

  const onSignal = (event: MessageEvent<unknown>): void => {
    const signal = signalOf(event.data);
    if (signal === undefined) return;
    worker.removeEventListener('message', onSignal);
    URL.revokeObjectURL(address);
    if (signal === 'kinko-ready') settle('ready');
    else lose(reasonOf(event.data));
  };

  worker.addEventListener('message', onSignal);
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    lose(event.message);
  });
  worker.addEventListener('messageerror', () => lose('messageerror'));

  return {
    worker,
    ready,
    terminate: () => {
      if (ended) return;
      ended = true;
      worker.terminate();
      settle('lost');
    },
  };
};

// Promise.withResolvers is younger than the oldest browser the app accepts.
const withResolvers = <T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } => {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
};
