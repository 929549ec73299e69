import { setTimeout as pause } from 'node:timers/promises';
import type { WebKitPage } from './webkit-driver.ts';

/** In the page, as text: something of the app is shown. */
export const SHOWN = `() => document.querySelector('#app > :not(.not-started)') !== null`;

/** In the page, as text: the service worker has kept every file and runs. */
export const KEPT = `async () => (await navigator.serviceWorker.ready).active.state === 'activated'`;

/** Polls until the text of a function answers something truthy; fails after `seconds`. */
export const until = async (page: Pick<WebKitPage, 'evaluate'>, code: string, seconds = 60): Promise<void> => {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await page.evaluate<unknown>(code)) return;
    await pause(100);
  }
  throw new Error(`Not within ${seconds} s: ${code}`);
};
