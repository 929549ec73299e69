import type { WebKitBrowser } from './webkit-driver.ts';
import { FIND } from './webkit-user.ts';
import type { Hands } from './webkit-user.ts';

/**
 * A screen that has just come up puts the focus on its heading: nobody is so fast as to be in its way. And nobody leaves
 * what he wants to press under the bar at the screen's foot; the driver does, once a corner of it can be seen.
 */
const FIND_DRAWN = `async (...asked) => {
  const found = (${FIND})(...asked);
  found?.scrollIntoView({ block: 'center' });
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return found?.isConnected ? found : null;
}`;

/** The input stands, hidden, before its button: the driver types only into what can be seen. */
const FILE_INPUT = `(...asked) => {
  const input = (${FIND})(...asked)?.previousElementSibling;
  if (!(input instanceof HTMLInputElement)) return null;
  input.hidden = false;
  return input;
}`;

const VALUE = `(...asked) => (${FIND})(...asked)?.value ?? ''`;

/** Clicks and keys as the driver makes them: real ones, that hit what lies on top. */
export const createDriverHands = (webkit: WebKitBrowser): Hands => ({
  press: async (asked) => {
    const target = await webkit.find(FIND_DRAWN, ...asked);
    await target?.click();
    return target !== null;
  },
  type: async (asked, text) => {
    const field = await webkit.find(FIND_DRAWN, ...asked);
    if (field === null) return false;
    await field.click();
    if ((await webkit.evaluate<string>(VALUE, ...asked)) !== '') await field.clear();
    await field.type(text);
    return true;
  },
  give: async (asked, files) => {
    const input = await webkit.find(FILE_INPUT, ...asked);
    await input?.type(files.join('\n'));
    return input !== null;
  },
});
