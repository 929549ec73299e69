import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { ja } from '../../src/i18n/ja.ts';
import { VERSIONS } from '../../src/i18n/versions.ts';
import { SAMPLES } from './pages/import-page.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { goTo } from './pages/persons-page.ts';
import { unlockVault } from './pages/unlock-page.ts';
import type { User } from './pages/user.ts';
import { isWalkedIn, ONE_ENGINE } from './support/engines.ts';
import { distDir, expect, test as base } from './support/fixtures.ts';
import { buildNewer, NEWER } from './support/newer-build.ts';
import { seedVault } from './support/seed.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';
import { LABEL } from './support/vault-page/vault-use.ts';

/** Two builds, served one after the other at one address: what the earlier has and the newer has not is gone. */
interface Host {
  readonly url: string;
  /** `deaf`: the newer version does not hear the first time it is told to take over. */
  readonly update: (options?: { readonly deaf: boolean }) => void;
}

const DEAF = `let deaf = true;
self.addEventListener('message', (event) => {
  if (!deaf || event.data?.type !== 'SKIP_WAITING') return;
  deaf = false;
  event.stopImmediatePropagation();
});
`;

const test = base.extend<{ host: Host }, { newer: string }>({
  // Playwright reads the names of a fixture's needs out of the pattern, so an empty one must stand.
  newer: [async ({}, use) => use(await buildNewer()), { scope: 'worker', timeout: 300_000 }],
  host: async ({ newer, ownApp }, use) => {
    let dir = distDir;
    let isDeaf = false;
    const vaultPage = withVaultPage(distDir);
    const replace = (file: string): string | undefined =>
      isDeaf && file === '/sw.js' ? DEAF + readFileSync(path.join(newer, 'sw.js'), 'utf8') : vaultPage(file);
    const { url } = await ownApp({ dir: () => dir, replace });
    await use({
      url,
      update: ({ deaf } = { deaf: false }) => {
        dir = newer;
        isDeaf = deaf;
      },
    });
  },
});

const running = VERSIONS[0].version;

const checkForUpdate = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });

/** The page as it was loaded: what a reload takes away. */
const mark = (page: Page): Promise<void> => page.evaluate(() => document.documentElement.classList.add('old-page'));
const isOld = (page: Page, old: boolean): Promise<void> => expect(page.locator('.old-page')).toHaveCount(old ? 1 : 0, { timeout: 30_000 });

