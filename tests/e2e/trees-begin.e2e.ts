import { PERSON_KINDS } from '../../src/core/domain/person/person-kind.ts';
import { ja } from '../../src/i18n/ja.ts';
import { makeVault, passPersist, readKit, rehearse } from './pages/create-page.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { fillPerson } from './pages/persons-page.ts';
import { lockVault } from './pages/unlock-page.ts';
import { begins } from './pages/user.ts';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import { seededNumber } from './support/seed.ts';
import { goToScreen } from './support/screens.ts';
import { expectTree } from './support/tree.ts';

test.use(WITHOUT_SERVICE_WORKER);

// The first hour as a screen reader has it, see trees.e2e.ts.

test.describe.configure({ timeout: 120_000 });

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
  await goToScreen(page, 'persons');
  await user.sees(ja.persons.emptyTitle);
  await expectTree(page, 'persons-none');
  await goToScreen(page, 'printPersons');
  await user.sees(ja.persons.emptyTitle);
  await expectTree(page, 'printPersons-none');
  await goToScreen(page, 'register');
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
  await goToScreen(page, 'home');
  await user.sees(ja.home.steps.left(3, 1));
  await lockVault(user);
  await expectTree(page, 'unlock-after-lock');
});
