import type { Page } from '@playwright/test';
import { ja } from '../../src/i18n/ja.ts';
import { FAKE_PASSWORD } from '../support/fake-vault-api.ts';
import { createKeyboardUser, walkStops, watchPointers } from './pages/keyboard-user.ts';
import { targetOf } from './pages/mouse-user.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { expectEscape, expectFocusKept, expectGoodDialog, openDialog } from './support/dialogs.ts';
import { isFirefox } from './support/engines.ts';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import { untilAtDoor } from './support/screens.ts';
import { buildStage } from './support/stage.ts';

test.use(WITHOUT_SERVICE_WORKER);

// Where nobody is by choice, by keyboard alone: a vault that cannot be opened, and the question about input that was left.

const HELP = ja.titles.help;

const expectAt = (page: Page, heading: string): Promise<void> => expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();

test('a vault that cannot be opened: order of the stops, another try, and back to the doors', async ({ page, ownApp }, info) => {
  test.skip(isFirefox(info.project.name), 'the stops are those of Chromium');
  const stage = await buildStage();
  const { url } = await ownApp({ dir: () => stage, headers: false });
  const pointers = await watchPointers(page);
  const user = createKeyboardUser(page);
  await user.open(`${url}?scene=older`);
  await untilAtDoor(page);
  await unlockVault(user, FAKE_PASSWORD);
  await expectAt(page, ja.trouble.databaseOlder);
  expect(await walkStops(page)).toEqual([HELP, ja.trouble.retry, ja.trouble.restore, ja.trouble.erase, ja.unlock.other]);
  // Round through the browser's own bar and from the top again.
  await user.press('button', ja.trouble.retry);
  await expect(page.getByLabel(ja.unlock.password, { exact: true })).toBeFocused();
  await unlockVault(user, FAKE_PASSWORD);
  await expectAt(page, ja.trouble.databaseOlder);
  await user.press('link', ja.trouble.erase);
  await expectAt(page, ja.settings.eraseTitle);
  await user.press('link', ja.actions.cancel);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(pointers).toEqual([]);
});

test('input that was left: offered first, kept by Escape, thrown away only by its own button', async ({ page, ownApp }, info) => {
  test.skip(isFirefox(info.project.name), 'the stops are those of Chromium');
  const stage = await buildStage();
  const { url } = await ownApp({ dir: () => stage, headers: false });
  const pointers = await watchPointers(page);
  const user = createKeyboardUser(page);
  await user.open(`${url}?scene=state-draft`);
  await user.sees(ja.shell.draftWhy);
  await user.sees(ja.home.state.inside);
  const drop = targetOf(page, 'button', ja.shell.draftDrop);
  await user.press('button', ja.shell.draftDrop);
  await expectGoodDialog(page, /長谷川/, false);
  await expect(page.getByRole('button', { name: ja.shell.draftDropStay })).toBeFocused();
  await expectFocusKept(page);
  await expectEscape(page, drop);
  await page.keyboard.press('Shift+Tab');
  await expect(targetOf(page, 'link', ja.shell.draftDo)).toBeFocused();
  await user.press('button', ja.shell.draftDrop);
  await createKeyboardUser(page, openDialog(page)).press('button', ja.shell.draftDrop);
  await expect(page.getByText(ja.shell.draftWhy)).toHaveCount(0);
  // The keyboard goes on from the screen, not from nowhere.
  await expectAt(page, ja.home.title);
  expect(pointers).toEqual([]);
});
