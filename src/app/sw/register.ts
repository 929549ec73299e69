import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { Workbox } from 'workbox-window';
import { askChanges } from './ask-changes.ts';
import { takeOver } from './take-over.ts';
import type { UpdateChanges } from './update-changes.ts';

/** Offline readiness and updates of the app's own files. */
export interface AppUpdates {
  /** The files are kept on this device: the app opens without network from now on. */
  readonly offlineReady: ReadonlySignal<boolean>;
  /** A newer version waits. It takes over only through `applyUpdate`, never by itself. */
  readonly updateReady: ReadonlySignal<boolean>;
  /** What the newer version says of itself; null until it has answered, and when it does not. */
  readonly changes: ReadonlySignal<UpdateChanges | null>;
  /**
   * Switches to the waiting version and reloads. Lock the vault and finish writing first. `mayReload` is asked before the page goes, which may be
   * seconds later; onGivenUp: it stays, and the version is offered still.
   */
  readonly applyUpdate: (mayReload: () => boolean, onGivenUp: () => void) => void;
  /** Asks the host for a newer version; quiet when there is no network. */
  readonly checkForUpdate: () => Promise<void>;
}

export interface UpdatesPlatform {
  readonly container: ServiceWorkerContainer;
  readonly reload: () => void;
  readonly wait: (ms: number) => Promise<void>;
}

/** `address` is the Trusted Types address of sw.js. Registration failures leave the app usable, online only. */
export const registerServiceWorker = (address: string, platform: UpdatesPlatform): AppUpdates => {
  const offlineReady = signal(platform.container.controller !== null);
  const updateReady = signal(false);
  const changes = signal<UpdateChanges | null>(null);
  // Classic, not a module: it is one file, and Firefox takes module service workers only lately.
  const workbox = new Workbox(address);
  /** Set while the user waits for the newer version; null else. */
  let mayReload: (() => boolean) | null = null;
  const offer = async (): Promise<void> => {
    updateReady.value = true;
    const registration = await platform.container.getRegistration();
    // Another tab may have let it take over already; then it waits no more.
    const newer = registration?.waiting ?? registration?.active;
    if (newer !== null && newer !== undefined) changes.value = await askChanges(newer, platform.wait);
  };

  workbox.addEventListener('activated', ({ isExternal }) => {
    offlineReady.value = true;
    // The first visit runs beside its service worker and not under it: a newer one has nobody to wait for, and its files
    // replace the kept ones at once. What this page still has to load may be gone.
    if (isExternal === true) void offer();
  });
  workbox.addEventListener('waiting', () => void offer());
  workbox.addEventListener('controlling', () => {
    // Another tab may have switched: its old files are gone, but a reload here is still the user's to choose.
    if (mayReload?.() === true) platform.reload();
    else void offer();
  });
  const registered = workbox.register().then(
    (registration) => registration !== undefined,
    () => false,
  );

  return {
    offlineReady,
    updateReady,
    changes,
    applyUpdate: (may, onGivenUp) => {
      if (mayReload !== null) return;
      mayReload = may;
      void takeOver({
        isWaiting: async () => ((await platform.container.getRegistration())?.waiting ?? null) !== null,
        ask: () => workbox.messageSkipWaiting(),
        wait: platform.wait,
        mayReload: may,
        reload: platform.reload,
      }).then((leaves) => {
        if (leaves) return;
        mayReload = null;
        onGivenUp();
      });
    },
    checkForUpdate: async () => {
      if (!(await registered)) return;
      await workbox.update().catch(() => undefined);
    },
  };
};
