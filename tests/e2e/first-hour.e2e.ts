import type { Page, TestInfo } from '@playwright/test';
import { ja } from '../../src/i18n/ja.ts';
import { fakeNumber } from '../support/fake-persons.ts';
import { makeCopy } from './pages/copies-page.ts';
import { createCountingUser } from './pages/counting-user.ts';
import type { CountingUser } from './pages/counting-user.ts';
import { createVault, keepKit, makeVault, passPersist, readKit } from './pages/create-page.ts';
import { SAMPLE_NUMBERS, SAMPLE_PERSONS, importSamples } from './pages/import-page.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { enterNumber } from './pages/numbers-page.ts';
import { fillPerson, goTo, openPerson } from './pages/persons-page.ts';
import { unlockVault } from './pages/unlock-page.ts';
import type { User } from './pages/user.ts';
import { around, begins, field } from './pages/user.ts';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import type { Acts } from './support/keystroke-level.ts';
import { LABEL, OWNER, PASSWORD } from './support/vault-page/vault-use.ts';

test.use(WITHOUT_SERVICE_WORKER);

// From the first screen to a vault that can be relied on, counted act by act.

/** Ten people and how their names are typed: letters, ␣ to convert, ⏎ to take it. */
const PEOPLE = [
  ['山田 太郎', 'yamada␣⏎ tarou␣⏎'],
  ['佐藤 一郎', 'satou␣⏎ itirou␣⏎'],
  ['鈴木 花子', 'suzuki␣⏎ hanako␣⏎'],
  ['高橋 美咲', 'takahasi␣⏎ misaki␣⏎'],
  ['田中 実', 'tanaka␣⏎ minoru␣⏎'],
  ['伊藤 健', 'itou␣⏎ ken␣⏎'],
  ['渡辺 直美', 'watanabe␣⏎ naomi␣⏎'],
  ['山本 陽子', 'yamamoto␣⏎ youko␣⏎'],
  ['中村 誠', 'nakamura␣⏎ makoto␣⏎'],
  ['小林 恵', 'kobayasi␣⏎ megumi␣⏎'],
] as const;

const STROKES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(PEOPLE),
  [LABEL]: 'yamada⏎syouten␣⏎',
  [OWNER]: 'yamada␣⏎',
  平成14年2月20日: 'heisei␣⏎14nen␣⏎2gatu␣⏎20niti␣⏎',
};

const TEN_MINUTES = 600;

/** Without the browser's own dialog, which no test can drive: the file is downloaded, and chosen again to be read back. */
const open = async (page: Page, url: string): Promise<CountingUser> => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const user = createCountingUser(page, STROKES);
  await user.open(url);
  return user;
};

const copy = (page: Page, user: CountingUser, info: TestInfo): Promise<string> =>
  makeCopy(user, async (_ending, act) => {
    const [download] = await Promise.all([page.waitForEvent('download'), act()]);
    user.inChooser(1);
    const file = info.outputPath(download.suggestedFilename());
    await download.saveAs(file);
    return file;
  });

/** At most so many: README.md names them. Fewer are welcome there. */
const report = (info: TestInfo, { counted }: CountingUser, most: Pick<Acts, 'clicks' | 'keys'>): void => {
  for (const [who, tally] of Object.entries({ mouse: counted.byMouse, keys: counted.byKeys })) {
    const { keys, clicks, homings, thoughts } = tally.acts();
    const minutes = (tally.seconds() / 60).toFixed(1);
    info.annotations.push({ type: who, description: `${clicks} clicks, ${keys} keys, ${homings} homings, ${thoughts} thoughts: ${minutes} min` });
  }
  info.annotations.push({ type: 'waited', description: `${Math.round(counted.waited() / 1000)} s` });
  const { clicks, keys } = counted.byMouse.acts();
  expect(clicks).toBeLessThanOrEqual(most.clicks);
  expect(keys).toBeLessThanOrEqual(most.keys);
  expect(counted.byMouse.seconds()).toBeLessThan(TEN_MINUTES);
};

test('by hand: a vault, its sheet, ten people with numbers, a copy', async ({ page, app }, info) => {
  test.setTimeout(180_000);
  const user = await open(page, app.url);
  await createVault(user);
  await user.press('button', ja.create.doneNext);
  for (const [no, [name]] of PEOPLE.entries()) {
    if (no < 2) await fillPerson(user, { kind: no === 0 ? 'owner' : 'employee', name });
    else {
      await user.type(field(ja.register.name, ja.shell.optional), name);
      await user.press('button', ja.register.save);
      await user.sees(ja.persons.person.arrived.registered);
    }
    await enterNumber(user, fakeNumber(7_000_001 + no * 13));
    if (no < PEOPLE.length - 1) await user.press('button', ja.persons.person.goOn[no === 0 ? 'owner' : 'employee']);
  }
  await copy(page, user, info);
  await user.sees(ja.home.steps.finished);
  await goTo(user, 'home');
  await user.sees(around(`対象者${PEOPLE.length}人`, `番号${ja.home.state.kept(PEOPLE.length)}`));
  report(info, user, { clicks: 51, keys: 496 });
});

