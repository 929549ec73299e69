import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

/** Whether the device believes it has a network. The app needs none; the shell only says so. */
export const createOnlineModel = (page: Window): ReadonlySignal<boolean> => {
  const online = signal(page.navigator.onLine);
  page.addEventListener('online', () => {
    online.value = true;
  });
  page.addEventListener('offline', () => {
    online.value = false;
  });
  return online;
};
