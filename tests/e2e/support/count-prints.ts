import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** From the next load on. The dialog of a browser without a screen returns at once; what stands when it would open is what counts. */
export const countPrints = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset.printed = String(Number(document.documentElement.dataset.printed ?? 0) + 1);
      window.dispatchEvent(new Event('afterprint'));
    };
  });

/** Waits until the dialog would have opened so often. */
export const expectPrints = (page: Page, times: number): Promise<void> =>
  expect(page.locator('html')).toHaveAttribute('data-printed', String(times));
