import type { BrowserContext, Page } from '@playwright/test';
import { fakeNumber } from '../support/fake-persons.ts';
import { ja } from '../../src/i18n/ja.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { openPerson } from './pages/persons-page.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { launchPersistent } from './support/engines.ts';
import { distDir, expect, test } from './support/fixtures.ts';
import { killBrowser } from './support/kill-browser.ts';
import { formsOf } from './support/no-number.ts';
import { withFolder } from './support/profile.ts';
import { seedVault, seededNumber } from './support/seed.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';
import { scanFolder } from '../support/disk/scan-folder.ts';

const KEPT = seededNumber(0);
const LEFT_STANDING = fakeNumber(6_120_958);
const PLANTED = { field: fakeNumber(7_293_064), database: fakeNumber(1_849_365), storage: fakeNumber(4_075_832) };

/** A page without the app's care: a field that says nothing, a database and a storage in clear. */
const CONTROL = `<!doctype html><meta charset="utf-8" /><title>control</title><form><input id="field" /></form>`;

const plant = async (page: Page, app: string): Promise<void> => {
  await page.goto(`${app}proofs-control.html`);
  await page.locator('#field').pressSequentially(PLANTED.field);
  await page.evaluate(
    async ({ database, storage }) => {
      localStorage.setItem('control', storage);
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('control', 1);
        request.addEventListener('upgradeneeded', () => request.result.createObjectStore('numbers'));
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('control')));
      });
      await new Promise((resolve) => {
        const transaction = opened.transaction('numbers', 'readwrite', { durability: 'strict' });
        transaction.objectStore('numbers').put({ number: database }, 1);
        transaction.addEventListener('complete', resolve);
      });
    },
    PLANTED,
  );
};

const close = { closed: (context: BrowserContext) => context.close(), killed: (_: BrowserContext, profile: string) => killBrowser(profile) };

for (const how of ['closed', 'killed'] as const)
  test(`numbers in fields when the browser is ${how} do not reach its disk; planted ones are found`, async ({ ownApp }, info) => {
    test.setTimeout(120_000);
    const app = await ownApp({
      replace: (file) => withVaultPage(distDir)(file) ?? (file === '/proofs-control.html' ? CONTROL : undefined),
    });
    await withFolder(async (profile) => {
      const context = await launchPersistent(info.project.name, profile, { keepsSession: true });
      const control = await context.newPage();
      await plant(control, app.url);
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
      await page.waitForTimeout(2000);
      await close[how](context, profile);
      const hitsOf = (digits: string): readonly string[] => scanFolder(profile, formsOf([digits])).hits.map(({ file }) => file);
      expect(hitsOf(KEPT)).toEqual([]);
      expect(hitsOf(LEFT_STANDING)).toEqual([]);
      expect(hitsOf(PLANTED.field)).toContainEqual(expect.stringMatching(/session/i));
      expect(hitsOf(PLANTED.database).length).toBeGreaterThan(0);
      expect(hitsOf(PLANTED.storage).length).toBeGreaterThan(0);
    });
  });
