import { expect, test } from 'vitest';
import { createOtherTabs } from '../../../../src/app/platform/other-tabs.ts';

/** Tabs of one origin that hear each other, but for themselves. */
const tabsOf = (...unsaved: readonly (() => boolean)[]) => {
  const listeners: ((event: MessageEvent<unknown>) => void)[] = [];
  const heard: unknown[] = [];
  const tabs = unsaved.map((isUnsaved, own) =>
    createOtherTabs({
      channel: {
        addEventListener: (_: string, listener: unknown) => {
          listeners[own] = listener as (event: MessageEvent<unknown>) => void;
        },
        postMessage: (data: unknown) => {
          heard.push(data);
          listeners.forEach((listener, no) => {
            if (no !== own) queueMicrotask(() => listener(new MessageEvent('message', { data })));
          });
        },
      },
      // Longer than any number of answers that follow on each other at once.
      wait: () => new Promise((settle) => setTimeout(settle)),
      makeId: () => `of ${own}`,
      isUnsaved,
    }),
  );
  return { tabs, heard, say: (data: unknown) => listeners.forEach((listener) => listener(new MessageEvent('message', { data }))) };
};

test('a tab with something unsaved says so, one without says nothing, and a tab does not ask itself', async () => {
  let unsaved = false;
  const { tabs, heard } = tabsOf(() => true, () => unsaved, () => false);
  expect(await tabs[1]?.haveUnsaved()).toBe(true);
  unsaved = false;
  expect(await tabsOf(() => true, () => false).tabs[0]?.haveUnsaved()).toBe(false);
  expect(heard).toHaveLength(2);
  unsaved = true;
  expect(await tabs[2]?.haveUnsaved()).toBe(true);
});

test('only an answer to the own question counts, and nothing but the two messages is understood', async () => {
  const { tabs, heard, say } = tabsOf(() => true);
  const asked = tabs[0]?.haveUnsaved();
  for (const data of [null, 7, 'kinko-unsaved!', { type: 'kinko-unsaved!' }, { type: 'kinko-unsaved!', id: 7 }, { type: 'kinko-unsaved!', id: 'of another' }]) say(data);
  for (const data of [{ type: 'kinko-unsaved?' }, { type: 'kinko-unsaved?', id: 7 }]) say(data);
  expect(await asked).toBe(false);
  expect(heard).toHaveLength(1);
});

test('where tabs cannot talk, nobody is waited for', async () => {
  const alone = createOtherTabs({ channel: null, wait: () => new Promise(() => undefined), makeId: () => '', isUnsaved: () => true });
  expect(await alone.haveUnsaved()).toBe(false);
});
