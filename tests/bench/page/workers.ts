import type { Remote } from 'comlink';
import { proxy, wrap } from 'comlink';
import type { VaultEvent } from '../../../src/core/contract/events.ts';
import type { VaultApi } from '../../../src/core/contract/vault-api.ts';
import type { VerifyApi } from '../../../src/core/contract/verify-api.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import type { LimitCalls } from './limit.worker.ts';
import type { BenchCalls } from './vault.worker.ts';

/** The value of an answer; the bench ends when anything is refused. */
export const must = <T>(answer: Result<T, unknown>): T => {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.error)}`);
  return answer.value;
};

const started = (worker: Worker): Promise<Worker> =>
  new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<{ readonly type?: unknown }>) => {
      if (data.type === 'kinko-ready') resolve(worker);
    });
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
  });

export interface VaultLine {
  readonly api: Remote<VaultApi>;
  readonly bench: Remote<BenchCalls>;
  readonly end: () => void;
}

const MARK = 'kinko-mark-';

// What the app does with events, as far as the vault needs it.
const onEvent = (event: VaultEvent): void => {
  if (event.type === 'MarkMoved') localStorage.setItem(MARK + event.storeId, event.mark);
  if (event.type === 'Halted') throw new Error('the writer has stopped');
};

const marks = (): readonly { readonly storeId: string; readonly mark: string }[] =>
  Object.entries(localStorage).flatMap(([key, mark]: readonly [string, string]) => (key.startsWith(MARK) ? [{ storeId: key.slice(MARK.length), mark }] : []));

/** A vault worker as the app starts one, its device looked at: all that happens before somebody types a password. */
export const startVault = async (): Promise<VaultLine> => {
  const worker = await started(new Worker(new URL('./vault.worker.ts', import.meta.url), { type: 'module', name: 'vault' }));
  const api = wrap<VaultApi>(worker);
  await api.subscribe(proxy(onEvent));
  const { port1, port2 } = new MessageChannel();
  worker.postMessage('bench-port', [port2]);
  const bench = wrap<BenchCalls>(port1);
  must(await api.inspectDevice(marks()));
  await bench.takeParts();
  return { api, bench, end: () => worker.terminate() };
};

export interface LimitLine {
  readonly limit: Remote<LimitCalls>;
  readonly end: () => void;
}

export const startLimit = async (database: string, key: CryptoKey): Promise<LimitLine> => {
  const worker = await started(new Worker(new URL('./limit.worker.ts', import.meta.url), { type: 'module', name: 'limit' }));
  const limit = wrap<LimitCalls>(worker);
  await limit.use(database, key);
  return { limit, end: () => worker.terminate() };
};

/** The production verifier, in a worker of its own for each verification, as in the app. */
export const startVerifier = async (): Promise<{ readonly api: Remote<VerifyApi>; readonly end: () => void }> => {
  const worker = await started(new Worker(new URL('../../../workers/verify/verify.worker.ts', import.meta.url), { type: 'module', name: 'verify' }));
  const api = wrap<VerifyApi>(worker);
  await api.subscribe(proxy(() => undefined));
  return { api, end: () => worker.terminate() };
};
