import type { Page } from '@playwright/test';
import { helpNoOf } from '../../src/app/router/help-places.ts';
import { hrefTo, ROUTES } from '../../src/app/router/routes.ts';
import type { RouteId } from '../../src/app/router/routes.ts';
import { parseCorporateNumber } from '../../src/core/domain/number/corporate-number.ts';
import { PERSON_KINDS } from '../../src/core/domain/person/person-kind.ts';
import { ja } from '../../src/i18n/ja.ts';
import { fakeFields, fakePersonId } from '../support/fake-persons.ts';
import { makeVault, passPersist, readKit, rehearse } from './pages/create-page.ts';
import { SAMPLES, importSamples } from './pages/import-page.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { fillPerson, goTo, openPerson } from './pages/persons-page.ts';
import { lockVault, unlockVault } from './pages/unlock-page.ts';
import type { User } from './pages/user.ts';
import { begins } from './pages/user.ts';
import { deleteDatabase, removeFolder, spoilFiles } from './support/damage.ts';
import { openDialog } from './support/dialogs.ts';
import { distDir, expect, test } from './support/fixtures.ts';
import { addPerson, seededNumber } from './support/seed.ts';
import { expectDialogTree, expectSoundTree, expectTree, headingFaults, namelessIn, tableFaults } from './support/tree.ts';
import { openVaultPage, withVaultPage } from './support/vault-page/vault-page.ts';
import { createVault, must } from './support/vault-page/vault-use.ts';

// Every screen as a screen reader has it: roles, names, the order of headings, landmarks, what is read out by itself, and where the focus
// stands. The trees are kept in trees/, to be read by people; a change of one is a change for somebody who hears the app.

test.describe.configure({ timeout: 120_000 });

const ids = Object.keys(ROUTES) as RouteId[];

const go = async (page: Page, id: RouteId, no?: number): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, hrefTo(id, no));
  await expect(page).toHaveTitle(`${ja.titles[ROUTES[id].title]} - ${ja.shell.app}`);
};

const closeDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(openDialog(page)).toHaveCount(0);
};

/** A vault with one of each kind: an owner, staff with family, a payee without a number, a company. */
const seedKinds = async (page: Page, app: string): Promise<{ readonly storeId: string; readonly vaultId: string }> => {
  const vault = await openVaultPage(page, app);
  await createVault(vault);
  await addPerson(vault, 0);
  const company = parseCorporateNumber('7123456789012');
  const more = [
    fakeFields({ kind: 'owner', name: '山田　太郎', kana: 'ヤマダ　タロウ' }),
    fakeFields({ kind: 'dependant', name: '対象　花', kana: 'タイショウ　ハナ', parentId: fakePersonId(0), relationship: '子' }),
    fakeFields({ kind: 'payee', name: '森　詩織', kana: 'モリ　シオリ', code: 'P03' }),
    fakeFields({ kind: 'payee', name: '株式会社ナナ印刷', kana: 'ナナインサツ', corporate: true, corporateNumber: company.ok ? company.value : null }),
  ];
  for (const [at, fields] of more.entries()) must(await vault.call('registerPerson', { id: fakePersonId(at + 1), fields }));
  const { storeId, vaultId } = must(await vault.call('viewSession'));
  must(await vault.call('lock'));
  await vault.end();
  return { storeId, vaultId };
};

const enter = async (page: Page, app: string): Promise<User> => {
  const user = createMouseUser(page);
  await user.open(app);
  await unlockVault(user);
  await user.sees(ja.shell.closeVault);
  return user;
};

test('the reading of a tree finds what is wrong', () => {
  expect(namelessIn('- button "x"\n- button\n- textbox: 3\n- link "y":\n- group:\n  - radio "z" [checked]')).toEqual(['- button', '- textbox: 3']);
  expect(headingFaults('- heading "a" [level=1]\n- heading "b" [level=2]\n- heading "c" [level=2]', 1)).toEqual([]);
  expect(headingFaults('- heading "a" [level=1]\n- heading "b" [level=3]', 1)).toHaveLength(1);
  expect(headingFaults('- heading "b" [level=2]', 1)).toHaveLength(2);
  expect(tableFaults('- table "a":\n  - columnheader "b"\n- table:\n  - cell "c"')).toHaveLength(1);
});

