import { ja } from '../../src/i18n/ja.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { goTo } from './pages/persons-page.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { around } from './pages/user.ts';
import { distDir, expect, test } from './support/fixtures.ts';
import { seedVault } from './support/seed.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';

test('a kept checkpoint whose file cannot be read any more, or is none, is told at its field; the next one that can be read takes its place', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await seedVault(page, app.url);
  const user = createMouseUser(page);
  await user.open(app.url);
  await unlockVault(user);
  await goTo(user, 'records');
  await user.press('link', ja.records.verify);
  const { kept } = ja.verify;
  const field = page.getByRole('textbox', { name: kept.text });
  // The input stands, hidden, before its button: Firefox tells Playwright of no chooser.
  const choose = (content: string): Promise<void> =>
    page
      .getByRole('button', { name: kept.file, exact: true })
      .locator('xpath=preceding-sibling::input[1]')
      .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(content) });
  // As a browser says it of a stick that was pulled out.
  await page.evaluate(() => {
    const text = Object.getOwnPropertyDescriptor(Blob.prototype, 'text') ?? {};
    const gone = (): Promise<never> => {
      Object.defineProperty(Blob.prototype, 'text', text);
      return Promise.reject(new DOMException('gone', 'NotReadableError'));
    };
    Object.defineProperty(Blob.prototype, 'text', { configurable: true, value: gone });
  });
  await choose('kinko/a/b\n');
  await expect(field).toHaveAccessibleDescription(around('', kept.unreadable));
  await expect(field).toHaveValue('');
  await choose('x'.repeat(20_001));
  await expect(field).toHaveAccessibleDescription(around('', kept.results.malformed));
  await expect(field).toHaveValue('');
  await choose('kinko/a/b\n');
  await expect(field).toHaveValue('kinko/a/b\n');
  await expect(field).not.toHaveAttribute('aria-invalid', 'true');
});
