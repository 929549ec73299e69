import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

export const SIZES = [
  { name: 'tablet', width: 1180, height: 820 },
  { name: 'phone', width: 390, height: 844 },
  { name: 'desktop', width: 1440, height: 900 },
] as const;

/**
 * Fields that a browser may write into its session files in clear: all but passwords must forbid it. The unseen name beside
 * a password is never typed: its value is its attribute.
 */
export const openFields = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input, textarea, select')]
      .filter((field) => !/^(off|(current|new)-password)$/.test(field.getAttribute('autocomplete') ?? ''))
      .filter((field) => !(field.autocomplete === 'username' && field.hidden && field.value === field.getAttribute('value')))
      .map((field) => field.outerHTML),
  );

/** Passwords may be filled by a manager, and nothing but a password may look like one. */
export const passwordFields = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input')]
      .filter((field) => (field.type === 'password') !== /^(current|new)-password$/.test(field.getAttribute('autocomplete') ?? ''))
      .map((field) => field.outerHTML),
  );

/** What axe has against the screen as it stands, one line a finding. */
export const axeFindings = async (page: Page): Promise<readonly string[]> => {
  // Legacy: without a page of its own, which would take the focus from this one.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`));
};

/** Nothing is cut off or has to be pushed sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Waits for the screen to stand still: a heading, and no bar that runs. */
export const untilStill = async (page: Page): Promise<void> => {
  await page.locator('h1:visible').first().waitFor();
  await expect(page.locator('main [role="progressbar"], main progress:not([value])')).toHaveCount(0);
};

/** Buttons that say of themselves that they are the main one, as seen, questions apart: a screen has at most one. */
export const mainActs = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.button--primary')]
      .filter((button) => button.closest('dialog') === null && button.checkVisibility({ visibilityProperty: true }))
      .map((button) => button.innerText),
  );

/** The same rules in every engine, and slow: they are asked in Chromium alone. */
const asksAxe = (page: Page): boolean => page.context().browser()?.browserType().name() === 'chromium';

/** `axe` false where it would look at what it has seen already: a desktop shows the tablet's screens with more room. */
const expectGoodSize = async (
  page: Page,
  what: string,
  { name, width, height }: (typeof SIZES)[number],
  axe: boolean = name !== 'desktop',
): Promise<void> => {
  await page.setViewportSize({ width, height });
  if (axe && asksAxe(page)) expect.soft(await axeFindings(page), `axe on ${what}, ${name}`).toEqual([]);
  expect.soft(await overflow(page), `width of ${what}, ${name}`).toBeLessThanOrEqual(0);
  const acts = await mainActs(page);
  expect.soft(acts.length, `main acts of ${what}, ${name}: ${acts.join(' / ')}`).toBeLessThanOrEqual(1);
};

const expectGoodFields = async (page: Page, what: string): Promise<void> => {
  await untilStill(page);
  expect.soft(await openFields(page), `fields of ${what}`).toEqual([]);
  expect.soft(await passwordFields(page), `passwords of ${what}`).toEqual([]);
};

/** Fields in one size, width in every size, axe (in Chromium) on tablet and phone; the page keeps the last size. */
export const expectGoodLook = async (page: Page, what: string, sizes: readonly (typeof SIZES)[number][] = SIZES): Promise<void> => {
  await expectGoodFields(page, what);
  for (const size of sizes) await expectGoodSize(page, what, size);
};

/** A state that does not last: on a tablet and a phone, in Chromium in dark colours too; the page gets back what it had. */
export const expectGoodState = async (page: Page, what: string): Promise<void> => {
  const before = page.viewportSize();
  const [tablet, phone] = SIZES;
  await expectGoodFields(page, what);
  await expectGoodSize(page, what, tablet);
  // The phone's words and parts are looked at in dark colours below.
  await expectGoodSize(page, what, phone, false);
  // Colours change no width, and Firefox's driver cannot change them.
  if (asksAxe(page)) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
    await expectGoodSize(page, `${what}, dark`, phone);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  if (before !== null) await page.setViewportSize(before);
};
