import type { Page } from '@playwright/test';
import { ja } from '../../src/i18n/ja.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { goTo } from './pages/persons-page.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { expect, distDir, test, watchComplaints } from './support/fixtures.ts';
import { expectGoodState } from './support/look.ts';
import { untilKept } from './support/offline.ts';
import { seedVault, seededNumber } from './support/seed.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';
import { LABEL, OWNER } from './support/vault-page/vault-use.ts';

const { checks } = ja;
const report = (page: Page) => page.getByRole('region', { name: checks.report.preview });
/** Words of the row of one check. */
const row = (page: Page, title: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: title, exact: true }) });

/** What the page would put on the clipboard: a browser under test may refuse its own. */
const catchCopies = async (page: Page, refuses: boolean): Promise<void> => {
  await page.addInitScript((isRefused) => {
    const kept: string[] = [];
    Object.defineProperty(window, '__copies', { value: kept });
    Object.defineProperty(Navigator.prototype, 'clipboard', {
      get: () => ({
        writeText: (text: string) => {
          if (isRefused) return Promise.reject(new DOMException('no', 'NotAllowedError'));
          kept.push(text);
          return Promise.resolve();
        },
      }),
    });
  }, refuses);
};
const copies = (page: Page): Promise<readonly string[]> => page.evaluate(() => Reflect.get(window, '__copies') as readonly string[]);

test('before and after the lock: every part of this browser is tried, and the report names nobody', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { storeId } = await seedVault(page, app.url);
  const complaints = await watchComplaints(page);
  await catchCopies(page, false);
  const user = createMouseUser(page);
  await user.open(app.url);
  await untilKept(page);
  await page.goto(`${app.url}#/diagnosis`);
  await expect(report(page)).toBeVisible();
  for (const id of ['files', 'database', 'seals', 'keys', 'kdf', 'locks', 'window', 'offline'] as const)
    await expect(row(page, checks.items[id].title), id).toContainText(checks.states.good);
  await user.sees(checks.locked);
  await user.sees(ja.wall.unlock.title);
  await expect(row(page, checks.items.copy.title)).toHaveCount(0);

  await page.goto(app.url);
  await unlockVault(user);
  await goTo(user, 'settings');
  await user.press('link', ja.settings.diagnosisDo);
  await expect(report(page)).toBeVisible();
  await expect(row(page, checks.items.copy.title)).toContainText(checks.states.bad);
  await expect(row(page, checks.items.record.title)).toContainText(checks.items.record.says.never);
  const shown = await report(page).innerText();
  await page.setViewportSize({ width: 820, height: 1180 });
  await user.press('button', checks.report.copy);
  await user.sees(checks.report.copied);
  expect(await copies(page)).toEqual([shown]);
  for (const word of [LABEL, OWNER, '対象', storeId, seededNumber(0).slice(4)]) expect(shown).not.toContain(word);
  expect(shown).not.toMatch(/\d{12}/);
  // Nothing of the trial lies about.
  expect((await page.evaluate(() => indexedDB.databases())).map(({ name }) => name)).toEqual([`kinko-${storeId}`]);

  await user.press('link', checks.wayOf(checks.ways.verify, checks.items.record.title));
  await user.press('button', ja.verify.do);
  await user.sees(/抜けも書きかえもありません/);
  await page.goBack();
  await expect(row(page, checks.items.record.title)).toContainText(checks.states.good);
  expect(complaints.all).toEqual([]);
});

test('a file that is not kept, a part that is missing, a question nobody answers: none of them is called good', async ({ page, ownApp }) => {
  const app = await ownApp();
  await catchCopies(page, true);
  await page.addInitScript(() => {
    StorageManager.prototype.estimate = () => Promise.reject(new Error('no'));
    StorageManager.prototype.persisted = () => Promise.resolve(false);
  });
  const user = createMouseUser(page);
  await user.open(app.url);
  await untilKept(page);
  const taken = await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys())[0] ?? '');
    const one = (await cache.keys()).find(({ url }) => url.includes('.webp'));
    return one !== undefined && (await cache.delete(one));
  });
  expect(taken).toBe(true);
  await page.goto(`${app.url}#/diagnosis`);
  // Where no vault is, none is locked.
  await user.sees(ja.wall.none.title);
  await expect(row(page, checks.items.offline.title)).toContainText('のうち1個がありません');
  await expect(row(page, checks.items.offline.title)).toContainText(checks.states.warn);
  await expect(row(page, checks.items.space.title)).toContainText(checks.states.unknown);
  await expect(report(page)).toBeVisible();
  const shown = await report(page).innerText();
  expect(shown).toContain('space=unanswered');

  // The clipboard refuses: the same text, all of it chosen.
  await user.press('button', checks.report.copy);
  await user.sees(checks.report.refused);
  const field = page.getByRole('textbox', { name: checks.report.preview });
  await expect(field).toBeFocused();
  expect(await field.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))).toBe(shown);
  await expectGoodState(page, 'diagnosis, not copied');

  // On a phone a sentence has the whole width of its card, whatever stands beside the title.
  await page.setViewportSize({ width: 390, height: 844 });
  expect((await row(page, checks.items.space.title).locator('p').boundingBox())?.width).toBeGreaterThan(280);

  // Problems stand above what is well, in the order of the screen.
  const states = await page.locator('main .chip').allInnerTexts();
  const problems = states.filter((state) => state === checks.states.warn).length;
  expect(problems).toBeGreaterThanOrEqual(2);
  await page.evaluate(() => {
    StorageManager.prototype.persist = () => Promise.resolve(true);
    StorageManager.prototype.persisted = () => Promise.resolve(true);
  });
  await user.press('button', checks.wayOf(checks.ways.persist, checks.items.kept.title));
  await expect(row(page, checks.items.kept.title)).toContainText(checks.items.kept.says.granted);
});
