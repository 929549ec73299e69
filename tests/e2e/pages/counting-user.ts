import type { Locator, Page } from '@playwright/test';
import { createTally } from '../support/keystroke-level.ts';
import type { Tally } from '../support/keystroke-level.ts';
import type { Place } from './mouse-user.ts';
import { choiceOf, createMouseUser, fieldOf, groupOf, targetOf } from './mouse-user.ts';
import type { User } from './user.ts';

export interface Counted {
  /** Of somebody who presses every button with the mouse. */
  readonly byMouse: Tally;
  /** Of somebody who goes on with Enter and Tab where that does the same. */
  readonly byKeys: Tally;
  /** Milliseconds until what was to be used next was there. */
  readonly waited: () => number;
}

export interface CountingUser extends User {
  readonly counted: Counted;
  /** A chooser of the system's own, which no test can drive: so many clicks in it. */
  readonly inChooser: (clicks: number) => void;
}

/** Fewer stops of Tab than a hand at the keys would rather take the mouse for. */
const FEW_STOPS = 3;

/** How often Tab has to be pressed from where the focus is. */
const stopsTo = (target: Locator): Promise<number> =>
  target.evaluate((element) => {
    const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')].filter(
      (one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }),
    );
    const from = document.activeElement === null ? -1 : stops.findIndex((one) => one === document.activeElement);
    const before = stops.filter((one) => document.activeElement !== null && (document.activeElement.compareDocumentPosition(one) & 2) !== 0);
    return stops.indexOf(element as HTMLElement) - (from === -1 ? before.length - 1 : from);
  });

/** A screen puts the focus where it belongs right after it is drawn; no hand is quicker. */
const untilFocused = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 60)))));

/** Enter does it: the button has the focus, or it sends the form the focus is in. */
const isByEnter = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const here = document.activeElement;
    if (here === element) return true;
    return here instanceof HTMLInputElement && element instanceof HTMLButtonElement && element.type === 'submit' && element.form === here.form;
  });

/** One thought for each four digits: nobody keeps twelve in mind between card and keys. */
const thoughtsFor = (text: string): number => (/^\d{12}$/.test(text) ? 3 : 1);

/**
 * A user whose acts are counted. `strokes`: what is not typed as it stands, and the keys it takes: letters, then the conversion of
 * Japanese input, written as the keys that are pressed.
 */
export const createCountingUser = (page: Page, strokes: Readonly<Record<string, string>>): CountingUser => {
  const counted = { byMouse: createTally(), byKeys: createTally() };
  const both = (act: (tally: Tally) => void): void => Object.values(counted).forEach(act);
  let waited = 0;
  let title = '';

  const ready = async (target: Locator): Promise<void> => {
    const from = performance.now();
    await target.waitFor();
    waited += performance.now() - from;
    await untilFocused(page);
    // A title that only counts down is no other screen.
    const now = ((await page.locator('h1').first().textContent()) ?? '').replaceAll(/\d+/g, '');
    if (now !== title) both((tally) => tally.think());
    title = now;
  };
  const keysOf = (text: string): number => {
    const keys = strokes[text] ?? text;
    if (!/^[\x20-\x7e␣⏎]*$/.test(keys)) throw new Error(`Nobody says how ${text} is typed`);
    return keys.length;
  };

  const at = (place: Place): CountingUser => ({
    ...createMouseUser(page, place),
    counted: { ...counted, waited: () => waited },
    inChooser: (clicks) =>
      both((tally) => {
        tally.think();
        tally.click(clicks);
      }),
    press: async (role, name) => {
      const target = targetOf(place, role, name);
      await ready(target);
      both((tally) => tally.think());
      counted.byMouse.click();
      if (await isByEnter(target)) counted.byKeys.stroke(1);
      else counted.byKeys.click();
      await target.click();
    },
    type: async (label, text) => {
      const input = fieldOf(place, label);
      await ready(input);
      const stops = await stopsTo(input);
      both((tally) => tally.think(thoughtsFor(text)));
      if (stops !== 0) {
        counted.byMouse.click();
        if (stops > 0 && stops <= FEW_STOPS) counted.byKeys.stroke(stops);
        else counted.byKeys.click();
        await input.click();
      }
      both((tally) => tally.stroke(keysOf(text)));
      // Where the focus is, and nowhere else: what a user would type beside a field is lost here too.
      if (text in strokes) await page.keyboard.insertText(text);
      else await page.keyboard.type(text);
    },
    choose: async (label) => {
      const choice = choiceOf(place, label);
      await ready(choice);
      both((tally) => {
        tally.think();
        tally.click();
      });
      await choice.check();
    },
    hand: async (button, files) => {
      const target = targetOf(place, 'button', button);
      await ready(target);
      both((tally) => {
        tally.think(2);
        // The button; each file, and the chooser's own button.
        tally.click(1 + files.length + 1);
      });
      await createMouseUser(page, place).hand(button, files);
    },
    sees: async (words) => {
      const from = performance.now();
      await createMouseUser(page, place).sees(words);
      waited += performance.now() - from;
    },
    within: (group) => at(groupOf(place, group)),
  });
  return at(page);
};
