import type { Page } from '@playwright/test';
import { hrefTo, ROUTES } from '../../src/app/router/routes.ts';
import type { RouteId } from '../../src/app/router/routes.ts';
import { ja } from '../../src/i18n/ja.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { distDir, expect, test } from './support/fixtures.ts';
import { lostInForcedColours } from './support/forced-colours.ts';
import { browserFontSize, chooseTextSize, cutWords, smallTargets } from './support/large-text.ts';
import { overflow, untilStill } from './support/look.ts';
import { seedVault } from './support/seed.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';

// For those who read with colours of their own, or with letters twice as large: every screen, before and behind the lock.

test.describe.configure({ timeout: 180_000 });

const ids = Object.keys(ROUTES) as RouteId[];
const CLOSED: readonly RouteId[] = ids.filter((id) => ROUTES[id].access !== 'open');
const OPEN: readonly RouteId[] = ids.filter((id) => ROUTES[id].access !== 'closed');
const FONT_SIZE = 16;
const WIDTHS = [
  { width: 1180, height: 820 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
] as const;

const goTo = async (page: Page, id: RouteId): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, hrefTo(id, ROUTES[id].ordinal ? 1 : undefined));
  await expect(page).toHaveTitle(`${ja.titles[ROUTES[id].title]} - ${ja.shell.app}`);
  await untilStill(page);
};

const rootSize = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);

const expectRoom = async (page: Page, what: string): Promise<void> => {
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    const at = `${what}, ${size.width}`;
    expect.soft(await overflow(page), `width of ${at}`).toBeLessThanOrEqual(0);
    expect.soft(await cutWords(page), `words of ${at}`).toEqual([]);
    expect.soft(await smallTargets(page), `targets of ${at}`).toEqual([]);
  }
};

test("every screen in the reader's own colours, and with letters as large as the app and as the browser makes them", async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await seedVault(page, app.url, 2);
  const setFontSize = await browserFontSize(page);
  const user = createMouseUser(page);

  const look = async (what: string): Promise<void> => {
    await page.setViewportSize(WIDTHS[0]);
    await page.emulateMedia({ forcedColors: 'active' });
    expect.soft(await lostInForcedColours(page), `forced colours of ${what}`).toEqual([]);
    await page.emulateMedia({ forcedColors: 'none' });
    await chooseTextSize(page, 'larger');
    expect(await rootSize(page)).toBe('22px');
    await expectRoom(page, `${what}, largest of the app`);
    await chooseTextSize(page, 'normal');
    await setFontSize(2 * FONT_SIZE);
    expect(await rootSize(page)).toBe(`${2 * FONT_SIZE}px`);
    await expectRoom(page, `${what}, twice as large`);
    await setFontSize(FONT_SIZE);
  };

  await user.open(app.url);
  for (const id of CLOSED) {
    await goTo(page, id);
    await look(id);
  }
  await goTo(page, 'unlock');
  await unlockVault(user);
  await user.sees(ja.shell.closeVault);
  await untilStill(page);
  await look('home, just opened');
  for (const id of OPEN) {
    await goTo(page, id);
    await look(id);
  }
});
