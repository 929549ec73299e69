import type { Page } from '@playwright/test';
import { ja } from '../../src/i18n/ja.ts';
import { system } from '../../src/i18n/ja/system.ts';
import { createKeyboardUser, pressAbove, walkStops, watchPointers } from './pages/keyboard-user.ts';
import type { ScreenOfRail } from './pages/persons-page.ts';
import { inRail } from './pages/persons-page.ts';
import { unlockVault } from './pages/unlock-page.ts';
import type { User } from './pages/user.ts';
import { countPrints, expectPrints } from './support/count-prints.ts';
import { openDialog } from './support/dialogs.ts';
import { isFirefox } from './support/engines.ts';
import { distDir, expect, test, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import { seedVault } from './support/seed.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';
import { PASSWORD } from './support/vault-page/vault-use.ts';

test.use(WITHOUT_SERVICE_WORKER);

// Many keys in a row, on a machine that may be busy.
test.describe.configure({ timeout: 180_000 });

const HELP = ja.titles.help;
const { prints, checkpoints } = ja;

interface PrintOut {
  readonly from: ScreenOfRail;
  readonly link: string;
  readonly title: string;
  /** What Tab stops at, in this order. */
  readonly stops: readonly string[];
  readonly back: string;
}

const below = (sheet: string): string => `${prints.below} ${sheet}`;

const PRINT_OUTS: readonly PrintOut[] = [
  {
    from: 'persons',
    link: ja.actions.print,
    title: prints.persons.title,
    stops: [HELP, prints.print, prints.persons.back, below(prints.persons.sheet)],
    back: prints.persons.back,
  },
  {
    from: 'records',
    link: ja.actions.print,
    title: prints.record.title,
    stops: [HELP, prints.print, prints.record.back, below(prints.record.sheet), 'note'],
    back: prints.record.back,
  },
  {
    from: 'records',
    link: ja.records.checkpoint,
    title: checkpoints.title,
    stops: [HELP, prints.print, checkpoints.save, checkpoints.copy, checkpoints.back, 'note'],
    back: checkpoints.back,
  },
  {
    from: 'copies',
    link: ja.copies.labelDo,
    title: prints.label.title,
    stops: [HELP, prints.label.copy, `${prints.label.contact}${ja.shell.optional}`, prints.print, prints.label.back, prints.label.sheet],
    back: prints.label.back,
  },
  { from: 'settings', link: ja.settings.systemDo, title: system.title, stops: [HELP, prints.print, system.back], back: system.back },
];

/** The text of a checkpoint is another one each time, and what a closed list offers is none of its name. */
const named = (stops: readonly string[]): readonly string[] =>
  stops.map((stop) => (stop.startsWith('kinko/') ? 'note' : stop.replaceAll(/\s/g, '')));

const expectAtHeading = (page: Page, title: string): Promise<void> => expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();

/** A screen of the rail has come up, and begins at its heading. */
const expectAtScreen = async (page: Page, id: ScreenOfRail): Promise<void> => {
  await expect(page).toHaveTitle(`${ja.titles[id]} - ${ja.shell.app}`);
  await expect(page.locator('main h1')).toBeFocused();
};

const expectAtButton = (page: Page, name: string): Promise<void> => expect(page.getByRole('button', { name, exact: true })).toBeFocused();

/** With the vault open, and told of every touch of a mouse. */
const enter = async (page: Page, app: string): Promise<{ readonly user: User; readonly recoveryCode: string; readonly pointers: readonly string[] }> => {
  const { recoveryCode } = await seedVault(page, app, 2);
  const pointers = await watchPointers(page);
  await countPrints(page);
  const user = createKeyboardUser(page);
  await user.open(app);
  await unlockVault(user);
  await user.sees(ja.shell.closeVault);
  return { user, recoveryCode, pointers };
};

test('every print-out by keyboard alone: order of the stops, help, printing, back', async ({ page, ownApp }, info) => {
  test.skip(isFirefox(info.project.name), 'the stops are those of Chromium');
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { user, pointers } = await enter(page, app.url);
  for (const [at, one] of PRINT_OUTS.entries()) {
    if (PRINT_OUTS[at - 1]?.from !== one.from) await pressAbove(page, inRail(one.from));
    await expectAtScreen(page, one.from);
    await user.press('link', one.link);
    await expectAtHeading(page, one.title);
    await user.sees(prints.recorded);
    const stops = await walkStops(page, async (name) => {
      if (name !== HELP && name !== prints.print) return false;
      if (name === HELP) {
        await page.keyboard.press('Enter');
        await expect(openDialog(page)).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(openDialog(page)).toHaveCount(0);
      } else {
        await page.keyboard.press('Space');
        await expectPrints(page, at + 1);
        await user.sees(prints.recorded);
      }
      return true;
    });
    expect(named(stops), one.title).toEqual(named(one.stops));
    await pressAbove(page, one.back);
    await expectAtScreen(page, one.from);
  }
  expect(pointers).toEqual([]);
});

test('the recovery sheet by keyboard alone: a year later typed in whole, then made anew and printed', async ({ page, ownApp }, info) => {
  test.skip(isFirefox(info.project.name), 'the stops are those of Chromium');
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { user, recoveryCode, pointers } = await enter(page, app.url);
  const { yearly } = ja.kit;
  await pressAbove(page, inRail('settings'));
  await user.press('link', ja.settings.rehearseDo);
  await expectAtHeading(page, yearly.title);
  const groups = recoveryCode.split('-');
  const places = groups.map((_, group) => ja.kit.group(group + 1));
  expect(named(await walkStops(page))).toEqual(named([HELP, ...places, yearly.do, yearly.lost]));
  // A group that is full hands on to the next. The third is mistyped: Enter leads back to its box.
  const third = groups[2] ?? '';
  const mistyped = groups.map((group, at) => (at === 2 ? `${third.startsWith('2') ? '3' : '2'}${third.slice(1)}` : group));
  await user.type(ja.kit.group(1), mistyped.join(''));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: ja.kit.group(3) })).toBeFocused();
  await user.sees(ja.unlock.codeShort(1));
  await user.type(ja.kit.group(3), third);
  await user.sees(ja.unlock.codeGood);
  await page.keyboard.press('Enter');
  await expectAtHeading(page, yearly.doneTitle);
  await user.press('link', yearly.doneDo);
  await expectAtScreen(page, 'home');

  await pressAbove(page, inRail('settings'));
  await user.press('link', ja.settings.kitDo);
  await user.type(ja.kit.askPassword, PASSWORD);
  await page.keyboard.press('Enter');
  await expectAtHeading(page, ja.kit.title);
  const stops = await walkStops(page, async (name) => {
    if (name !== ja.kit.print) return false;
    await page.keyboard.press('Space');
    await expectPrints(page, 1);
    await expect(page.getByRole('button', { name, exact: true })).not.toHaveAttribute('aria-busy');
    return true;
  });
  expect(named(stops)).toEqual(named([HELP, ja.kit.print, ja.kit.ready, ja.kit.later]));
  await page.keyboard.press('Shift+Tab');
  await expectAtButton(page, ja.kit.later);
  await page.keyboard.press('Enter');
  await expectAtScreen(page, 'home');
  expect(pointers).toEqual([]);
});
