import { ja } from '../../src/i18n/ja.ts';
import { expect, test } from './support/fixtures.ts';

const AROUND = '<!doctype html><title>around</title><iframe src="./" width="900" height="700"></iframe>';
const replace = (file: string): string | undefined => (file === '/around.html' ? AROUND : undefined);

test('in a frame of another page the app does not open, on a host that cannot forbid the frame', async ({ page, ownApp }) => {
  const app = await ownApp({ headers: false, replace });
  await page.goto(`${app.url}around.html`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: ja.trouble.framed })).toBeVisible();
  await expect(frame.getByRole('link', { name: ja.trouble.framedDo })).toHaveAttribute('target', '_blank');
  await expect(frame.getByText(ja.first.createDo, { exact: true })).toHaveCount(0);
});

test('with its headers the app is not put into a frame at all', async ({ page, ownApp }) => {
  const app = await ownApp({ replace });
  await page.goto(`${app.url}around.html`);
  await page.waitForTimeout(2000);
  expect(await page.frames()[1]?.locator('#app').count()).toBe(0);
});
