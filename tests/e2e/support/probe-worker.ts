import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The text of `async function probe(trap)`. */
export const PROBE = readFileSync(path.join(import.meta.dirname, 'probe.js'), 'utf8');

const CHANNEL = 'kinko-test-probe';

/**
 * A worker file that stands in for one of the app's own, the service worker too: it says it is ready, and probes when asked on
 * a channel. So the probe runs in the very worker the app starts, with whatever policy that worker got.
 */
export const PROBE_WORKER = `${PROBE}
const channel = new BroadcastChannel('${CHANNEL}');
channel.addEventListener('message', async ({ data }) => {
  if (data.trap !== undefined) channel.postMessage({ answers: await probe(data.trap) });
  if (data.hello === true) channel.postMessage({ alive: true });
});
self.postMessage?.({ type: 'kinko-ready' }); // A service worker has nobody to tell.
channel.postMessage({ alive: true });
`;

/** Takes the place of the vault worker's file in the built app. */
export const insteadOfVault = (file: string): string | undefined =>
  /^\/assets\/vault\.worker-[\w-]+\.js$/.test(file) ? PROBE_WORKER : undefined;

/** Takes the place of the service worker. */
export const insteadOfService = (file: string): string | undefined => (file === '/sw.js' ? PROBE_WORKER : undefined);

/** In the page, as text: resolves when a probing worker of this origin answers. */
export const ASK_ALIVE = `async () => {
  const channel = new BroadcastChannel('${CHANNEL}');
  return await new Promise((resolve) => {
    const timer = setInterval(() => channel.postMessage({ hello: true }), 100);
    channel.addEventListener('message', ({ data }) => {
      if (data.alive !== true) return;
      clearInterval(timer);
      resolve('alive');
    });
    setTimeout(resolve, 15000, 'silent');
  });
}`;

/** In the page, as text: lets the worker probe, and resolves with its answers. */
export const ASK_PROBE = `async (trap) => {
  const channel = new BroadcastChannel('${CHANNEL}');
  return await new Promise((resolve) => {
    channel.addEventListener('message', ({ data }) => {
      if (data.answers !== undefined) resolve(data.answers);
    });
    channel.postMessage({ trap });
    setTimeout(resolve, 60000, {});
  });
}`;
