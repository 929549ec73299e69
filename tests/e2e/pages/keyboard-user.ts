import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Place } from './mouse-user.ts';
import { choiceOf, createMouseUser, fieldOf, groupOf, targetOf } from './mouse-user.ts';
import type { Name, User } from './user.ts';

/** More stops than any screen has: beyond that it cannot be reached. */
const MOST_STOPS = 250;

/** Types of what was done with a mouse or a finger, from now on: by keyboard alone there is none. */
export const watchPointers = async (page: Page): Promise<readonly string[]> => {
  const told: string[] = [];
  await page.exposeFunction('toldOfPointer', (type: string) => told.push(type));
  await page.addInitScript(() => {
    for (const type of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(type, () => Reflect.get(window, 'toldOfPointer')(type), true);
  });
  return told;
};

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

const tabUntil = async (page: Page, there: () => Promise<boolean>, what: Locator, key = 'Tab'): Promise<void> => {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await there()) return;
    await page.keyboard.press(key);
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

/** What the keyboard stands on: its name, and whether it can be seen where it lies, with a line around it. Null: nothing of the screen. */
const focusedStop = async (page: Page): Promise<{ readonly name: string; readonly isSeen: boolean } | null> => {
  await untilDrawn(page);
  const focused = page.locator('main :focus');
  const [stop] = await focused.evaluateAll((elements) =>
    elements.map((at) => {
      const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0]?.textContent : at.textContent;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      return { name: at.getAttribute('aria-label') ?? label ?? '', isOutlined: outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2 };
    }),
  );
  return stop === undefined ? null : { name: stop.name, isSeen: stop.isOutlined && (await isUncovered(focused)) };
};

/**
 * From where the keyboard stands to the end of the screen: names of what Tab stops at. On each `at` may do something with the keys, and
 * says so: then the keyboard must stand where it stood.
 */
export const walkStops = async (page: Page, at: (name: string) => Promise<boolean> = async () => false): Promise<readonly string[]> => {
  const names: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await focusedStop(page);
    if (stop === null) return names;
    expect(stop.isSeen, `${stop.name} has the focus and cannot be seen`).toBe(true);
    names.push(stop.name);
    if (await at(stop.name)) expect(await focusedStop(page), 'where the keyboard stood').toEqual(stop);
  }
};

/** Back to a link above, and through it: the way of somebody who knows that it is near. */
export const pressAbove = async (page: Page, name: Name): Promise<void> => {
  const target = targetOf(page, 'link', name);
  await tabUntil(page, () => hasFocus(target), target, 'Shift+Tab');
  await page.keyboard.press('Enter');
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
