import type { RouterPlatform } from './router.ts';

/** The browser's history as the router sees it. */
export const windowPlatform = (page: Window): RouterPlatform => ({
  hash: () => page.location.hash,
  push: (hash) => page.history.pushState(null, '', hash),
  replace: (hash) => page.history.replaceState(null, '', hash),
  onHashChange: (listener) => {
    page.addEventListener('hashchange', listener);
    // pushState fires nothing; going back over what it left fires popstate and, where the hash differs, hashchange too.
    page.addEventListener('popstate', listener);
  },
  onBeforeUnload: (ask) => {
    page.addEventListener('beforeunload', (event) => {
      if (ask()) event.preventDefault();
    });
  },
});