test('from lists: a vault, its sheet, three lists with their doubts, a copy', async ({ page, app }, info) => {
  test.setTimeout(180_000);
  const user = await open(page, app.url);
  await createVault(user);
  await user.press('button', ja.create.doneImport);
  await importSamples(user);
  await copy(page, user, info);
  await user.sees(ja.home.steps.finished);
  await goTo(user, 'home');
  await user.sees(around(`対象者${SAMPLE_PERSONS}人`, `番号${ja.home.state.kept(SAMPLE_NUMBERS)}`));
  report(info, user, { clicks: 37, keys: 131 });
});

test('left in the middle: each time it goes on at the step that was left, and says so', async ({ context, app }) => {
  test.setTimeout(120_000);
  const { register, create, shell, home } = ja;
  // The hardest way to go: the tab is closed, and nothing is asked.
  let page: Page | null = null;
  const comeBack = async (address: string): Promise<User> => {
    await page?.close();
    page = await context.newPage();
    const user = createMouseUser(page);
    await user.open(app.url + address);
    return user;
  };
  const name = field(register.name, shell.optional);

  let user = await comeBack('#/create');
  await user.sees(create.nothingKept);
  await user.sees(shell.stepOf(1, 6));
  await user.type(ja.business.label, LABEL);
  user = await comeBack('#/create');
  await user.sees(shell.stepOf(1, 6));
  expect(await user.text()).not.toContain(LABEL);
  await makeVault(user);
  await user.sees(shell.stepOf(4, 6));
  await readKit(user);

  await test.step('before the sheet was checked: a new one, for nobody knows the code', async () => {
    user = await comeBack('');
    await unlockVault(user);
    await user.sees(home.steps.left(0, 4));
    await user.sees(home.todo.remakeWhy);
    await user.press('link', home.todo.remakeDo);
    await user.type(ja.kit.askPassword, PASSWORD);
    await user.press('button', ja.kit.renewDo);
    await keepKit(user);
    await passPersist(user);
    await goTo(user, 'home');
    await user.sees(home.steps.left(1, 3));
  });

  await test.step('with a person half typed: the name is there again, and nobody is registered', async () => {
    await user.press('link', home.todo.firstPersonDo);
    await user.sees(home.steps.next(home.steps.person));
    await user.press('button', begins(ja.persons.kinds.employee, register.hints.employee));
    await user.type(name, '鈴木 花子');
    await expect.poll(() => draftsOn(page)).toBe(1);
    user = await comeBack('');
    await unlockVault(user);
    await user.sees(home.steps.left(1, 3));
    await user.sees(shell.draft);
    // It is said whose it is, before it goes.
    await user.press('button', shell.draftDrop);
    await user.sees(shell.draftDropTitle('鈴木 花子'));
    await user.press('button', shell.draftDropStay);
    // Once more, without having looked at it.
    user = await comeBack('');
    await unlockVault(user);
    await user.press('link', shell.draftDo);
    await user.sees(register.resumed);
    expect(await page?.getByLabel(register.name).inputValue()).toBe('鈴木 花子');
    await user.press('button', register.save);
    await user.sees(ja.persons.person.arrived.registered);
    await expect.poll(() => draftsOn(page)).toBe(0);
  });

  await test.step('with a number half typed: it is gone, the person is there', async () => {
    await user.type(ja.numbers.entry.field, '90000');
    user = await comeBack('');
    await unlockVault(user);
    await user.sees(home.steps.left(2, 2));
    expect(await user.text()).not.toContain(shell.draft);
    await goTo(user, 'persons');
    await user.sees('鈴木 花子');
    await user.sees(home.steps.next(home.steps.number));
  });

  await test.step('with a change half typed: it waits for the one it is about, and stands in no form of another', async () => {
    await user.press('link', ja.persons.add);
    await fillPerson(user, { kind: 'employee', name: '伊藤 健' });
    await openPerson(user, '鈴木');
    await user.press('link', ja.persons.person.edit);
    await user.type(name, '佐藤 花子');
    await expect.poll(() => draftsOn(page)).toBe(1);
    user = await comeBack('');
    await unlockVault(user);
    await user.sees(shell.draft);
    await openPerson(user, '伊藤');
    await user.press('link', ja.persons.person.edit);
    await expect.poll(() => page?.getByLabel(register.name).inputValue()).toBe('伊藤 健');
    await goTo(user, 'home');
    await user.press('link', shell.draftDo);
    await user.sees(register.editOf('鈴木 花子'));
    expect(await page?.getByLabel(register.name).inputValue()).toBe('佐藤 花子');
  });
});

/** Sealed drafts in the vault's database. */
const draftsOn = async (page: Page | null): Promise<number> =>
  (await page?.evaluate(async () => {
    const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith('kinko-') === true && name !== 'kinko-keyrings');
    const opening = indexedDB.open(found?.name ?? '');
    const database = await new Promise<IDBDatabase>((resolve) => opening.addEventListener('success', () => resolve(opening.result)));
    const asking = database.transaction('pages').objectStore('pages').getAllKeys();
    const keys = await new Promise<IDBValidKey[]>((resolve) => asking.addEventListener('success', () => resolve(asking.result)));
    database.close();
    return keys.filter((key) => Array.isArray(key) && key[1] === 'draft').length;
  })) ?? 0;
