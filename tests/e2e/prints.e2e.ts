import type { Page } from '@playwright/test';
import { hrefTo } from '../../src/app/router/routes.ts';
import type { RouteId } from '../../src/app/router/routes.ts';
import { LABEL_MAX } from '../../src/core/domain/vault/limits.ts';
import { en } from '../../src/i18n/en.ts';
import { ja } from '../../src/i18n/ja.ts';
import { fakeFields, fakePersonId } from '../support/fake-persons.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { countPrints, expectPrints } from './support/count-prints.ts';
import { isFirefox } from './support/engines.ts';
import { distDir, expect, test, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import { addPerson, seededNumber } from './support/seed.ts';
import { openVaultPage, withVaultPage } from './support/vault-page/vault-page.ts';
import { PASSWORD, createVault, must } from './support/vault-page/vault-use.ts';

test.use(WITHOUT_SERVICE_WORKER);

const PERSONS = 60;
/** As long as labels may be. */
const LABEL = 'とても長い名前の有限会社やまだ総合印刷製本紙器加工営業所第二工場分室東館二階窓口係'.slice(0, LABEL_MAX);
/** Nowhere to break a line. */
const ONE_WORD = { name: 'Wolfeschlegelsteinhausenbergerdorffvoral', kana: 'ウ'.repeat(80) };

const PIXELS_PER_MM = 96 / 25.4;

interface Paper {
  readonly id: RouteId;
  /** Sheets of paper that 60 persons take. */
  readonly least: number;
  readonly most: number;
  /** Millimetres of A4 within its margins; a list is as high as it takes. */
  readonly width: number;
  readonly height: number;
}

interface PrintOut extends Paper {
  /** What the entry says was printed. */
  readonly code: string;
}

const { content } = ja.audit.codes;
const PRINT_OUTS: readonly PrintOut[] = [
  { id: 'printPersons', code: content.persons, least: 3, most: 4, width: 186, height: Infinity },
  { id: 'printRecords', code: content.log, least: 3, most: 12, width: 186, height: Infinity },
  { id: 'checkpoint', code: content.checkpoint, least: 1, most: 1, width: 186, height: 273 },
  { id: 'printLabel', code: content.label, least: 1, most: 1, width: 184, height: 273 },
  { id: 'system', code: content.system, least: 1, most: 1, width: 188, height: 279 },
];
const KIT: Paper = { id: 'kit', least: 1, most: 1, width: 178, height: 265 };
/** English words are longer: sheets that are full of them. */
const IN_ENGLISH = PRINT_OUTS.filter(({ id }) => id === 'printLabel' || id === 'system');

const go = async (page: Page, id: RouteId, print = ja.prints.print): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, hrefTo(id));
  await page.getByRole('button', { name: print, exact: true }).waitFor();
};

/**
 * What does not fit the paper: words that reach beyond it or beyond the box that cuts them, and a sheet that is higher than one of A4.
 * A browser would print all of it smaller instead of on a second sheet, and nobody could read it.
 */
const misfits = async (page: Page, { width, height }: Paper): Promise<readonly string[]> => {
  await page.setViewportSize({ width: Math.floor(width * PIXELS_PER_MM), height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate((highest) => {
    const sheet = document.querySelector('.sheet');
    if (sheet === null) return ['no sheet'];
    const edge = document.documentElement.clientWidth;
    const wide = [...sheet.querySelectorAll<HTMLElement>('*')]
      .filter((one) => one.getClientRects().length > 0 && one.closest('svg, .visually-hidden') === null)
      .filter((one) => one.getBoundingClientRect().right > edge + 1 || (getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1))
      .map((one) => `${one.className} ${(one.textContent ?? '').slice(0, 40)}`);
    const high = sheet.getBoundingClientRect().height;
    return high > highest ? [...wide, `${high} px high, ${highest} at most`] : wide;
  }, Math.min(height * PIXELS_PER_MM, Number.MAX_SAFE_INTEGER));
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1180, height: 820 });
  return found;
};

/** Ground and ink of the sheet on a dark screen. */
const darkColours = async (page: Page): Promise<readonly string[]> => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  const colours = await page.locator('.sheet').evaluate((sheet) => [getComputedStyle(sheet).backgroundColor, getComputedStyle(sheet).color]);
  await page.emulateMedia({ colorScheme: 'light' });
  return colours;
};

const pagesOf = async (page: Page): Promise<number> => {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
};

/** The sheet as it stands there: nothing beyond the paper, and as many sheets as it may take. */
const expectFits = async (page: Page, one: Paper, name: string): Promise<void> => {
  expect(await misfits(page, one), name).toEqual([]);
  const sheetsOfPaper = await pagesOf(page);
  expect(sheetsOfPaper, name).toBeGreaterThanOrEqual(one.least);
  expect(sheetsOfPaper, name).toBeLessThanOrEqual(one.most);
};

test('every print-out: an entry before the dialog, as many sheets as it takes, nothing cut off, no number', async ({ page, ownApp }, info) => {
  test.skip(isFirefox(info.project.name), 'only Chromium makes a PDF');
  test.setTimeout(150_000);
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const vault = await openVaultPage(page, app.url);
  await createVault(vault);
  must(await vault.call('changeSettings', { label: LABEL }));
  for (let no = 0; no < PERSONS - 1; no += 1) await addPerson(vault, no, no < 3);
  must(await vault.call('registerPerson', { id: fakePersonId(PERSONS), fields: fakeFields(ONE_WORD) }));
  must(await vault.call('lock'));
  await vault.end();
  await countPrints(page);
  const user = createMouseUser(page);
  await user.open(app.url);
  await unlockVault(user);
  await user.sees(ja.shell.closeVault);

  for (const [at, one] of PRINT_OUTS.entries()) {
    const { id } = one;
    await go(page, id);
    await page.getByRole('button', { name: ja.prints.print, exact: true }).click();
    await expectPrints(page, at + 1);
    const text = (await page.locator('main').innerText()).replaceAll(/\s/g, '');
    for (let no = 0; no < 3; no += 1) expect(text, id).not.toContain(seededNumber(no));
    await expectFits(page, one, id);
    expect(await darkColours(page), id).toEqual(['rgb(255, 255, 255)', expect.stringMatching(/^rgb\((0, 0, 0|26, 26, 26)\)$/)]);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, hrefTo('records'));
    await expect(page.locator('.record-table tbody tr').nth(1), id).toContainText(one.code);
  }

  await page.evaluate((hash) => {
    location.hash = hash;
  }, hrefTo('kit'));
  await user.type(ja.kit.askPassword, PASSWORD);
  await user.press('button', ja.kit.renewDo);
  await user.sees(ja.kit.codeHint);
  await expectFits(page, KIT, 'kit');

  await page.evaluate((hash) => {
    location.hash = hash;
  }, hrefTo('settings'));
  await user.choose(ja.shell.english);
  await user.sees(en.shell.closeVault);
  await go(page, 'kit', en.kit.print);
  await expectFits(page, KIT, 'kit, en');
  for (const one of IN_ENGLISH) {
    await go(page, one.id, en.prints.print);
    await expectFits(page, one, `${one.id}, en`);
  }
});
