import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { helpNoOf } from '../../src/app/router/help-places.ts';
import { hrefTo } from '../../src/app/router/routes.ts';
import type { RouteId } from '../../src/app/router/routes.ts';
import { HELP_IDS } from '../../src/i18n/help-texts.ts';
import { ja } from '../../src/i18n/ja.ts';
import { help } from '../../src/i18n/ja/help.ts';
import { COPY_MADE } from './pages/copies-page.ts';
import { SAMPLES, SAMPLE_PERSONS, importSamples } from './pages/import-page.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { openPerson } from './pages/persons-page.ts';
import { restoreVault } from './pages/restore-page.ts';
import { pressErase } from './pages/settings-page.ts';
import { lockVault, unlockVault } from './pages/unlock-page.ts';
import type { User } from './pages/user.ts';
import { deleteDatabase, removeFolder, spoilFiles } from './support/damage.ts';
import { openDialog } from './support/dialogs.ts';
import { distDir, expect, test, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import { SIZES, expectGoodLook, expectGoodState } from './support/look.ts';
import { seedVault } from './support/seed.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';
import { LABEL } from './support/vault-page/vault-use.ts';

test.use(WITHOUT_SERVICE_WORKER);

// States that a screen is in only after something was done or went wrong: fields and width, and axe in light and dark.

// Many looks in a row, on a machine that may be busy.
test.describe.configure({ timeout: 240_000 });

const golden = path.resolve(import.meta.dirname, '../vectors/container-v1/golden-app');

const go = (page: Page, id: RouteId, no?: number): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, hrefTo(id, no));

const enter = async (page: Page, app: string): Promise<{ readonly user: User; readonly storeId: string }> => {
  const { storeId } = await seedVault(page, app);
  const user = createMouseUser(page);
  await user.open(app);
  await unlockVault(user);
  await user.sees(ja.shell.closeVault);
  return { user, storeId };
};

test('an import before and after, a copy, a record verified, a wrong number', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { user } = await enter(page, app.url);
  await expectGoodState(page, 'home, just opened');

  await go(page, 'import');
  await user.hand(ja.imports.choose, SAMPLES);
  await user.sees(ja.imports.preview.title(7));
  await expectGoodState(page, 'import, preview');
  await page.reload();
  await unlockVault(user);
  await go(page, 'import');
  await importSamples(user, true);
  await expect(page.getByText(ja.imports.done.title(SAMPLE_PERSONS))).toHaveCount(1);
  await expectGoodState(page, 'import, done');

  // Nobody said that the lists are gone: that outlives the session.
  await page.reload();
  await unlockVault(user);
  await go(page, 'home');
  await user.press('link', ja.home.todo.sourcesDo);
  const card = page.getByRole('region', { name: ja.imports.done.destroyTitle });
  await expect(card).toContainText(/に取り込んだ、従業員の名簿/);
  await expect(card.getByRole('listitem').filter({ hasText: ja.imports.done.destroySteps[0] ?? '' })).toHaveCount(1);
  await expect(page.getByText(ja.imports.done.destroyWhy)).toHaveCount(0);
  await expectGoodState(page, 'import, with files of an earlier session');
  await user.press('button', ja.imports.done.destroyDo);
  await expect(card.getByRole('status')).toContainText(ja.imports.done.destroyed);
  await expect(card).toBeFocused();
  await expect(page.getByText(ja.imports.pendingWhy)).toHaveCount(0);
  await expectGoodState(page, 'import, said that the files are gone');
  await user.press('link', ja.imports.pendingHome);
  await expect(page.getByText(ja.home.todo.sources)).toHaveCount(0);

  await go(page, 'verify');
  await user.press('button', ja.verify.do);
  await user.sees(/抜けも書きかえもありません/);
  await expectGoodState(page, 'verified');
  // The browser asks for a place, and none is chosen: what was written out waits for it.
  await page.evaluate(() => {
    const { showSaveFilePicker: asks } = window as { showSaveFilePicker?: unknown };
    const refuse = async () => {
      Object.assign(window, { showSaveFilePicker: asks });
      throw new DOMException('', 'AbortError');
    };
    Object.assign(window, { showSaveFilePicker: refuse });
  });
  await user.press('button', ja.verify.give.do);
  await user.sees(ja.verify.give.cancelled);
  await expectGoodState(page, 'record given, no place chosen');

  await go(page, 'copies');
  await user.press('button', ja.copies.make);
  await user.sees(COPY_MADE);
  await expectGoodState(page, 'copy made');
  await go(page, 'records');
  await expectGoodState(page, 'records, many lines');

  await go(page, 'system');
  await expectGoodState(page, 'system sheet');

  await openPerson(user, '佐藤 一郎');
  await user.press('button', ja.numbers.replace);
  await user.type(ja.numbers.entry.field, '900000000011');
  await expectGoodState(page, 'wrong number');
});

