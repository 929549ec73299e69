import type { Page } from '@playwright/test';
import { ja } from '../../src/i18n/ja.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { goTo, openPerson } from './pages/persons-page.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { begins } from './pages/user.ts';
import { distDir, expect, test, watchComplaints, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import { SIZES, axeFindings, expectGoodLook, mainActs, openFields, overflow, untilStill } from './support/look.ts';
import { SCREENS_BEFORE, SCREENS_BEHIND, goToScreen, isNumbered, untilAtDoor } from './support/screens.ts';
import { seedVault, seededNumber } from './support/seed.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';
import { PASSWORD } from './support/vault-page/vault-use.ts';

test.use(WITHOUT_SERVICE_WORKER);

test('the look finds what is wrong', async ({ page, ownApp }) => {
  const app = await ownApp();
  await page.goto(app.url);
  await untilStill(page);
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.style.width = '2000px';
    const acts = [0, 1].map(() => Object.assign(document.createElement('a'), { className: 'button button--primary', href: '#', textContent: 'x' }));
    document.querySelector('main')?.append(field, ...acts);
  });
  expect(await openFields(page)).toHaveLength(1);
  expect(await overflow(page)).toBeGreaterThan(0);
  expect((await mainActs(page)).length).toBeGreaterThan(1);
  expect(await axeFindings(page)).toEqual([expect.stringMatching(/^label: /)]);
});

/** How a browser takes each innermost element whose text holds this number; a field has none. */
const carriers = (page: Page, digits: string) =>
  page.evaluate((number) => {
    const holds = (element: Element): boolean => (element.textContent ?? '').replaceAll(/\D/g, '').includes(number);
    return [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((element) => holds(element) && ![...element.children].some(holds))
      .map((element) => ({
        editable: element.isContentEditable || element.closest('input, textarea') !== null,
        spelled: element.spellcheck,
        translated: element.translate,
      }));
  }, digits);

test('every screen before the lock: fields, axe, console', async ({ page, ownApp }) => {
  test.setTimeout(180_000);
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await seedVault(page, app.url);
  const complaints = await watchComplaints(page);
  const user = createMouseUser(page);
  await user.open(app.url);
  await untilAtDoor(page);
  for (const id of SCREENS_BEFORE) {
    await goToScreen(page, id);
    await expectGoodLook(page, id);
  }
  expect(complaints.all).toEqual([]);
});

test('every screen of an open vault: fields, axe, console', async ({ page, ownApp }) => {
  test.setTimeout(240_000);
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await seedVault(page, app.url, 2);
  const complaints = await watchComplaints(page);
  const user = createMouseUser(page);
  await user.open(app.url);
  await unlockVault(user);
  await user.sees(ja.shell.closeVault);
  for (const id of SCREENS_BEHIND.filter((one) => !isNumbered(one))) {
    await goToScreen(page, id);
    await expectGoodLook(page, id);
  }
  expect(complaints.all).toEqual([]);
});

test('a person in every state of its screen: fields, axe, console', async ({ page, ownApp }) => {
  test.setTimeout(240_000);
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await seedVault(page, app.url, 1);
  const complaints = await watchComplaints(page);
  const user = createMouseUser(page);
  await user.open(app.url);
  await unlockVault(user);
  await openPerson(user, '対象 0');
  await expectGoodLook(page, 'person');
  await user.press('button', ja.numbers.match);
  await expectGoodLook(page, 'person, matching');
  await user.press('button', ja.numbers.matching.done);
  await user.press('button', ja.numbers.replace);
  await expectGoodLook(page, 'person, new number');
  await user.press('button', ja.numbers.entry.cancel);
  await user.press('button', ja.numbers.show);
  await expectGoodLook(page, 'person, reason');
  await user.choose(begins(ja.numbers.reveal.inquiry));
  await user.press('button', ja.numbers.reveal.do);
  await user.sees(/あと\d+秒で消えます/);
  await expectGoodLook(page, 'person, number shown', SIZES.slice(0, 1));
  // Browsers and their helpers send away what can be edited, spelled or translated.
  expect(await carriers(page, seededNumber(0))).toEqual([{ editable: false, spelled: false, translated: false }]);
  await user.press('button', ja.numbers.reveal.hide);
  await user.press('link', ja.persons.person.edit);
  await expectGoodLook(page, 'edit');
  await goTo(user, 'persons');
  await openPerson(user, '対象 0');
  await user.press('button', ja.persons.cancel.open);
  await expectGoodLook(page, 'person, cancelling');
  for (const kind of ['owner', 'employee', 'dependant', 'payee'] as const) {
    await page.reload();
    await unlockVault(user);
    await goToScreen(page, 'register');
    await user.press('button', begins(ja.persons.kinds[kind], ja.register.hints[kind]));
    await expectGoodLook(page, `register, ${kind}`);
  }
  expect(complaints.all).toEqual([]);
});

test('making a vault, step by step: fields, axe, console', async ({ page, ownApp }) => {
  test.setTimeout(180_000);
  const app = await ownApp({});
  const complaints = await watchComplaints(page);
  const user = createMouseUser(page);
  await user.open(app.url);
  await expectGoodLook(page, 'first');
  await user.press('link', ja.first.createDo);
  await expectGoodLook(page, 'business');
  await user.type(ja.business.label, 'x');
  await user.choose(begins(ja.business.types.sole, ja.business.typeHints.sole));
  await user.choose(ja.business.yes);
  await user.press('button', ja.actions.next);
  await expectGoodLook(page, 'owner');
  await user.type(ja.create.ownerName, 'y');
  await user.press('button', ja.actions.next);
  await user.press('button', ja.create.makeWords);
  await user.press('button', ja.create.useWords);
  await expectGoodLook(page, 'password');
  await user.type(ja.create.password, PASSWORD);
  await user.type(ja.create.again, PASSWORD);
  await user.press('button', ja.create.make);
  await user.sees(ja.kit.sheet);
  await expectGoodLook(page, 'kit');
  await user.press('button', ja.kit.ready);
  await user.sees(ja.kit.rehearsalTitle);
  await expectGoodLook(page, 'rehearsal');
  expect(complaints.all).toEqual([]);
});
