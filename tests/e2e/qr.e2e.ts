import { ja } from '../../src/i18n/ja.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { goTo } from './pages/persons-page.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { isFirefox } from './support/engines.ts';
import { distDir, expect, test, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import { readQr } from './support/read-qr.ts';
import { seedVault } from './support/seed.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';

test.use(WITHOUT_SERVICE_WORKER);

test("the checkpoint's QR code, read back from the screen, is the checkpoint, in light and dark colours", async ({ page, ownApp }, info) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await seedVault(page, app.url);
  const user = createMouseUser(page);
  await user.open(app.url);
  await unlockVault(user);
  await goTo(user, 'records');
  await user.press('link', ja.records.checkpoint);
  await user.sees(ja.checkpoints.text);
  const shown = await page.locator('main pre').innerText();
  expect(shown).toMatch(/^kinko\//);
  const code = page.getByRole('img', { name: ja.checkpoints.qr });
  // Firefox's driver cannot change the colours.
  for (const colorScheme of isFirefox(info.project.name) ? (['light'] as const) : (['light', 'dark'] as const)) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-scheme', colorScheme);
    expect((await readQr(code))?.trim(), colorScheme).toBe(shown.trim());
  }
});
