import type { Page } from '@playwright/test';
import { hrefTo } from '../../src/app/router/routes.ts';
import type { RouteId } from '../../src/app/router/routes.ts';
import { ja } from '../../src/i18n/ja.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { isFirefox } from './support/engines.ts';
import { distDir, expect, test } from './support/fixtures.ts';
import { addPerson, seededNumber } from './support/seed.ts';
import { openVaultPage, withVaultPage } from './support/vault-page/vault-page.ts';
import { createVault, must } from './support/vault-page/vault-use.ts';

const PERSONS = 60;

const go = async (page: Page, id: RouteId): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, hrefTo(id));
  await page.getByRole('button', { name: ja.prints.print, exact: true }).waitFor();
};

/** Words of the sheet that reach beyond the paper or the box that cuts them, 186 mm of A4 being there for them. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const sheet = document.querySelector('.sheet, .label-sheet, .system-sheet');
    if (sheet === null) return ['no sheet'];
    const edge = document.documentElement.clientWidth;
    return [...sheet.querySelectorAll<HTMLElement>('*')]
      .filter((one) => one.getClientRects().length > 0 && one.closest('svg, .visually-hidden') === null)
      .filter((one) => one.getBoundingClientRect().right > edge + 1 || (getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1))
      .map((one) => `${one.className} ${(one.textContent ?? '').slice(0, 40)}`);
  });

const pagesOf = async (page: Page): Promise<number> => {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
};

test('every print-out: an entry before the dialog, as many sheets as it takes, nothing cut off, no number', async ({ page, ownApp }, info) => {
  test.skip(isFirefox(info.project.name), 'only Chromium makes a PDF');
  test.setTimeout(150_000);
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const vault = await openVaultPage(page, app.url);
  await createVault(vault);
  for (let no = 0; no < PERSONS; no += 1) await addPerson(vault, no, no < 3);
  must(await vault.call('lock'));
  await vault.end();
  // The dialog of a browser without a screen returns at once; what stands when it would open is what counts.
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset.printed = String(Number(document.documentElement.dataset.printed ?? 0) + 1);
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  const user = createMouseUser(page);
  await user.open(app.url);
  await unlockVault(user);
  await user.sees(ja.shell.closeVault);

  const sheets: readonly (readonly [RouteId, least: number, most: number, code: string])[] = [
    ['printPersons', 2, 4, ja.audit.codes.content.persons],
    ['printRecords', 3, 12, ja.audit.codes.content.log],
    ['checkpoint', 1, 1, ja.audit.codes.content.checkpoint],
    ['printLabel', 1, 1, ja.audit.codes.content.label],
    ['system', 1, 1, ja.audit.codes.content.system],
  ];
  for (const [at, [id, least, most, code]] of sheets.entries()) {
    await go(page, id);
    await page.getByRole('button', { name: ja.prints.print, exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-printed', String(at + 1));
    const text = (await page.locator('main').innerText()).replaceAll(/\s/g, '');
    for (let no = 0; no < 3; no += 1) expect(text, id).not.toContain(seededNumber(no));
    // 186 mm at 96 dots an inch.
    await page.setViewportSize({ width: 703, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    expect(await cutOff(page), id).toEqual([]);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1180, height: 820 });
    await page.evaluate((hash) => {
      location.hash = hash;
    }, hrefTo('records'));
    await expect(page.locator('.record-table tbody tr').nth(1), id).toContainText(code);
    await go(page, id);
    const sheetsOfPaper = await pagesOf(page);
    expect(sheetsOfPaper, id).toBeGreaterThanOrEqual(least);
    expect(sheetsOfPaper, id).toBeLessThanOrEqual(most);
  }
});
