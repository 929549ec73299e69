import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Name, User } from '../e2e/pages/user.ts';
import type { WebKitPage } from './webkit-driver.ts';

export type Kind = 'button' | 'link' | 'field' | 'choice';

/** Words, and whether they are a pattern. */
export type Called = readonly [string, boolean];

/** What is looked for on the screen, and in which groups of it. */
export type Asked = readonly [kind: Kind, name: Called, groups: readonly Called[]];

/** How clicks, keys and files reach the page. Each answers whether the thing was there and could be used. */
export interface Hands {
  readonly press: (asked: Asked) => Promise<boolean>;
  /** Replaces what stands in a field. */
  readonly type: (asked: Asked, text: string) => Promise<boolean>;
  /** Gives files to the input before a button. */
  readonly give: (asked: Asked, files: readonly string[]) => Promise<boolean>;
}

/** Text of a function that takes what is asked and answers the element, or null. */
export const FIND = readFileSync(path.join(import.meta.dirname, 'find-by-name.js'), 'utf8').replace(/^.*?export /s, '');

/** Long enough for the slowest work, the making of keys, on a machine that is busy with something else. */
const SECONDS = 90;

/** The screen was drawn anew between finding and using: nothing has happened yet, and it can be looked for again. */
const NOT_YET = /stale element reference|element click intercepted|element not interactable/;

const calledOf = (name: Name): Called => (typeof name === 'string' ? [name, false] : [name.source, true]);

/** Uses the app in WebKit. */
export const createWebKitUser = (webkit: WebKitPage, hands: Hands, groups: readonly Called[] = []): User => {
  const text = (): Promise<string> => webkit.evaluate<string>('() => document.body.innerText');
  const within = async (what: string, look: () => Promise<boolean>): Promise<void> => {
    const end = Date.now() + SECONDS * 1000;
    let why = '';
    while (Date.now() < end) {
      try {
        if (await look()) return;
      } catch (error) {
        if (!(error instanceof Error) || !NOT_YET.test(error.message)) throw error;
        why = error.message;
      }
      await pause(60);
    }
    throw new Error(`Not within ${SECONDS} s: ${what}. ${why} The screen says: ${await text()}`);
  };
  const asked = (kind: Kind, name: Name): Asked => [kind, calledOf(name), groups];

  return {
    open: (address) => webkit.goto(address),
    reload: () => webkit.reload(),
    press: (role, name) => within(`${role} ${String(name)}`, () => hands.press(asked(role, name))),
    type: (label, words) => within(`field ${String(label)}`, () => hands.type(asked('field', label), words)),
    choose: (label) => within(`choice ${String(label)}`, () => hands.press(asked('choice', label))),
    hand: (button, files) => within(`button ${String(button)}`, () => hands.give(asked('button', button), files)),
    sees: (words) =>
      within(String(words), async () => {
        const now = await text();
        // A pattern may ask for the whole of what stands in one place.
        return typeof words === 'string' ? now.includes(words) : now.split('\n').some((line) => words.test(line));
      }),
    text,
    rows: () => webkit.evaluate<readonly string[]>(`() => [...document.querySelectorAll('table tr')].map((row) => row.innerText)`),
    within: (group) => createWebKitUser(webkit, hands, [...groups, calledOf(group)]),
  };
};
