import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { hrefTo, ROUTES } from '../../../src/app/router/routes.ts';
import type { RouteId } from '../../../src/app/router/routes.ts';
import { ja } from '../../../src/i18n/ja.ts';

const EVERY_SCREEN = Object.keys(ROUTES) as readonly RouteId[];

/** Those that stand before the lock; some stand behind it too. */
export const SCREENS_BEFORE: readonly RouteId[] = EVERY_SCREEN.filter((id) => ROUTES[id].access !== 'open');

/** Those that stand behind the lock. */
export const SCREENS_BEHIND: readonly RouteId[] = EVERY_SCREEN.filter((id) => ROUTES[id].access !== 'closed');

/** Reached from a list: alone, their address names nobody. */
export const isNumbered = (id: RouteId): boolean => ROUTES[id].ordinal;

const expectTitle = (page: Page, id: RouteId): Promise<void> => expect(page).toHaveTitle(`${ja.titles[ROUTES[id].title]} - ${ja.shell.app}`);

/** With one vault on the device the app goes to its door by itself; only then does a walk begin. */
export const untilAtDoor = (page: Page): Promise<void> => expectTitle(page, 'unlock');

/** Until the screen of an address is there. */
export const goToScreen = async (page: Page, id: RouteId, no?: number): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, hrefTo(id, no));
  await expectTitle(page, id);
};
