import { effect, signal } from '@preact/signals';
import type { AppUpdates } from '../sw/register.ts';
import type { UpdateChanges } from '../sw/update-changes.ts';

/**
 * Stands in for the registration of the service worker while its chunk loads: nothing on the first screen waits for it.
 * If the chunk does not come, the app works online and knows of no update.
 */
export const createUpdatesModel = (load: () => Promise<AppUpdates>): AppUpdates => {
  const offlineReady = signal(false);
  const updateReady = signal(false);
  const changes = signal<UpdateChanges | null>(null);
  const loaded = load().then(
    (updates) => {
      effect(() => {
        offlineReady.value = updates.offlineReady.value;
      });
      effect(() => {
        updateReady.value = updates.updateReady.value;
      });
      effect(() => {
        changes.value = updates.changes.value;
      });
      return updates;
    },
    () => null,
  );
  return {
    offlineReady,
    updateReady,
    changes,
    applyUpdate: (mayReload, onGivenUp) => void loaded.then((updates) => updates?.applyUpdate(mayReload, onGivenUp)),
    checkForUpdate: async () => {
      await (await loaded)?.checkForUpdate();
    },
  };
};
