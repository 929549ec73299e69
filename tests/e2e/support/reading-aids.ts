import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { lostInForcedColours } from './forced-colours.ts';
import { browserFontSize, chooseTextSize, cutWords, smallTargets } from './large-text.ts';
import { overflow } from './look.ts';

const FONT_SIZE = 16;
const TABLET = { width: 1180, height: 820 };
const PHONE = { width: 390, height: 844 };
const WIDTHS = [TABLET, { width: 820, height: 1180 }, PHONE] as const;

const rootSize = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);

const expectRoom = async (page: Page, what: string, sizes: readonly { readonly width: number; readonly height: number }[] = WIDTHS): Promise<void> => {
  for (const size of sizes) {
    await page.setViewportSize(size);
    const at = `${what}, ${size.width}`;
    expect.soft(await overflow(page), `width of ${at}`).toBeLessThanOrEqual(0);
    expect.soft(await cutWords(page), `words of ${at}`).toEqual([]);
    expect.soft(await smallTargets(page), `targets of ${at}`).toEqual([]);
  }
};

const expectForced = async (page: Page, what: string): Promise<void> => {
  await page.setViewportSize(TABLET);
  await page.emulateMedia({ forcedColors: 'active' });
  expect.soft(await lostInForcedColours(page), `forced colours of ${what}`).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
};

export interface ReadingAids {
  /** The screen as it stands, in the reader's own colours and with letters as large as the app and as the browser makes them. */
  readonly look: (what: string) => Promise<void>;
  /** Quicker: letters twice as large, the reader's own colours, and contrast in dark colours. */
  readonly lookQuickly: (what: string) => Promise<void>;
  /** In another language, on a phone. */
  readonly lookAtWords: (what: string) => Promise<void>;
}

/** For those who read with colours of their own, or with letters twice as large. Chromium alone. */
export const createReadingAids = async (page: Page): Promise<ReadingAids> => {
  const setFontSize = await browserFontSize(page);
  const twice = async (what: string, sizes?: typeof WIDTHS | readonly [typeof TABLET, typeof PHONE]): Promise<void> => {
    await setFontSize(2 * FONT_SIZE);
    expect(await rootSize(page)).toBe(`${2 * FONT_SIZE}px`);
    await expectRoom(page, `${what}, twice as large`, sizes);
    await setFontSize(FONT_SIZE);
  };
  return {
    look: async (what) => {
      await expectForced(page, what);
      await chooseTextSize(page, 'larger');
      expect(await rootSize(page)).toBe('22px');
      await expectRoom(page, `${what}, largest of the app`);
      await chooseTextSize(page, 'normal');
      await twice(what);
    },
    lookQuickly: async (what) => {
      await expectForced(page, what);
      await twice(what, [TABLET, PHONE]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
      // Legacy: without a page of its own, which would take the focus from this one.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withRules(['color-contrast']).analyze();
      const faint = violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`));
      expect.soft(faint, `contrast of ${what}, dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    },
    lookAtWords: (what) => expectRoom(page, what, [PHONE]),
  };
};
