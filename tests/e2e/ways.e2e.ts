import type { Page } from '@playwright/test';
import { ja } from '../../src/i18n/ja.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { cancelPerson, goTo, openPerson } from './pages/persons-page.ts';
import { readRecord } from './pages/records-page.ts';
import { changePassword, eraseVault, pressErase, renewKeys, renewKit } from './pages/settings-page.ts';
import { lockVault, recoverVault, unlockVault } from './pages/unlock-page.ts';
import type { User } from './pages/user.ts';
import { begins, field } from './pages/user.ts';
import { distDir, expect, test, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import type { Seeded } from './support/seed.ts';
import { seedVault } from './support/seed.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';
import { LABEL, PASSWORD } from './support/vault-page/vault-use.ts';

test.use(WITHOUT_SERVICE_WORKER);

// The ways that are gone seldom, each to its last button.

// Every password costs what it must, and a machine may be busy.
test.describe.configure({ timeout: 180_000 });

const NEXT = 'ame ga furu mae ni kaeru 7';

const enter = async (page: Page, app: string, persons: number): Promise<Seeded & { readonly user: User }> => {
  const seeded = await seedVault(page, app, persons);
  const user = createMouseUser(page);
  await user.open(app);
  await unlockVault(user);
  await user.sees(ja.shell.closeVault);
  return { ...seeded, user };
};

const leave = async (user: User): Promise<void> => {
  await goTo(user, 'home');
  await lockVault(user);
};

/** Names of what vaults leave on a device: databases, folders, marks. */
const traces = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const folders: string[] = [];
    const top = await navigator.storage.getDirectory();
    const kinko = await top.getDirectoryHandle('kinko', { create: true });
    for await (const name of kinko.keys()) folders.push(name);
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
    return [...folders, ...databases, ...Object.keys(localStorage).filter((key) => key.startsWith('kinko-mark'))];
  });

test('the sample business: tried from the first screen, and put away without a name', async ({ page, ownApp }) => {
  const app = await ownApp({});
  const user = createMouseUser(page);
  await user.open(app.url);
  await user.press('button', ja.first.trialDo);
  await user.sees(ja.shell.closeVault);
  await goTo(user, 'persons');
  await user.sees('仮野 花');
  expect(await traces(page)).toHaveLength(3);
  await eraseVault(user, null);
  expect(await traces(page)).toEqual([]);
  await user.reload();
  await user.sees(ja.first.createDo);
  expect(await user.text()).not.toContain(ja.first.mine);
});

test('a changed password opens the vault, the one before does not', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { user } = await enter(page, app.url, 1);
  await changePassword(user, PASSWORD, NEXT);
  await leave(user);
  await unlockVault(user, PASSWORD);
  await user.sees(ja.unlock.wrong);
  await unlockVault(user, NEXT);
  await user.sees(ja.shell.closeVault);
});

test('a new sheet opens a vault whose password is forgotten, the sheet before does not', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { user, recoveryCode } = await enter(page, app.url, 1);
  const kit = await renewKit(user, PASSWORD);
  expect(kit.code).not.toBe(recoveryCode);
  await leave(user);
  await recoverVault(user, recoveryCode, NEXT);
  await user.sees(ja.unlock.wrongCode);
  await user.press('link', ja.actions.back);
  await user.press('button', ja.shell.leaveGo);
  await recoverVault(user, kit.code, NEXT);
  await user.sees(ja.shell.closeVault);
  await goTo(user, 'persons');
  await user.sees('対象 0');
  await leave(user);
  await unlockVault(user, NEXT);
  await user.sees(ja.shell.closeVault);
});

test('after a leak: every key anew, and neither password nor sheet from before opens the vault', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { user, recoveryCode } = await enter(page, app.url, 2);
  const kit = await renewKeys(user, PASSWORD, NEXT);
  expect(kit.code).not.toBe(recoveryCode);
  await leave(user);
  await unlockVault(user, PASSWORD);
  await user.sees(ja.unlock.wrong);
  await recoverVault(user, recoveryCode, PASSWORD);
  await user.sees(ja.unlock.wrongCode);
  await user.press('link', ja.actions.back);
  await user.press('button', ja.shell.leaveGo);
  await unlockVault(user, NEXT);
  await user.sees(ja.shell.closeVault);
  await goTo(user, 'persons');
  await user.sees('対象 1');
});

test('a vault goes from the device by its name alone, and nothing of it stays', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { user } = await enter(page, app.url, 1);
  await pressErase(user, LABEL, 'ちがう');
  await user.sees(ja.settings.eraseDifferent);
  await user.sees(/^1人、番号1件、記録\d+件$/);
  await user.sees(ja.settings.eraseCopyNoneWhy);
  expect((await traces(page)).length).toBeGreaterThan(1);
  await eraseVault(user, LABEL);
  expect(await traces(page)).toEqual([]);
  await user.reload();
  await user.sees(ja.first.createDo);
  expect(await user.text()).not.toContain(LABEL);
});

test('a registration made by mistake is taken back; the record says so, without the name', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { user } = await enter(page, app.url, 2);
  await openPerson(user, '対象 0');
  await cancelPerson(user);
  await user.reload();
  await unlockVault(user);
  await goTo(user, 'persons');
  await user.sees('対象 1');
  expect(await user.text()).not.toContain('対象 0');
  const record = (await readRecord(user)).join('\n');
  expect(record).toContain(ja.audit.actions.cancel);
  expect(record).not.toContain('対象 0');
});

test('going back out of a form and staying, twice, loses neither what is typed nor the way back', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { user } = await enter(page, app.url, 1);
  await goTo(user, 'persons');
  await user.press('link', ja.persons.add);
  await user.press('button', begins(ja.persons.kinds.employee, ja.register.hints.employee));
  await user.type(field(ja.register.name, ja.shell.optional), '対象 戻る');
  for (let time = 0; time < 2; time += 1) {
    await page.evaluate(() => history.back());
    await user.press('button', ja.shell.leaveStay);
    await expect(page).toHaveURL(/#\/register$/);
  }
  await user.press('button', ja.register.save);
  await user.sees(ja.persons.person.arrived.registered);
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/#\/persons$/);
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/#\/home$/);
  await user.sees(ja.shell.closeVault);
});

test('a browser without locks is told that it is too old, and what is missing', async ({ page, ownApp }) => {
  const app = await ownApp({});
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'locks');
  });
  const user = createMouseUser(page);
  await user.open(app.url);
  await user.sees(ja.trouble.tooOld);
  await user.sees(ja.trouble.tooOldMissing);
  expect(await user.text()).not.toContain(ja.first.createDo);
});

test("in a tab of Apple's nothing is entered before the home screen, unless one insists", async ({ page, ownApp }) => {
  const app = await ownApp({});
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'standalone', { get: () => false, configurable: true });
  });
  const user = createMouseUser(page);
  await user.open(`${app.url}#/restore`);
  await user.sees(ja.create.installTitle);
  await user.open(app.url);
  await user.press('link', ja.first.createDo);
  await user.sees(ja.create.installTitle);
  expect(await user.text()).not.toContain(ja.create.businessTitle);
  await user.press('button', ja.create.installSkip);
  await user.sees(ja.create.businessTitle);
});
