import type { KeptFiles } from '../../core/domain/diagnosis/judge-app.ts';

/** Longer than reading every file takes, also while the service worker has to be started. */
const PATIENCE_MS = 12_000;

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const parseKept = (data: unknown): KeptFiles | null => {
  if (typeof data !== 'object' || data === null || !('files' in data) || !('missing' in data)) return null;
  const { files, missing } = data;
  return isCount(files) && isCount(missing) ? { files, missing } : null;
};

/**
 * Has the service worker read every file it must keep for offline use, and count those that are not there: only it knows their list.
 * Null when no answer comes: one of an earlier version does not know the question.
 */
export const askKeptFiles = (page: Window, worker: Pick<ServiceWorker, 'postMessage'>): Promise<KeptFiles | null> =>
  new Promise((settle) => {
    const { port1, port2 } = new MessageChannel();
    const end = (kept: KeptFiles | null): void => {
      page.clearTimeout(timer);
      port1.close();
      settle(kept);
    };
    const timer = page.setTimeout(() => end(null), PATIENCE_MS);
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => end(parseKept(data)));
    port1.start();
    worker.postMessage({ type: 'COUNT_FILES' }, [port2]);
  });
