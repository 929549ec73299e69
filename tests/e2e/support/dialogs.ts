import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { axeFindings, overflow } from './look.ts';

/** More stops than any dialog has. */
const MANY_TABS = 14;

export const openDialog = (page: Page): Locator => page.locator('dialog[open]');

/** Where the focus is: in the open dialog, on nothing of the page (the browser's own bar), or behind the dialog. */
const focusPlace = (page: Page): Promise<'inside' | 'nowhere' | 'behind'> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return 'nowhere';
    return at.closest('dialog[open]') === null ? 'behind' : 'inside';
  });

/** One dialog as it has just come up: named, nothing for axe, nothing cut off on a phone, and the keyboard stays inside. */
export const expectGoodDialog = async (page: Page, title: string | RegExp, looks: boolean): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: title });
  await expect(dialog).toBeVisible();
  expect(await focusPlace(page), 'the focus goes into the dialog').toBe('inside');
  if (looks) {
    const before = page.viewportSize();
    expect.soft(await axeFindings(page), `axe on ${String(title)}`).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect.soft(await overflow(page), `width of ${String(title)}`).toBeLessThanOrEqual(0);
    if (before !== null) await page.setViewportSize(before);
  }
};

/** Tab and Shift+Tab, round and round, never reach what lies behind. */
export const expectFocusKept = async (page: Page): Promise<void> => {
  for (const key of ['Tab', 'Shift+Tab']) {
    let inside = 0;
    for (let step = 0; step < MANY_TABS; step += 1) {
      await page.keyboard.press(key);
      const place = await focusPlace(page);
      expect(place, `${key}, step ${step}`).not.toBe('behind');
      if (place === 'inside') inside += 1;
    }
    expect(inside, `${key} goes round inside`).toBeGreaterThan(1);
  }
};

/** Escape puts it away without doing anything, and the focus is back where it was. */
export const expectEscape = async (page: Page, opener: Locator): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(openDialog(page)).toHaveCount(0);
  await expect(opener).toBeFocused();
};
