import { expose } from 'comlink';
import { afterEach, expect, test } from 'vitest';
import type { Silence } from '../../../../src/app/bridge/silence.ts';
import type { SpawnedWorker } from '../../../../src/app/bridge/spawn-worker.ts';
import type { VaultClient } from '../../../../src/app/bridge/vault-client.ts';
import { createVaultClient } from '../../../../src/app/bridge/vault-client.ts';
import type { VaultEvent } from '../../../../src/core/contract/events.ts';
import { ok } from '../../../../src/core/domain/result.ts';

interface Thread {
  readonly spawned: SpawnedWorker;
  readonly die: () => void;
  readonly ready: (state: 'ready' | 'lost') => void;
  readonly ended: () => boolean;
  readonly tell: (event: VaultEvent) => void;
}

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1, port2 } of channels.splice(0)) {
    port1.close();
    port2.close();
  }
});

/** A thread that answers `viewReason` and never answers `lock`, on a channel instead of a worker. */
const startThread = (name: string, onLost: () => void): Thread => {
  const channel = new MessageChannel();
  channels.push(channel);
  let say: (event: VaultEvent) => void = () => undefined;
  expose(
    {
      viewReason: async () => ok({ reason: name, until: null }),
      lock: () => new Promise(() => undefined),
      unlock: async () => {
        throw new TypeError('defect of the crossing');
      },
      subscribe: async (tell: (event: VaultEvent) => void) => {
        say = tell;
        tell({ type: 'LogGrew', size: 7 });
        return ok(null);
      },
    },
    channel.port2,
  );
  let settle: (state: 'ready' | 'lost') => void = () => undefined;
  let ended = false;
  const ready = new Promise<'ready' | 'lost'>((done) => (settle = done));
  return {
    spawned: { worker: channel.port1 as unknown as Worker, ready, terminate: () => (ended = true) },
    die: onLost,
    ready: settle,
    ended: () => ended,
    tell: (event) => say(event),
  };
};

/** Seconds pass when the test says so. */
const createSeconds = (): { readonly wait: () => Promise<void>; readonly pass: (count: number) => Promise<void> } => {
  let settle: (() => void) | null = null;
  const turn = () => new Promise((done) => setTimeout(done));
  return {
    wait: () => new Promise((done) => (settle = done)),
    pass: async (count) => {
      for (let second = 0; second < count; second += 1) {
        settle?.();
        await turn();
      }
    },
  };
};

const connect = (silence?: Silence): { client: VaultClient; threads: Thread[]; events: VaultEvent[]; lost: () => number; pending: number[] } => {
  const threads: Thread[] = [];
  const events: VaultEvent[] = [];
  const pending: number[] = [];
  let lost = 0;
  const client = createVaultClient({
    spawn: (onLost) => {
      const thread = startThread(`thread ${threads.length + 1}`, onLost);
      threads.push(thread);
      return thread.spawned;
    },
    onEvent: (event) => events.push(event),
    onLost: () => (lost += 1),
    onPending: (count) => pending.push(count),
    ...(silence === undefined ? {} : { silence }),
  });
  return { client, threads, events, lost: () => lost, pending };
};

test('calls wait until the worker listens, then cross and come back', async () => {
  const { client, threads, events, pending } = connect();
  const answer = client.api.viewReason();
  expect(client.pending()).toBe(1);
  threads[0]?.ready('ready');
  expect(await answer).toEqual({ ok: true, value: { reason: 'thread 1', until: null } });
  expect(pending).toEqual([1, 0]);
  await new Promise((settle) => setTimeout(settle, 5));
  expect(events).toEqual([{ type: 'LogGrew', size: 7 }]);
});

test('a worker that never comes up is told from one that dies, and from one that was ended', async () => {
  const { client, threads } = connect();
  const answer = client.api.viewReason();
  threads[0]?.ready('lost');
  expect(await answer).toEqual({ ok: false, error: { type: 'WorkerNotStarted' } });
  const ended = connect();
  const early = ended.client.api.viewReason();
  ended.client.restart();
  ended.threads[0]?.ready('lost');
  expect(await early).toEqual({ ok: false, error: { type: 'WorkerLost' } });
});

test('when the worker dies, every call under way answers, and the next call has a new worker', async () => {
  const { client, threads, lost } = connect();
  threads[0]?.ready('ready');
  const answers = Promise.all([client.api.lock(), client.api.lock()]);
  await Promise.resolve();
  threads[0]?.die();
  const gone = { ok: false, error: { type: 'WorkerLost' } };
  expect(await answers).toEqual([gone, gone]);
  expect(lost()).toBe(1);
  expect(threads).toHaveLength(1);

  const next = client.api.viewReason();
  threads[1]?.ready('ready');
  expect(await next).toEqual({ ok: true, value: { reason: 'thread 2', until: null } });
});

test('a worker that says nothing for too long is ended and told as lost; its calls answer', async () => {
  const { wait, pass } = createSeconds();
  const { client, threads, lost } = connect({ seconds: 3, wait });
  threads[0]?.ready('ready');
  const answer = client.api.lock();
  await pass(2);
  // Whatever else is answered meanwhile shows that it lives.
  await client.api.viewReason();
  await pass(2);
  expect([lost(), threads[0]?.ended()]).toEqual([0, false]);
  await pass(1);
  expect(await answer).toEqual({ ok: false, error: { type: 'WorkerLost' } });
  expect([lost(), threads[0]?.ended(), client.pending()]).toEqual([1, true, 0]);

  // Without a call nothing is owed, and no silence too long.
  await pass(9);
  expect(lost()).toBe(1);
  const next = client.api.viewReason();
  threads[1]?.ready('ready');
  expect(await next).toMatchObject({ ok: true });
});

test('a worker that tells of its progress is not silent', async () => {
  const { wait, pass } = createSeconds();
  const { client, threads, lost } = connect({ seconds: 2, wait });
  threads[0]?.ready('ready');
  void client.api.lock();
  for (let second = 0; second < 6; second += 1) {
    await pass(1);
    threads[0]?.tell({ type: 'Progress', job: 'rotate', done: second, total: 6 });
    await new Promise((done) => setTimeout(done, 5));
  }
  expect(lost()).toBe(0);
  await pass(2);
  expect(lost()).toBe(1);
});

test('restarting ends the old worker at once and is no loss', async () => {
  const { client, threads, lost } = connect();
  threads[0]?.ready('ready');
  const answer = client.api.lock();
  client.restart();
  expect(threads[0]?.ended()).toBe(true);
  expect(await answer).toEqual({ ok: false, error: { type: 'WorkerLost' } });
  expect(lost()).toBe(0);
  expect(threads).toHaveLength(2);
});

test('a rejection of the crossing is answered as a defect and rejects nothing', async () => {
  const { client, threads } = connect();
  threads[0]?.ready('ready');
  const answer = await client.api.unlock({ storeId: 's' as never, memberId: 'm' as never, password: 'x' });
  expect(answer).toMatchObject({ ok: false, error: { type: 'Unexpected' } });
});
