import { expect } from '@playwright/test';
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
