import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Name, User } from './user.ts';

const exactly = (name: Name): { readonly name: Name; readonly exact: boolean } => ({ name, exact: typeof name === 'string' });

export const fieldOf = (page: Page, label: Name): Locator =>
  page.getByRole('textbox', exactly(label)).or(page.getByLabel(label, { exact: typeof label === 'string' })).filter({ visible: true });

export const choiceOf = (page: Page, label: Name): Locator =>
  page.getByRole('radio', { name: label }).or(page.getByRole('checkbox', { name: label })).filter({ visible: true });

export const targetOf = (page: Page, role: 'button' | 'link', name: Name): Locator =>
  page.getByRole(role, exactly(name)).filter({ visible: true });

/** Uses the app with mouse and keys, in Chromium and Firefox. */
export const createMouseUser = (page: Page): User => ({
  open: async (address) => {
    await page.goto(address);
  },
  reload: async () => {
    await page.reload();
  },
  press: (role, name) => targetOf(page, role, name).click(),
  type: async (label, text) => {
    const input = fieldOf(page, label);
    await input.fill('');
    await input.pressSequentially(text);
  },
  choose: (label) => choiceOf(page, label).check(),
  select: async (label, option) => {
    await page.getByRole('combobox', exactly(label)).selectOption({ label: option });
  },
  hand: (files) => page.locator('input[type="file"]').setInputFiles([...files]),
  sees: async (words) => {
    await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
  },
  text: () => page.locator('body').innerText(),
});
