import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { spawnWorker } from '../../../../src/app/bridge/spawn-worker.ts';

class FakeWorker extends EventTarget {
  static last: FakeWorker;
  terminated = false;
  readonly address: string;
  readonly options: WorkerOptions;
  constructor(address: string, options: WorkerOptions) {
    super();
    this.address = address;
    this.options = options;
    FakeWorker.last = this;
  }
  terminate(): void {
    this.terminated = true;
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  fail(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message }));
  }
}

beforeEach(() => {
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const spawn = () => {
  const lost: string[] = [];
  const spawned = spawnWorker({
    scripts: { workerStarter: (name: 'vault') => `blob:${name}`, serviceWorker: () => '' },
    name: 'vault',
    onLost: (reason) => lost.push(reason),
  });
  return { ...spawned, lost, fake: FakeWorker.last };
};

const settled = (ready: Promise<string>): Promise<string> => Promise.race([ready, Promise.resolve().then(() => 'waiting')]);

test('starts a module worker from the blob, and waits for its word', async () => {
  const { ready, fake, lost } = spawn();
  expect([fake.address, fake.options.type, fake.options.name]).toEqual(['blob:vault', 'module', 'vault']);
  fake.say({ type: 'something else' });
  fake.say('kinko-ready');
  expect(await settled(ready)).toBe('waiting');
  fake.say({ type: 'kinko-ready' });
  expect(await ready).toBe('ready');
  expect(lost).toEqual([]);
});

test('a file that did not load is told, once', async () => {
  const { ready, fake, lost } = spawn();
  fake.say({ type: 'kinko-lost', reason: 'TypeError: no such file' });
  fake.fail('again');
  expect(await ready).toBe('lost');
  expect(lost).toEqual(['TypeError: no such file']);
  expect(fake.terminated).toBe(true);
});

test('a worker that dies later is told, and ended', async () => {
  const { ready, fake, lost } = spawn();
  fake.say({ type: 'kinko-ready' });
  fake.fail('out of memory');
  expect(await ready).toBe('ready');
  expect(lost).toEqual(['out of memory']);
  expect(fake.terminated).toBe(true);
});

test('what a running worker says later is not taken for a loss', async () => {
  const { ready, fake, lost } = spawn();
  fake.say({ type: 'kinko-ready' });
  fake.say({ type: 'kinko-lost', reason: 'x' });
  expect(await ready).toBe('ready');
  expect(lost).toEqual([]);
});

test('ending it on purpose is no loss', async () => {
  const { ready, fake, lost, terminate } = spawn();
  terminate();
  fake.fail('late');
  expect(await ready).toBe('lost');
  expect(lost).toEqual([]);
  expect(fake.terminated).toBe(true);
});
