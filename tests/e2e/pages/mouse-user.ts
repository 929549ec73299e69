import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Name, User } from './user.ts';

/** The screen, or one group of it. */
export type Place = Pick<Page | Locator, 'getByRole' | 'getByLabel' | 'getByText'>;

const exactly = (name: Name): { readonly name: Name; readonly exact: boolean } => ({ name, exact: typeof name === 'string' });

/** Password fields have no role, so labels count too. */
export const fieldOf = (place: Place, label: Name): Locator =>
  place
    .getByRole('textbox', exactly(label))
    .or(place.getByLabel(label, { exact: typeof label === 'string' }).and(place.getByLabel(label).locator('xpath=self::input')))
    .filter({ visible: true });

export const choiceOf = (place: Place, label: Name): Locator =>
  place.getByRole('radio', { name: label }).or(place.getByRole('checkbox', { name: label })).filter({ visible: true });

export const targetOf = (place: Place, role: 'button' | 'link', name: Name): Locator =>
  place.getByRole(role, exactly(name)).filter({ visible: true });

export const groupOf = (place: Place, name: Name): Locator => place.getByRole('group', exactly(name)).filter({ visible: true });

/** Uses the app with mouse and keys, in Chromium and Firefox. */
export const createMouseUser = (page: Page, place: Place = page): User => ({
  open: async (address) => {
    await page.goto(address);
  },
  reload: async () => {
    await page.reload();
  },
  press: (role, name) => targetOf(place, role, name).click(),
  type: async (label, text) => {
    const input = fieldOf(place, label);
    await input.fill('');
    await input.pressSequentially(text);
  },
  choose: (label) => choiceOf(place, label).check(),
  // The input stands, hidden, before its button: Firefox tells Playwright of no chooser.
  hand: (button, files) => targetOf(place, 'button', button).locator('xpath=preceding-sibling::input[1]').setInputFiles([...files]),
  sees: async (words) => {
    await expect(place.getByText(words).filter({ visible: true }).first()).toBeVisible({ timeout: 30_000 });
  },
  text: () => page.locator('body').innerText(),
  rows: () => page.locator('table tr:visible').allInnerTexts(),
  within: (group) => createMouseUser(page, groupOf(place, group)),
});
