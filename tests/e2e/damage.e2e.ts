import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ja } from '../../src/i18n/ja.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { goTo } from './pages/persons-page.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { deleteDatabase, flipPages, removeFiles, removeFolder, spoilFiles, writeFormat } from './support/damage.ts';
import { begins } from './pages/user.ts';
import { SQLITE_ARGS, isFirefox, launchPersistent } from './support/engines.ts';
import { distDir, expect, test, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import { withFolder } from './support/profile.ts';
import { seedVault } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';

test.use(WITHOUT_SERVICE_WORKER);

/** A page of the same origin that starts nothing. */
const NEUTRAL = 'spec/README.md';
const KEYRINGS = ['keyring-a', 'keyring-b'];

/** What the app says on the way to a screen of the vault's inside. */
const expectScreen = async (page: Page, app: string, title: string, behindPassword = false): Promise<void> => {
  const user = createMouseUser(page);
  await user.open(`${app}#/persons`);
  if (behindPassword) await unlockVault(user);
  await user.sees(title);
  const text = await user.text();
  expect(text).toContain(ja.trouble.notTitle);
  // Never the doors of a device without a vault.
  expect(text).not.toContain(ja.first.createWhy);
};

test('each damage has a screen of its own, and nothing begins anew', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { storeId } = await seedVault(page, app.url);
  const other = (): Promise<unknown> => page.goto(app.url + NEUTRAL);
  await writeFormat(page, storeId, 99);
  await expectScreen(page, app.url, ja.trouble.newer);
  await other();
  await writeFormat(page, storeId, 1);
  await flipPages(page, storeId);
  await expectScreen(page, app.url, ja.trouble.databaseDamaged, true);
  await other();
  await flipPages(page, storeId);
  await spoilFiles(page, storeId, ['keyring-a']);
  const user = createMouseUser(page);
  await user.open(app.url);
  await unlockVault(user);
  await user.sees(ja.shell.closeVault);
  await other();
  await spoilFiles(page, storeId, KEYRINGS);
  await expectScreen(page, app.url, ja.trouble.keyringDamaged);
  await other();
  await removeFiles(page, storeId, KEYRINGS);
  await expectScreen(page, app.url, ja.trouble.keyringMissing);
  await other();
  await removeFolder(page, storeId);
  await expectScreen(page, app.url, ja.trouble.keyringMissing);
});

test('a vault of which the database is gone is missed; when that happens to an open one it says so', async ({ page, context, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { storeId } = await seedVault(page, app.url);
  const user = createMouseUser(page);
  await user.open(app.url);
  await unlockVault(user);
  await goTo(user, 'persons');
  const other = await context.newPage();
  await other.goto(app.url + NEUTRAL);
  await deleteDatabase(other, storeId);
  await user.press('link', ja.persons.add);
  await user.press('button', begins(ja.persons.kinds.employee, ja.register.hints.employee));
  await user.type(ja.register.name, '対象 9');
  await user.press('button', ja.register.save);
  await user.sees(ja.errors.StorageFailed({ type: 'StorageFailed', name: '' }).what);
  await expectScreen(other, app.url, ja.trouble.databaseMissing);
});

test('a vault of which nothing is left but a mark is missed on the first screen', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { storeId } = await seedVault(page, app.url);
  await deleteDatabase(page, storeId);
  await removeFolder(page, storeId);
  const user = createMouseUser(page);
  await user.open(app.url);
  await user.sees(ja.first.lost);
  await user.sees(ja.first.restore);
});

/** Opens the app on a profile, and answers what `work` does with its page. */
const onProfile = async <T>(project: string, profile: string, args: readonly string[], work: (page: Page) => Promise<T>): Promise<T> => {
  const context = await launchPersistent(project, profile, { args });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
};

test('Chromium that goes back from SQLite to LevelDB loses the database: it is missed, not made anew', async ({ ownApp }, info) => {
  test.skip(isFirefox(info.project.name), 'a switch of Chromium');
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await withFolder(async (profile) => {
    await onProfile(info.project.name, profile, SQLITE_ARGS, (page) => seedVault(page, app.url));
    await onProfile(info.project.name, profile, [], async (page) => {
      const user = createMouseUser(page);
      await user.open(app.url);
      await user.sees(ja.trouble.databaseMissing);
    });
  });
});

test('a database put back to an older day is noticed', async ({ ownApp }, info) => {
  test.skip(isFirefox(info.project.name), 'knows where Chromium keeps its files');
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await withFolder(async (profile) => {
    const databases = path.join(profile, 'Default/IndexedDB');
    await onProfile(info.project.name, profile, [], (page): Promise<Seeded> => seedVault(page, app.url));
    cpSync(databases, `${profile}-older`, { recursive: true });
    try {
      await onProfile(info.project.name, profile, [], async (page) => {
        const user = createMouseUser(page);
        await user.open(app.url);
        await unlockVault(user);
        await user.sees(ja.shell.closeVault);
        await user.press('button', ja.shell.closeVault);
        await user.sees(ja.unlock.locked);
      });
      rmSync(databases, { recursive: true });
      cpSync(`${profile}-older`, databases, { recursive: true });
    } finally {
      rmSync(`${profile}-older`, { recursive: true, force: true });
    }
    await onProfile(info.project.name, profile, [], async (page) => {
      const user = createMouseUser(page);
      await user.open(app.url);
      await unlockVault(user);
      await user.sees(ja.trouble.databaseOlder);
    });
  });
});
