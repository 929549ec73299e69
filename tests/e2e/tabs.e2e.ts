import { ja } from '../../src/i18n/ja.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { goTo } from './pages/persons-page.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { distDir, expect, test, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import { seedVault } from './support/seed.ts';
import { openVaultPage, withVaultPage } from './support/vault-page/vault-page.ts';
import { LABEL, errorOf, tryUnlock, unlock } from './support/vault-page/vault-use.ts';

test.use(WITHOUT_SERVICE_WORKER);

test('a second tab says where the vault is open, and can take it over', async ({ page, context, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await seedVault(page, app.url);
  const first = createMouseUser(page);
  await first.open(app.url);
  await unlockVault(first);
  await first.sees(LABEL);

  const other = await context.newPage();
  const second = createMouseUser(other);
  await second.open(app.url);
  await unlockVault(second);
  await second.sees(/別のタブで使用中/);
  expect(await first.text()).toContain(ja.shell.closeVault);

  await second.press('button', ja.unlock.takeOver);
  await second.sees(ja.shell.closeVault);
  await first.sees(ja.unlock.lockedOther);
  // And back again, where something has been typed meanwhile: the other tab is asked first, and loses nothing unasked.
  await goTo(second, 'settings');
  await second.type(ja.business.label, 'typed here');
  await unlockVault(first);
  await first.press('button', ja.unlock.takeOver);
  await first.sees(ja.unlock.otherUnsaved);
  await expect(other.getByLabel(ja.business.label)).toHaveValue('typed here');
  await first.press('button', ja.unlock.takeOverAnyway);
  await first.sees(ja.shell.closeVault);
  await second.sees(ja.unlock.lockedOther);
});

test('a closed tab gives the vault free', async ({ page, context, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await seedVault(page, app.url);
  const first = await openVaultPage(page, app.url);
  await unlock(first);
  const other = await context.newPage();
  const second = await openVaultPage(other, app.url);
  expect(errorOf(await tryUnlock(second))).toBe('UsedInOtherTab');
  await page.close();
  await expect.poll(async () => errorOf(await tryUnlock(second))).toBe('ok');
});
