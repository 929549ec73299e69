import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { Workbox } from 'workbox-window';

/** Offline readiness and updates of the app's own files. */
export interface AppUpdates {
  /** The files are kept on this device: the app opens without network from now on. */
  readonly offlineReady: ReadonlySignal<boolean>;
  /** A newer version waits. It takes over only through `applyUpdate`, never by itself. */
  readonly updateReady: ReadonlySignal<boolean>;
  /** Switches to the waiting version and reloads. Lock the vault and finish writing first. */
  readonly applyUpdate: () => void;
  /** Asks the host for a newer version; quiet when there is no network. */
  readonly checkForUpdate: () => Promise<void>;
}

export interface UpdatesPlatform {
  readonly container: ServiceWorkerContainer;
  readonly reload: () => void;
}

/** `address` is the Trusted Types address of sw.js. Registration failures leave the app usable, online only. */
export const registerServiceWorker = (address: string, platform: UpdatesPlatform): AppUpdates => {
  const offlineReady = signal(platform.container.controller !== null);
  const updateReady = signal(false);
  // Classic, not a module: it is one file, and Firefox takes module service workers only lately.
  const workbox = new Workbox(address);
  let asked = false;

  workbox.addEventListener('activated', ({ isExternal }) => {
    offlineReady.value = true;
    // The first visit runs beside its service worker and not under it: a newer one has nobody to wait for, and its files
    // replace the kept ones at once. What this page still has to load may be gone.
    if (isExternal === true) updateReady.value = true;
  });
  workbox.addEventListener('waiting', () => {
    updateReady.value = true;
  });
  workbox.addEventListener('controlling', () => {
    // Another tab may have switched: its old files are gone, but a reload here is still the user's to choose.
    if (asked) platform.reload();
    else updateReady.value = true;
  });
  const registered = workbox.register().then(
    (registration) => registration !== undefined,
    () => false,
  );

  return {
    offlineReady,
    updateReady,
    applyUpdate: () => {
      asked = true;
      void platform.container.getRegistration().then((registration) => {
        if (registration?.waiting === null || registration?.waiting === undefined) platform.reload();
        else workbox.messageSkipWaiting();
      });
    },
    checkForUpdate: async () => {
      if (!(await registered)) return;
      await workbox.update().catch(() => undefined);
    },
  };
};
