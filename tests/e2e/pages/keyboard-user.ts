import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Place } from './mouse-user.ts';
import { choiceOf, createMouseUser, fieldOf, groupOf, targetOf } from './mouse-user.ts';
import type { User } from './user.ts';

/** More stops than any screen has: beyond that it cannot be reached. */
const MOST_STOPS = 250;

const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement);

/** A screen that has just come up puts the focus on its heading: nobody is so fast as to be in its way. */
const untilDrawn = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));

/** Radio buttons of one question share one stop: any of them counts, the arrow keys go on from there. */
const isInGroup = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const now = document.activeElement;
    return element instanceof HTMLInputElement && now instanceof HTMLInputElement && now.type === 'radio' && now.name === element.name;
  });

const tabUntil = async (page: Page, there: () => Promise<boolean>, what: Locator): Promise<void> => {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await there()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(what)}`);
};

/** Whether some of it can be seen where it lies: not scrolled away, and not wholly under a bar. */
const isUncovered = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const parts = [0.1, 0.5, 0.9];
    return parts.some((x) => parts.some((y) => element.contains(document.elementFromPoint(left + width * x, top + height * y))));
  });

const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor();
  await expect(target).toBeEnabled();
  await tabUntil(page, async () => (await hasFocus(target)) && (await untilDrawn(page), await hasFocus(target)), target);
  await expect.poll(() => isUncovered(target), `${String(target)} has the focus and cannot be seen`).toBe(true);
};

/** Uses the app without a mouse: Tab, Enter, Space, the arrow keys, and what is typed. Chromium. */
export const createKeyboardUser = (page: Page, place: Place = page): User => ({
  ...createMouseUser(page, place),
  press: async (role, name) => {
    await tabTo(page, targetOf(place, role, name));
    await page.keyboard.press(role === 'button' ? 'Space' : 'Enter');
  },
  type: async (label, text) => {
    const input = fieldOf(place, label);
    await tabTo(page, input);
    if ((await input.inputValue()) !== '') {
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
    }
    await page.keyboard.type(text);
  },
  choose: async (label) => {
    const choice = choiceOf(place, label);
    await choice.waitFor();
    await tabUntil(page, async () => (await hasFocus(choice)) || (await isInGroup(choice)), choice);
    for (let steps = 0; steps < 20 && !(await hasFocus(choice)); steps += 1) await page.keyboard.press('ArrowDown');
    if (!(await choice.isChecked())) await page.keyboard.press('Space');
    await expect(choice).toBeChecked();
  },
  hand: async (button, files) => {
    await tabTo(page, targetOf(place, 'button', button));
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles([...files]);
  },
  within: (group) => createKeyboardUser(page, groupOf(place, group)),
});
