import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext } from '@playwright/test';
import { fakeNumber } from '../support/fake-persons.ts';
import { ja } from '../../src/i18n/ja.ts';
import { createMouseUser, fieldOf } from './pages/mouse-user.ts';
import { openPerson } from './pages/persons-page.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { launchPersistent } from './support/engines.ts';
import { distDir, expect, test } from './support/fixtures.ts';
import { killBrowser } from './support/kill-browser.ts';
import { formsOf } from './support/no-number.ts';
import { CONTROL_PAGE, PLANTED, TYPED, plant } from './support/plant.ts';
import { withFolder } from './support/profile.ts';
import { seedVault, seededNumber } from './support/seed.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';
import { scanFolder } from '../support/disk/scan-folder.ts';

const KEPT = seededNumber(0);
const LEFT_STANDING = fakeNumber(6_120_958);
const LATER = fakeNumber(3_902_176);

type Found<Place extends string> = Readonly<Record<Place, readonly string[]>>;

/** Names of the files in which each number lies. */
const filesWith = <Place extends string>(profile: string, numbers: Readonly<Record<Place, string>>, only?: RegExp): Found<Place> => {
  const entries = Object.entries<string>(numbers);
  const { hits } = scanFolder(profile, formsOf(entries.map(([, digits]) => digits)), only);
  const found = entries.map(([place, digits]) => [place, [...new Set(hits.filter(({ form }) => form.startsWith(digits)).map(({ file }) => file))]]);
  return Object.fromEntries(found) as Found<Place>;
};

const SESSION_FILES = /session/i;

/**
 * Repeats an act until the browser has written a session with what it left. A fixed wait is too short on a busy machine, and
 * Firefox hears of no field before its session has started.
 */
const untilInSession = async (profile: string, digits: string, act: () => Promise<unknown>): Promise<void> => {
  await expect(async () => {
    await act();
    await pause(3000);
    expect(filesWith(profile, { digits }, SESSION_FILES).digits).not.toEqual([]);
  }).toPass({ timeout: 90_000 });
};

const close = { closed: (context: BrowserContext) => context.close(), killed: (_: BrowserContext, profile: string) => killBrowser(profile) };

for (const how of ['closed', 'killed'] as const)
  test(`numbers in fields when the browser is ${how} do not reach its disk; planted ones are found`, async ({ ownApp }, info) => {
    test.setTimeout(300_000);
    const app = await ownApp({
      replace: (file) => withVaultPage(distDir)(file) ?? (file === '/proofs-control.html' ? CONTROL_PAGE : undefined),
    });
    await withFolder(async (profile) => {
      const context = await launchPersistent(info.project.name, profile, { keepsSession: true });
      try {
        const control = await context.newPage();
        await control.goto(`${app.url}proofs-control.html`);
        await plant(control);
        const typing = control.locator('#field');
        await untilInSession(profile, TYPED, async () => {
          await typing.fill('');
          await typing.pressSequentially(TYPED);
        });
        const page = await context.newPage();
        await seedVault(page, app.url, 1);
        const user = createMouseUser(page);
        await user.open(app.url);
        await unlockVault(user);
        await openPerson(user, '対象 0');
        // Typed to the last digit, twice, and not stored: it stands in the field when the browser goes.
        await user.press('button', ja.numbers.replace);
        await user.type(ja.numbers.entry.field, LEFT_STANDING);
        await user.type(ja.numbers.entry.again, LEFT_STANDING);
        // A session that knows of something later has been written while the number stood there.
        await untilInSession(profile, LATER, () => control.evaluate((number) => history.replaceState({ number }, ''), LATER));
        expect((await fieldOf(page, ja.numbers.entry.again).inputValue()).replaceAll(/\D/g, '')).toBe(LEFT_STANDING);
        expect(await context.cookies()).toEqual([]);
        await close[how](context, profile);
      } finally {
        await context.close().catch(() => undefined);
      }

      const { KEPT: kept, LEFT_STANDING: leftStanding, ...planted } = filesWith(profile, { KEPT, LEFT_STANDING, ...PLANTED, TYPED });
      expect({ kept, leftStanding }).toEqual({ kept: [], leftStanding: [] });
      expect(Object.entries(planted).filter(([, files]) => files.length === 0)).toEqual([]);
      expect(planted.TYPED).toContainEqual(expect.stringMatching(SESSION_FILES));
    });
  });
