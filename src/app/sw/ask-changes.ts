import type { UpdateChanges } from './update-changes.ts';
import { parseUpdateChanges } from './update-changes.ts';

/** A service worker that waits has to be started first; one of before this question existed never answers. */
const PATIENCE_MS = 5000;

/** Asks a service worker what its version changes. Null when it does not say, or not in a way that is understood here. */
export const askChanges = (worker: Pick<ServiceWorker, 'postMessage'>, wait: (ms: number) => Promise<void>): Promise<UpdateChanges | null> => {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<UpdateChanges | null>((resolve) => {
    port1.addEventListener('message', (event: MessageEvent<unknown>) => resolve(parseUpdateChanges(event.data)), { once: true });
    port1.start();
    worker.postMessage({ type: 'CHANGES' }, [port2]);
  });
  return Promise.race([answer, wait(PATIENCE_MS).then(() => null)]).finally(() => port1.close());
};
