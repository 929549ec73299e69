import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { WebKitPage } from './webkit-driver.ts';
import { FIND } from './webkit-user.ts';
import type { Hands } from './webkit-user.ts';

const PRESS = `(...asked) => {
  const found = (${FIND})(...asked);
  found?.click();
  return found !== null;
}`;

/** As an input method does it: the field tells of its input itself. */
const TYPE = `async (text, ...asked) => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const found = (${FIND})(...asked);
  if (found === null) return false;
  found.focus();
  found.select();
  return document.execCommand('insertText', false, text);
}`;

const GIVE = `(files, ...asked) => {
  const input = (${FIND})(...asked)?.previousElementSibling;
  if (!(input instanceof HTMLInputElement)) return false;
  const given = new DataTransfer();
  for (const { name, base64 } of files) given.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name));
  input.files = given.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}`;

/** Clicks, keys and files made by a script in the page, where no driver can be. */
export const createScriptHands = (webkit: WebKitPage): Hands => ({
  press: (asked) => webkit.evaluate<boolean>(PRESS, ...asked),
  type: (asked, text) => webkit.evaluate<boolean>(TYPE, text, ...asked),
  give: (asked, files) => {
    const read = files.map((file) => ({ name: path.basename(file), base64: readFileSync(file).toString('base64') }));
    return webkit.evaluate<boolean>(GIVE, read, ...asked);
  },
});
