import type { Page } from '@playwright/test';

/** Waits until the service worker has kept every file and runs. */
export const untilKept = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active === null) throw new Error('No active service worker');
    if (active.state === 'activated') return;
    await new Promise<void>((resolve) => {
      active.addEventListener('statechange', () => {
        if (active.state === 'activated') resolve();
      });
    });
  });
};

/** The page shows something of the app. */
export const untilShown = async (page: Page): Promise<void> => {
  await page.locator('#app > :not(.not-started)').first().waitFor();
};
