import { expect } from '@playwright/test';
import { errorWords } from '../../src/i18n/error-texts.ts';
import { ja } from '../../src/i18n/ja.ts';
import { test } from './support/fixtures.ts';

// Never a white page: what index.html says by itself must be there when the program is not.

test('without scripts the page says why and what to do', async ({ browser, browserName, app }) => {
  // The driver has no switch for scripts there; the missing file below comes to the same.
  test.skip(browserName === 'firefox', 'scripts cannot be switched off through this driver');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(app.url);
  await expect(page.getByRole('heading', { name: '番号金庫' })).toBeVisible({ timeout: 10_000 });
  await expect(page.getByText('読み込みなおします')).toBeVisible();
  await context.close();
});

test('a script of the app that is missing leaves the same words', async ({ page, app }) => {
  await page.route(/\/assets\/.*\.js$/, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(app.url);
  await expect(page.getByText('読み込みなおします')).toBeVisible({ timeout: 10_000 });
});

test('an ordinary start shows none of it', async ({ page, app }) => {
  await page.goto(app.url);
  await expect(page.getByRole('link', { name: 'つくる' })).toBeVisible();
  await expect(page.getByText('読み込みなおします')).toHaveCount(0);
});

test('a browser that keeps nothing for the site, and says so by throwing, leads in all the same', async ({ page, app }) => {
  await page.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
    Object.defineProperty(window, 'BroadcastChannel', { value: refuse });
  });
  await page.goto(app.url);
  await expect(page.getByRole('link', { name: 'つくる' })).toBeVisible();
});

test('a part that is fetched when it is needed and does not come is told as that, and there again after a reload', async ({ page, ownApp }) => {
  let gone = true;
  // Neither kept by a service worker nor by headers: what fails is asked for anew.
  const app = await ownApp({ headers: false, replace: (file) => (file === '/sw.js' || (gone && file.startsWith('/assets/create-trial-')) ? 'throw 1;' : undefined) });
  await page.goto(app.url);
  const tryOut = page.getByRole('button', { name: ja.first.trialDo, exact: true });
  await tryOut.click();
  await expect(page.getByText(errorWords(ja.errors, { type: 'PartNotLoaded' }).what)).toBeVisible();
  await expect(page.getByRole('button', { name: ja.actions.retry, exact: true })).toHaveCount(0);
  gone = false;
  await page.getByRole('button', { name: ja.actions.reload, exact: true }).click();
  await tryOut.click();
  await expect(page.getByText(ja.first.trialBusy)).toBeVisible();
});
