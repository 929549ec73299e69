import type { RouterPlatform } from './router.ts';

/** The browser's history as the router sees it. */
export const windowPlatform = (page: Window): RouterPlatform => ({
  hash: () => page.location.hash,
  position: () => {
    const state: unknown = page.history.state;
    return typeof state === 'number' && Number.isSafeInteger(state) ? state : null;
  },
  mark: (position) => page.history.replaceState(position, ''),
  push: (hash, position) => page.history.pushState(position, '', hash),
  replace: (hash, position) => page.history.replaceState(position, '', hash),
  travel: (steps) => page.history.go(steps),
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