/** Opens the app under its service worker. */
const openKept = async (user: User, page: Page, url: string): Promise<void> => {
  await user.open(url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await user.reload();
};

interface TwoTabs {
  readonly first: User;
  readonly second: User;
  /** Page of the second. */
  readonly other: Page;
}

/** Two tabs of one vault: closed in the first, and open in the second, where something is typed and not saved. */
const typeInOther = async (page: Page, context: BrowserContext, host: Host): Promise<TwoTabs> => {
  await seedVault(page, host.url);
  const first = createMouseUser(page);
  await openKept(first, page, host.url);
  const other = await context.newPage();
  const second = createMouseUser(other);
  await second.open(host.url);
  await unlockVault(second);
  await goTo(second, 'settings');
  await second.type(ja.business.label, 'typed here');
  return { first, second, other };
};

// The first visit runs beside its service worker, every later one under it: there the newer version has to be asked, and once is not always enough.
for (const visit of ['first', 'later'] as const) {
  test(`a newer version says what it changes, waits for the button and for unsaved input, and locks before it takes over: ${visit} visit`, async ({ page, host }) => {
    await seedVault(page, host.url);
    const user = createMouseUser(page);
    await user.open(host.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    if (visit === 'later') await user.reload();
    await unlockVault(user);
    await goTo(user, 'settings');
    await user.sees(ja.settings.offlineReady);
    await expect(page.getByText(new RegExp(`^${running}（[0-9a-f]{12}）$`))).toBeVisible();
    await mark(page);

    host.update({ deaf: visit === 'later' });
    await checkForUpdate(page);
    await user.sees(ja.shell.update);
    await user.sees(ja.shell.updateVersion(NEWER.version, running));
    const lines = page.locator('.update-changes li');
    await expect(lines.filter({ visible: true })).toHaveText(NEWER.ja.slice(0, 3));
    await page.getByText(ja.shell.updateMore(2)).click();
    await expect(lines.filter({ visible: true })).toHaveText(NEWER.ja);
    // Words of another program are text.
    await expect(page.locator('.update-changes b')).toHaveCount(0);

    // Put off, it is offered in the settings still.
    await user.press('button', ja.actions.later);
    await expect(page.locator('.bands').getByText(ja.shell.update)).toHaveCount(0);
    await expect(page.getByRole('region', { name: ja.settings.about }).getByText(ja.shell.updateVersion(NEWER.version, running))).toBeVisible();

    await user.type(ja.business.label, 'unsaved');
    await user.press('button', ja.shell.updateDo);
    await user.sees(ja.shell.endWhy);
    await user.press('button', ja.shell.leaveStay);
    await expect(page.getByLabel(ja.business.label)).toHaveValue('unsaved');
    await isOld(page, true);

    await user.press('button', ja.shell.updateDo);
    await user.press('button', ja.shell.endGo);
    await isOld(page, false);
    await unlockVault(user);
    await user.sees(ja.shell.closeVault);
    await expect(page.getByText(ja.shell.update)).toHaveCount(0);
    await goTo(user, 'settings');
    await expect(page.getByText(new RegExp(`^${NEWER.version}（[0-9a-f]{12}）$`))).toBeVisible();
  });
}

test('an import that is being decided is not lost: the newer version waits for its end', async ({ page, host }, info) => {
  test.skip(!isWalkedIn(info.project.name), ONE_ENGINE);
  await seedVault(page, host.url);
  const user = createMouseUser(page);
  await openKept(user, page, host.url);
  await unlockVault(user);
  await user.sees(ja.shell.closeVault);
  await page.evaluate(() => {
    location.hash = '#/import';
  });
  await user.hand(ja.imports.choose, SAMPLES);
  await user.sees(ja.imports.preview.title(7));
  await mark(page);
  host.update();
  await checkForUpdate(page);
  await user.press('button', ja.shell.updateDo);
  await user.sees(ja.shell.updateHindrances.unfinished);
  await user.sees(ja.imports.preview.title(7));
  await isOld(page, true);
});

test('another tab with unsaved input is not run over: it is asked first, and never reloaded', async ({ page, context, host }, info) => {
  test.skip(!isWalkedIn(info.project.name), ONE_ENGINE);
  const { first, second, other } = await typeInOther(page, context, host);
  for (const one of [page, other]) await mark(one);

  host.update();
  await checkForUpdate(page);
  await first.press('button', ja.shell.updateDo);
  await first.sees(ja.shell.updateHindrances.otherTab);
  await isOld(page, true);
  await expect(other.getByLabel(ja.business.label)).toHaveValue('typed here');

  await second.press('button', ja.actions.save);
  await second.sees(ja.settings.saved);
  await first.press('button', ja.shell.updateDo);
  await isOld(page, false);
  // The vault stays open in the other tab, which works on although the files it came from are gone, and says that it is the old one.
  await second.sees(ja.shell.updateVersion(NEWER.version, running));
  await second.type(ja.business.label, LABEL);
  await second.press('button', ja.actions.save);
  await second.sees(ja.settings.saved);
  await isOld(other, true);
  await second.press('button', ja.shell.updateDo);
  await isOld(other, false);
  await unlockVault(second);
  await second.sees(ja.shell.closeVault);
});

test('a recovery code half typed, before any vault is open, is asked about here and waited for from another tab', async ({ page, context, host }, info) => {
  test.skip(!isWalkedIn(info.project.name), ONE_ENGINE);
  await seedVault(page, host.url);
  const first = createMouseUser(page);
  await openKept(first, page, host.url);
  await first.press('link', ja.unlock.forgotten);
  const group = page.getByLabel(ja.kit.group(1), { exact: true });
  await first.type(ja.kit.group(1), 'AB');
  const other = await context.newPage();
  const second = createMouseUser(other);
  await second.open(host.url);
  for (const one of [page, other]) await mark(one);

  host.update();
  await checkForUpdate(page);
  await second.press('button', ja.shell.updateDo);
  await second.sees(ja.shell.updateHindrances.otherTab);
  await isOld(other, true);
  await first.press('button', ja.shell.updateDo);
  await first.sees(ja.shell.renewWhy);
  await first.press('button', ja.shell.leaveStay);
  await expect(group).toHaveValue('AB');
  await isOld(page, true);

  await first.press('button', ja.shell.updateDo);
  await first.press('button', ja.shell.renewGo);
  await isOld(page, false);
});

test('a tab that asks nobody takes nothing from another: what is typed there stays, and is saved', async ({ page, context, host }, info) => {
  test.skip(!isWalkedIn(info.project.name), ONE_ENGINE);
  const { first, second, other } = await typeInOther(page, context, host);
  await mark(other);

  host.update();
  await checkForUpdate(page);
  await first.sees(ja.shell.update);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
  });
  await expect.poll(() => other.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting === null)).toBe(true);
  await second.sees(ja.shell.update);
  await expect(other.getByLabel(ja.business.label)).toHaveValue('typed here');
  await isOld(other, true);
  await second.press('button', ja.actions.save);
  await second.sees(ja.settings.saved);
});

test('put off, the newer version is the one of the next start after every tab was closed, as the help says', async ({ page, context, host }, info) => {
  test.skip(!isWalkedIn(info.project.name), ONE_ENGINE);
  const user = createMouseUser(page);
  await openKept(user, page, host.url);
  host.update();
  await checkForUpdate(page);
  await user.press('button', ja.actions.later);
  const build = page.getByText(/^版 [\d.]+/).last();
  await user.reload();
  await expect(build).toContainText(running);
  const next = await context.newPage();
  await page.close();
  // The browser changes over when it has seen that nobody uses the earlier one any more.
  await expect
    .poll(async () => {
      await next.goto(host.url);
      const shown = await next.getByText(/^版 [\d.]+/).last().innerText();
      await next.goto('about:blank');
      return shown;
    }, { timeout: 30_000 })
    .toContain(NEWER.version);
});
