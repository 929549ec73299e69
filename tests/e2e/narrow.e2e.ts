import type { Locator } from '@playwright/test';
import { ja } from '../../src/i18n/ja.ts';
import { fakeNumber } from '../support/fake-persons.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { goTo, openPerson } from './pages/persons-page.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { distDir, expect, test, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import { seedVault } from './support/seed.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';

test.use(WITHOUT_SERVICE_WORKER);

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

const boxOf = (what: Locator): Promise<Box> =>
  what.evaluate((element) => {
    const { top, bottom, width, height } = element.getBoundingClientRect();
    return { top, bottom, width, height };
  });

test('on a phone: titles have the width, words of the filter are seen, and what is wrong with a number stands above the bar', async ({ page, ownApp }) => {
  test.setTimeout(120_000);
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await seedVault(page, app.url, 1);
  await page.setViewportSize({ width: 390, height: 640 });
  const user = createMouseUser(page);
  await user.open(app.url);
  await unlockVault(user);
  await user.sees(ja.shell.closeVault);

  await goTo(user, 'persons');
  await user.press('link', ja.persons.import);
  const title = page.getByRole('heading', { level: 1, name: ja.imports.title });
  const help = page.getByRole('button', { name: ja.titles.help });
  // In lines of the title itself: it has the whole width, and fits into one.
  expect((await boxOf(title)).height).toBeLessThan(1.5 * 34);
  expect((await boxOf(title)).width).toBeCloseTo((await boxOf(page.locator('.page-header'))).width, 0);
  expect((await boxOf(help)).bottom).toBeLessThanOrEqual((await boxOf(title)).top);
  expect((await boxOf(help)).height).toBeGreaterThanOrEqual(44);

  await openPerson(user, '対象 0');
  await user.press('button', ja.numbers.replace);
  const wrong = fakeNumber(0).replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
  await user.type(ja.numbers.entry.field, wrong.slice(0, -1));
  // The field lies right above the bar, and what comes in under it would lie beneath.
  await page.getByRole('textbox', { name: ja.numbers.entry.field }).evaluate((field) => {
    const bar = document.querySelector('.rail__nav');
    window.scrollBy(0, field.getBoundingClientRect().bottom - (bar?.getBoundingClientRect().top ?? 0) + 24);
  });
  await page.keyboard.type(wrong.slice(-1));
  const error = page.getByText(ja.numbers.entry.bad.CheckDigit);
  await expect(error).toBeVisible();
  const bar = await boxOf(page.locator('.rail__nav'));
  await expect.poll(async () => (await boxOf(error)).bottom).toBeLessThanOrEqual(bar.top);

  await goTo(user, 'persons');
  await user.press('button', ja.shell.leaveGo);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const size of ['usual', 'larger']) {
    await page.evaluate((letters) => (document.documentElement.dataset['textSize'] = letters), size);
    for (const name of [ja.persons.kindFilter, ja.persons.stateFilter]) {
      const group = page.getByRole('group', { name });
      const [word, pill] = [await boxOf(group.getByText(name, { exact: true })), await boxOf(group.getByRole('button').first())];
      expect(word.width).toBeGreaterThan(20);
      expect(word.bottom).toBeLessThanOrEqual(pill.top);
    }
  }
});
