import type { Page } from '@playwright/test';
import { ja } from '../../src/i18n/ja.ts';
import { COPY_MADE, SAVE_COPY } from './pages/copies-page.ts';
import { SAMPLES, importSamples } from './pages/import-page.ts';
import { goTo, openPerson } from './pages/persons-page.ts';
import { begins } from './pages/user.ts';
import { openDialog } from './support/dialogs.ts';
import { distDir, expect, test, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import { goToScreen } from './support/screens.ts';
import { seededNumber } from './support/seed.ts';
import { expectDialogTree, expectTree, headingFaults, namelessIn, tableFaults } from './support/tree.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';
import { enterVault, seedKinds } from './support/vault-of-kinds.ts';

test.use(WITHOUT_SERVICE_WORKER);

// Questions, and screens after something was done, as a screen reader has them, see trees.e2e.ts.

test.describe.configure({ timeout: 120_000 });

const closeDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(openDialog(page)).toHaveCount(0);
};

test('the reading of a tree finds what is wrong', () => {
  expect(namelessIn('- button "x"\n- button\n- textbox: 3\n- link "y":\n- group:\n  - radio "z" [checked]')).toEqual(['- button', '- textbox: 3']);
  expect(headingFaults('- heading "a" [level=1]\n- heading "b" [level=2]\n- heading "c" [level=2]', 1)).toEqual([]);
  expect(headingFaults('- heading "a" [level=1]\n- heading "b" [level=3]', 1)).toHaveLength(1);
  expect(headingFaults('- heading "b" [level=2]', 1)).toHaveLength(2);
  expect(tableFaults('- table "a":\n  - columnheader "b"\n- table:\n  - cell "c"')).toHaveLength(1);
});

test('a person, and every question about one', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await seedKinds(page, app.url);
  const user = await enterVault(page, app.url);
  await openPerson(user, '対象 0');
  await expectTree(page, 'person');
  await user.press('button', ja.numbers.match);
  await expectTree(page, 'person-match');
  await user.type(ja.numbers.matching.field, seededNumber(1));
  await user.press('button', ja.numbers.matching.do);
  await user.sees(ja.numbers.matching.noMatch);
  await expectTree(page, 'person-no-match');
  await user.press('button', ja.numbers.matching.done);
  // It waits on home until it is settled, and home leads back to the person.
  await goTo(user, 'home');
  await user.sees(ja.home.todo.unmatched(1));
  await expectTree(page, 'home-unmatched');
  await user.press('link', ja.home.todo.unmatchedDo);
  await user.sees(ja.persons.person.details);
  await user.press('button', ja.numbers.show);
  await expectDialogTree(page, 'dialog-reveal');
  await user.choose(begins(ja.numbers.reveal.inquiry));
  await user.press('button', ja.numbers.reveal.do);
  await user.sees(/あと\d+秒で消えます/);
  await expectDialogTree(page, 'dialog-revealed');
  await user.press('button', ja.numbers.reveal.hide);
  await user.press('button', ja.persons.cancel.open);
  await user.sees(ja.persons.cancel.goes);
  await expectDialogTree(page, 'dialog-cancel-person');
  await closeDialog(page);
  await user.press('link', ja.persons.person.edit);
  await expectTree(page, 'edit');
  await user.type(ja.register.name, 'x');
  await user.press('link', ja.titles.records);
  await expectDialogTree(page, 'dialog-leave');
  await user.press('button', ja.shell.leaveGo);
  await user.press('button', ja.titles.help);
  await expectDialogTree(page, 'dialog-help');
  await closeDialog(page);
  await openPerson(user, '森 詩織');
  await expectTree(page, 'person-payee');
  await user.press('button', ja.numbers.enter);
  await user.type(ja.numbers.entry.field, seededNumber(0));
  await user.type(ja.numbers.entry.again, seededNumber(0));
  await user.press('button', ja.numbers.entry.save);
  await user.sees(ja.numbers.same.relations);
  await expectDialogTree(page, 'dialog-same-number');
  await closeDialog(page);
  await openPerson(user, '株式会社ナナ印刷');
  await expectTree(page, 'person-company');
});

test('an import, a copy, a verification', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await seedKinds(page, app.url);
  const user = await enterVault(page, app.url);
  await goToScreen(page, 'import');
  await user.hand(ja.imports.choose, SAMPLES);
  await user.sees(ja.imports.preview.title(7));
  await expectTree(page, 'import-preview');
  await user.press('button', ja.imports.preview.cancel);
  await expectDialogTree(page, 'dialog-import-drop');
  await page.getByRole('dialog').getByRole('button', { name: ja.imports.preview.cancel }).click();
  await importSamples(user);
  await expectTree(page, 'import-done');
  await goTo(user, 'persons');
  await expectTree(page, 'persons-many');
  await user.type(ja.persons.searchHint, 'だれもいない');
  await user.sees(ja.persons.noHitTitle);
  await expectTree(page, 'persons-none-found');
  await goToScreen(page, 'copies');
  await user.press('button', ja.copies.make);
  await user.sees(COPY_MADE);
  await expectTree(page, 'copy-made');
  await user.press('button', SAVE_COPY);
  await user.sees(ja.copies.toCheck);
  await expectTree(page, 'copy-to-check');
  await goToScreen(page, 'verify');
  await user.press('button', ja.verify.do);
  await user.sees(/抜けも書きかえもありません/);
  await expectTree(page, 'verified');
  await goTo(user, 'records');
  await expectTree(page, 'records-many');
});