test('from the first screen to the first person', async ({ page, ownApp }) => {
  const app = await ownApp({});
  const user = createMouseUser(page);
  await user.open(app.url);
  await expectTree(page, 'first');
  await user.press('link', ja.first.createDo);
  await user.sees(ja.create.businessTitle);
  await user.press('button', ja.actions.next);
  await expectTree(page, 'create-business-wrong');
  await user.type(ja.business.label, 'やまだ商店');
  await user.choose(begins(ja.business.types.sole, ja.business.typeHints.sole));
  await user.choose(ja.business.yes);
  await user.press('button', ja.actions.next);
  await expectTree(page, 'create-owner');
  await user.press('button', ja.actions.back);
  await expectTree(page, 'create-business');
  await user.press('button', ja.actions.next);
  await user.type(ja.create.ownerName, '山田');
  await user.press('button', ja.actions.next);
  await expectTree(page, 'create-password');
  // The button goes with the press: the focus stays where the work is.
  await user.press('button', ja.create.makeWords);
  await user.sees(ja.create.madeWords);
  expect(await page.evaluate(() => document.activeElement?.closest('form') !== null), 'the focus is in the form').toBe(true);
  await user.press('button', ja.actions.back);
  await user.press('button', ja.actions.back);
  await user.type(ja.business.label, '');
  await makeVault(user);
  await user.sees(ja.kit.sheet);
  await expectTree(page, 'kit-sheet');
  const kit = await readKit(user);
  await user.press('button', ja.kit.ready);
  await user.sees(ja.kit.rehearsalTitle);
  await page.locator('.code-boxes input').first().waitFor();
  await expectTree(page, 'kit-rehearsal');
  await rehearse(user, kit);
  await user.sees(ja.create.persistTitle);
  await expectTree(page, 'kit-persist');
  await passPersist(user);
  await user.sees(ja.create.doneTitle);
  await expectTree(page, 'kit-done');
  await user.press('button', ja.create.doneHome);
  await user.sees(ja.home.steps.left(1, 3));
  await expectTree(page, 'home-first-steps');
  await go(page, 'persons');
  await user.sees(ja.persons.emptyTitle);
  await expectTree(page, 'persons-none');
  await go(page, 'register');
  await expectTree(page, 'register');
  for (const kind of PERSON_KINDS) {
    await user.press('button', begins(ja.persons.kinds[kind], ja.register.hints[kind]));
    await expectTree(page, `register-${kind}`);
    await user.press('button', ja.register.otherKind);
  }
  await fillPerson(user, { kind: 'employee', name: '対象 0' });
  await expectTree(page, 'person-enter-number');
  await user.type(ja.numbers.entry.field, seededNumber(0));
  await user.sees(ja.numbers.entry.againHint);
  await user.type(ja.numbers.entry.again, seededNumber(0));
  await expectTree(page, 'person-number-again');
  await user.press('button', ja.numbers.entry.save);
  await user.sees(ja.persons.person.goOn.employee);
  await user.sees(ja.numbers.match);
  await expectTree(page, 'person-number-stored');
  await go(page, 'home');
  await user.sees(ja.home.steps.left(3, 1));
  await lockVault(user);
  await expectTree(page, 'unlock-after-lock');
});

test('screens of an open vault', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { vaultId } = await seedKinds(page, app.url);
  const user = await enter(page, app.url);
  await user.sees(ja.shell.entered);
  await expectTree(page, 'home-just-opened');
  await user.press('button', ja.actions.close);
  const plain = ids.filter((id) => ROUTES[id].access !== 'closed' && !['person', 'edit', 'register', 'diagnosis'].includes(id));
  for (const id of plain) {
    await go(page, id);
    // Labels bear the beginning of the id.
    await expectTree(page, id, [vaultId.slice(0, 8)]);
  }
  await go(page, 'diagnosis');
  await expectSoundTree(page, 'diagnosis');
  await go(page, 'help', helpNoOf('number'));
  await expectTree(page, 'help-topic');
});

test('a person, and every question about one', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await seedKinds(page, app.url);
  const user = await enter(page, app.url);
  await openPerson(user, '対象 0');
  await expectTree(page, 'person');
  await user.press('button', ja.numbers.match);
  await expectTree(page, 'person-match');
  await user.type(ja.numbers.matching.field, seededNumber(1));
  await user.press('button', ja.numbers.matching.do);
  await user.sees(ja.numbers.matching.noMatch);
  await expectTree(page, 'person-no-match');
  await user.press('button', ja.numbers.matching.done);
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
  const user = await enter(page, app.url);
  await go(page, 'import');
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
  await go(page, 'copies');
  await user.press('button', ja.copies.make);
  await user.sees(ja.copies.made);
  await expectTree(page, 'copy-made');
  await user.press('button', ja.copies.save);
  await user.sees(ja.copies.toCheck);
  await expectTree(page, 'copy-to-check');
  await go(page, 'verify');
  await user.press('button', ja.verify.do);
  await user.sees(/切れ目も書きかえもありません/);
  await expectTree(page, 'verified');
  await goTo(user, 'records');
  await expectTree(page, 'records-many');
});

test('screens before the lock, and a vault in trouble', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { storeId } = await seedKinds(page, app.url);
  const user = createMouseUser(page);
  await user.open(app.url);
  await user.sees(ja.unlock.why);
  for (const id of ids.filter((one) => ROUTES[one].access !== 'open' && !['create', 'help', 'diagnosis'].includes(one))) {
    await go(page, id);
    await expectTree(page, `closed-${id}`);
  }
  await go(page, 'unlock');
  await unlockVault(user, 'wrong password here!');
  await user.sees(ja.unlock.wrong);
  await expectTree(page, 'unlock-wrong');
  await page.goto(`${app.url}spec/README.md`);
  await spoilFiles(page, storeId, ['keyring-a', 'keyring-b']);
  await user.open(`${app.url}#/persons`);
  await user.sees(ja.trouble.keyringDamaged);
  await expectTree(page, 'trouble-keyring');
  await page.goto(`${app.url}spec/README.md`);
  await deleteDatabase(page, storeId);
  await removeFolder(page, storeId);
  await user.open(app.url);
  await user.sees(ja.first.lost);
  await expectTree(page, 'first-lost');
});
