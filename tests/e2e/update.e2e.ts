import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ja } from '../../src/i18n/ja.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { goTo } from './pages/persons-page.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { distDir, expect, test } from './support/fixtures.ts';
import { seedVault } from './support/seed.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';

/** One letter more is another version to the browser. */
const newerWorker = `${readFileSync(path.join(distDir, 'sw.js'), 'utf8')}\n//`;

const checkForUpdate = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });

// The first visit runs beside its service worker, every later one under it.
for (const visit of ['first', 'later'] as const) {
  test(`a newer version says so, waits for the button and for unsaved input, and locks before it takes over: ${visit} visit`, async ({ page, ownApp }) => {
    let isNewer = false;
    const app = await ownApp({
      replace: (file) => (isNewer && file === '/sw.js' ? newerWorker : withVaultPage(distDir)(file)),
    });
    await seedVault(page, app.url);
    const user = createMouseUser(page);
    await user.open(app.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    if (visit === 'later') await user.reload();
    await unlockVault(user);
    await goTo(user, 'settings');
    await user.sees(ja.settings.offlineReady);
    await page.evaluate(() => document.documentElement.classList.add('old-page'));

    isNewer = true;
    await checkForUpdate(page);
    await user.sees(ja.shell.update);
    await user.type(ja.business.label, 'unsaved');
    await user.press('button', ja.shell.updateDo);
    await user.sees(ja.shell.endWhy);
    await user.press('button', ja.shell.leaveStay);
    await expect(page.getByLabel(ja.business.label)).toHaveValue('unsaved');
    await expect(page.locator('.old-page')).toHaveCount(1);

    await user.press('button', ja.shell.updateDo);
    await user.press('button', ja.shell.endGo);
    await expect(page.locator('.old-page')).toHaveCount(0, { timeout: 30_000 });
    await unlockVault(user);
    await user.sees(ja.shell.closeVault);
    await expect(page.getByText(ja.shell.update)).toHaveCount(0);
  });
}
