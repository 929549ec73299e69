// Keeps the app's own files, so that the app opens offline. It imports nothing of ours, holds no key and sees no
// data: under 60 lines, because a static host without headers gives it no Content-Security-Policy.
import { matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & {
  /** Written in by the build (build/service-worker-plugin.ts). */
  readonly __WB_MANIFEST: { readonly url: string; readonly revision: string | null }[];
  /** The same: plain data that tells users of an earlier version what this one changes. */
  readonly __CHANGES: unknown;
};

// Named once: the build writes the list in wherever the name stands.
const files: { readonly url: string; readonly revision: string | null }[] = self.__WB_MANIFEST;
precacheAndRoute(files);

// Any other address under the app leads to its start. A redirect and not the start page itself: the page names its
// files relative to its address, and would be blank at a deeper one. The part after "#" survives a redirect.
registerRoute(new NavigationRoute(() => Promise.resolve(Response.redirect(self.registration.scope))));

/** Read to its last byte: an entry of the cache may be there without what belongs to it. */
const isKept = async (url: string): Promise<boolean> => {
  const kept = await matchPrecache(url).catch(() => undefined);
  return kept === undefined ? false : kept.arrayBuffer().then(() => true, () => false);
};

const countFiles = async (answer: MessagePort | undefined): Promise<void> => {
  const kept = await Promise.all(files.map(({ url }) => isKept(url)));
  answer?.postMessage({ files: kept.length, missing: kept.filter((is) => !is).length });
};

// A newer version waits until the page says so: it must not replace files under an unlocked vault.
self.addEventListener('message', (event) => {
  const data: unknown = event.data;
  if (typeof data !== 'object' || data === null || !('type' in data)) return;
  if (data.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  // While it waits, nothing else of the new version is there yet to be read by the page.
  if (data.type === 'CHANGES') event.ports[0]?.postMessage(self.__CHANGES);
  if (data.type === 'COUNT_FILES') event.waitUntil(countFiles(event.ports[0]));
});
