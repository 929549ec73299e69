import { expect } from '@playwright/test';
import { test, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';

test.use(WITHOUT_SERVICE_WORKER);

test('no field is corrected or checked by anybody else while one types', async ({ page, app }) => {
  await page.goto(app.url);
  await page.getByRole('link', { name: 'つくる' }).click();
  const field = page.getByRole('textbox', { name: '金庫の名前' });
  await field.focus();
  expect(await field.getAttribute('autocorrect')).toBe('off');
  expect(await field.getAttribute('autocomplete')).toBe('off');
  expect(await field.getAttribute('spellcheck')).toBe('false');
});