test('what is refused, and a device whose vault was spoilt or taken away', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { user, storeId } = await enter(page, app.url);
  await pressErase(user, LABEL, 'ちがう');
  await user.sees(ja.settings.eraseDifferent);
  await expectGoodState(page, 'erase, refused');

  await go(page, 'home');
  await lockVault(user);
  await expectGoodState(page, 'locked');
  await unlockVault(user, 'wrong password here!');
  await user.sees(ja.unlock.wrong);
  await expectGoodState(page, 'wrong password');

  await go(page, 'restore');
  await user.hand(ja.restore.choose, SAMPLES.slice(0, 1));
  await user.sees(ja.restore.noUsable);
  await expectGoodState(page, 'restore, none usable');

  await page.goto(`${app.url}spec/README.md`);
  await spoilFiles(page, storeId, ['keyring-a', 'keyring-b']);
  await user.open(`${app.url}#/persons`);
  await user.sees(ja.trouble.keyringDamaged);
  await expectGoodState(page, 'keyring damaged');

  await page.goto(`${app.url}spec/README.md`);
  await deleteDatabase(page, storeId);
  await removeFolder(page, storeId);
  await user.open(app.url);
  await user.sees(ja.first.lost);
  await expectGoodState(page, 'lost');
});

test('a vault brought back from a copy', async ({ page, ownApp }) => {
  const { password } = JSON.parse(readFileSync(`${golden}.json`, 'utf8')) as { readonly password: string };
  const app = await ownApp({});
  const user = createMouseUser(page);
  await user.open(`${app.url}#/restore`);
  await user.hand(ja.restore.choose, [`${golden}.kinko`]);
  await user.sees(ja.restore.which);
  await expectGoodState(page, 'restore, usable');
  await user.open(app.url);
  await restoreVault(user, [`${golden}.kinko`], { kind: 'password', password });
  await expectGoodState(page, 'restored');
});

test('a browser that is too old', async ({ page, ownApp }) => {
  const app = await ownApp({});
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'locks');
  });
  await page.goto(app.url);
  await createMouseUser(page).sees(ja.trouble.tooOld);
  await expectGoodState(page, 'too old');
});

test('the help over a screen, and every topic of it', async ({ page, ownApp }) => {
  const app = await ownApp({});
  const user = createMouseUser(page);
  await user.open(app.url);
  await user.press('link', ja.first.createDo);
  await user.press('button', ja.titles.help);
  await expect(openDialog(page)).toBeVisible();
  await expectGoodState(page, 'help over a form');
  await page.keyboard.press('Escape');
  await expect(openDialog(page)).toHaveCount(0);
  await go(page, 'help');
  await expectGoodState(page, 'help');
  const [, phone] = SIZES;
  for (const id of HELP_IDS) {
    await go(page, 'help', helpNoOf(id));
    await expect(page.getByRole('heading', { level: 1, name: help.texts[id].title })).toBeVisible();
    await expectGoodLook(page, `help, ${id}`, [phone]);
  }
});
