import type { Page } from '@playwright/test';
import { ja } from '../../src/i18n/ja.ts';
import { SAMPLES } from './pages/import-page.ts';
import { createMouseUser, targetOf } from './pages/mouse-user.ts';
import { fillPerson, goTo, openPerson } from './pages/persons-page.ts';
import { unlockVault } from './pages/unlock-page.ts';
import type { Name, User } from './pages/user.ts';
import { expectEscape, expectFocusKept, expectGoodDialog, openDialog } from './support/dialogs.ts';
import { isFirefox } from './support/engines.ts';
import { distDir, expect, test, watchComplaints, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import { seedVault, seededNumber } from './support/seed.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';

test.use(WITHOUT_SERVICE_WORKER);

interface Asked {
  readonly page: Page;
  /** axe is the same code in every engine; and a headless Firefox goes on by Tab into its own bar, and sends no more keys to the page. */
  readonly looks: boolean;
}

/** By keyboard alone: the opener is pressed with Enter, so the focus has a place to come back to. */
const expectGood = async ({ page, looks }: Asked, opener: readonly ['button' | 'link', Name], title: string | RegExp): Promise<void> => {
  const button = targetOf(page, ...opener);
  await button.focus();
  await page.keyboard.press('Enter');
  await expectGoodDialog(page, title, looks);
  if (looks) await expectFocusKept(page);
  await expectEscape(page, button);
};

const enter = async (page: Page, app: string, persons: number): Promise<User> => {
  await seedVault(page, app, persons);
  const user = createMouseUser(page);
  await user.open(app);
  await unlockVault(user);
  await user.sees(ja.shell.closeVault);
  return user;
};

test('every question of the shell and of a person: axe, focus kept, Escape, focus back', async ({ page, ownApp }, info) => {
  test.setTimeout(180_000);
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const complaints = await watchComplaints(page);
  const asked: Asked = { page, looks: !isFirefox(info.project.name) };
  const user = await enter(page, app.url, 1);

  await test.step('unsaved input, left by a link and by locking', async () => {
    await goTo(user, 'settings');
    await user.type(ja.business.label, 'x');
    await expectGood(asked, ['link', ja.titles.records], ja.shell.leaveTitle);
    await expectGood(asked, ['button', ja.shell.closeVault], ja.shell.leaveTitle);
    await user.press('link', ja.titles.records);
    await user.press('button', ja.shell.leaveGo);
    await expect(openDialog(page)).toHaveCount(0);
  });

  await test.step('the reason for showing a number; taking a person out', async () => {
    await openPerson(user, '対象 0');
    await expectGood(asked, ['button', ja.numbers.show], ja.numbers.reveal.title);
    await expectGood(asked, ['button', ja.persons.cancel.open], /./);
  });

  await test.step('the same number for somebody else', async () => {
    await goTo(user, 'persons');
    await user.press('link', ja.persons.add);
    await fillPerson(user, { kind: 'employee', name: '対象 9' });
    await user.type(ja.numbers.entry.field, seededNumber(0));
    await user.type(ja.numbers.entry.again, seededNumber(0));
    const save = targetOf(page, 'button', ja.numbers.entry.save);
    await save.focus();
    await page.keyboard.press('Enter');
    await expectGoodDialog(page, ja.numbers.same.title, asked.looks);
    if (asked.looks) await expectFocusKept(page);
    // Nothing was meant by it: the number is typed anew, and the button it was sent with cannot be pressed.
    const field = page.getByRole('textbox', { name: ja.numbers.entry.field });
    await expectEscape(page, field);
    await user.type(ja.numbers.entry.field, seededNumber(0));
    await user.type(ja.numbers.entry.again, seededNumber(0));
    await user.press('button', ja.numbers.entry.save);
    await user.choose(new RegExp(ja.numbers.same.mistake));
    await user.press('button', ja.numbers.same.go);
    await expect(field).toBeFocused();
  });
  expect(complaints.all).toEqual([]);
});

test('the questions of an import: axe, focus kept, Escape, focus back', async ({ page, ownApp }, info) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const asked: Asked = { page, looks: !isFirefox(info.project.name) };
  const user = await enter(page, app.url, 1);
  await page.evaluate(() => {
    location.hash = '#/import';
  });
  await user.hand(ja.imports.choose, SAMPLES);
  await user.sees(ja.imports.preview.title(7));
  await expectGood(asked, ['button', ja.imports.preview.cancel], ja.imports.preview.cancelTitle);
  const commit = page.locator('.commit-bar__acts button').last();
  await commit.focus();
  await page.keyboard.press('Enter');
  await expectGoodDialog(page, ja.imports.commit.askTitle(7), asked.looks);
  if (asked.looks) await expectFocusKept(page);
  await expectEscape(page, commit);

  await page.keyboard.press('Enter');
  await user.press('button', ja.imports.commit.askBack);
  const first = page.locator('.import-row[data-group="doubt"]').first();
  await expect(first).toBeFocused();
  await expect(first.getByRole('group').first()).toBeInViewport();
});

test('half a minute before the vault locks itself it says so; any key keeps it open, and the focus comes back', async ({ page, ownApp }, info) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await page.clock.install();
  const user = await enter(page, app.url, 1);
  const link = targetOf(page, 'link', ja.titles.records);
  // Only then nothing more comes that takes the focus to itself.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ja.home.title);
  await expect(page.getByText(ja.home.loading)).toHaveCount(0);
  await link.focus();
  await expect(link).toBeFocused();
  await page.clock.fastForward('04:45');
  await expectGoodDialog(page, /./, !isFirefox(info.project.name));
  await user.sees(ja.shell.idleWhy);
  await expect(page.getByText(ja.shell.idleUnfinished)).toHaveCount(0);
  await expectEscape(page, link);
  await page.clock.fastForward('04:20');
  await expect(openDialog(page)).toHaveCount(0);

  // What would have to be done again is said before.
  await page.evaluate(() => {
    location.hash = '#/import';
  });
  await user.hand(ja.imports.choose, SAMPLES);
  await user.sees(ja.imports.preview.title(7));
  await page.clock.fastForward('04:45');
  await user.sees(ja.shell.idleUnfinished);
});
