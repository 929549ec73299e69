// Keeps the app's own files, so that the app opens offline. It imports nothing of ours, holds no key and sees no
// data: under 60 lines, because a static host without headers gives it no Content-Security-Policy.
import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & {
  /** Written in by the build (build/service-worker-plugin.ts). */
  readonly __WB_MANIFEST: { readonly url: string; readonly revision: string | null }[];
};

precacheAndRoute(self.__WB_MANIFEST);
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));

// A newer version waits until the page says so: it must not replace files under an unlocked vault.
self.addEventListener('message', (event) => {
  const data: unknown = event.data;
  if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING') {
    event.waitUntil(self.skipWaiting());
  }
});
