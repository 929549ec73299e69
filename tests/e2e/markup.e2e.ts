import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ja } from '../../src/i18n/ja.ts';
import { fakeFields, fakeNumber, fakePersonId } from '../support/fake-persons.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { goTo } from './pages/persons-page.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { distDir, expect, test, watchComplaints, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import { untilStill } from './support/look.ts';
import { SCREENS_BEHIND, goToScreen, isNumbered } from './support/screens.ts';
import { openVaultPage, withVaultPage } from './support/vault-page/vault-page.ts';
import { createVault, must } from './support/vault-page/vault-use.ts';

test.use(WITHOUT_SERVICE_WORKER);

// A20, in a real browser: markup in every field, list and name of a file that takes it, shown on every screen that shows it. It stands there as text, asks for
// nothing and runs nothing. Chromium and Firefox each have parsers of their own: both walk it when every engine is asked for.

/** What each would do if it ran: everything calls `run`, which the test puts on every page. */
const PAYLOADS: readonly string[] = [
  '<script>run(1)</script>',
  '"><img src=x onerror=run(2)>',
  "'><svg/onload=run(3)>",
  '<iframe srcdoc="<script>parent.run(4)</script>">',
  '<a href="javascript:run(5)">x</a>',
  '</title><script>run(6)</script>',
  '<math><mtext></table><img src onerror=run(7)>',
  '<details open ontoggle=run(8)>',
  '<input autofocus onfocus=run(9)>',
  '<base href="//127.0.0.1:9/">',
  '<meta http-equiv=refresh content="0;url=/x">',
];
const EVERY_FIELD = PAYLOADS[1] ?? '';

const watch = async (page: Page): Promise<{ readonly ran: () => readonly string[] }> => {
  const ran: string[] = [];
  await page.exposeFunction('run', (what: unknown) => ran.push(`script ${String(what)}`));
  page.on('dialog', (dialog) => {
    ran.push(`dialog ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  return { ran: () => ran };
};

/**
 * Elements that our screens have no use for, where nobody but a payload can have brought them; attributes that run something. Looked for
 * when the screen stands: what a screen draws later than its title would be missed.
 */
const madeBy = async (page: Page): Promise<readonly string[]> => {
  await untilStill(page);
  return page.evaluate(() => {
    const strange = 'script, iframe, object, embed, math, base, meta, img[src="x"], img:not([src]), img[src=""], input[onfocus]';
    const runs = ({ name, value }: Attr): boolean => name.startsWith('on') || name === 'srcdoc' || /^\s*javascript:/i.test(value);
    return [...document.body.querySelectorAll('*')].filter((one) => one.matches(strange) || [...one.attributes].some(runs)).map((one) => one.outerHTML.slice(0, 80));
  });
};

/** As in the name of a file on the disk of somebody who was sent it. */
const FILE = '"><img src=x onerror=run(20)>';

/** Turns the direction of writing within its name, to be read as another kind of file. */
const TURNED = 'copy-\u202eokniK.exe';

/** A name that no file of this machine may have, too: the chooser's input stands, hidden, before its button. */
const hand = (page: Page, button: string, files: readonly { readonly name: string; readonly buffer: Buffer }[]): Promise<void> =>
  page.getByRole('button', { name: button, exact: true }).locator('xpath=preceding-sibling::input[1]').setInputFiles(files.map((file) => ({ ...file, mimeType: 'text/plain' })));

test('markup in names, addresses, labels, lists and names of files stands on every screen as the text it is, and runs nothing', async ({ page, ownApp }) => {
  test.setTimeout(180_000);
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const vault = await openVaultPage(page, app.url);
  await createVault(vault);
  for (const [at, name] of PAYLOADS.entries()) {
    const id = fakePersonId(at);
    const fields = fakeFields({ name, code: `<b onload=run(${at})>`, address: `${name}${EVERY_FIELD}` });
    must(await vault.call('registerPerson', { id, fields }));
    must(await vault.call('enterNumber', { personId: id, text: fakeNumber(at), again: null, replaces: false, sameAs: null }));
  }
  must(await vault.call('changeSettings', { label: EVERY_FIELD }));
  must(await vault.call('lock'));
  await vault.end();

  const complaints = await watchComplaints(page);
  const { ran } = await watch(page);
  const user = createMouseUser(page);
  await user.open(app.url);
  await user.sees(EVERY_FIELD);
  await goToScreen(page, 'restore');
  const copy = readFileSync(path.resolve(import.meta.dirname, '../vectors/container-v1/golden-app.kinko'));
  await hand(page, ja.restore.choose, [{ name: `${FILE}.kinko`, buffer: copy }, { name: `2${FILE}.kinko`, buffer: Buffer.from(`{"${EVERY_FIELD}`) }, { name: TURNED, buffer: copy }]);
  await user.sees(ja.restore.which);
  for (const name of [`${FILE}.kinko`, `2${FILE}.kinko`, TURNED.replaceAll('\u202e', '\ufffd')]) await expect(page.locator('main bdi').getByText(name, { exact: true })).toHaveCount(1);
  expect(await madeBy(page), 'copies').toEqual([]);
  await goToScreen(page, 'unlock');
  expect(await madeBy(page), 'unlock').toEqual([]);
  await unlockVault(user);
  await user.sees(ja.shell.closeVault);
  for (const id of SCREENS_BEHIND.filter((one) => !isNumbered(one))) {
    await goToScreen(page, id);
    expect(await madeBy(page), id).toEqual([]);
  }
  await goTo(user, 'persons');
  const people = page.locator('main table a, main li a').filter({ hasText: /run\(/ });
  // The list is read behind the screen.
  await expect(people.first()).toBeVisible();
  const shown = await page.locator('main').innerText();
  for (const payload of PAYLOADS) expect(shown.normalize('NFKC')).toContain(payload.normalize('NFKC'));
  const count = Math.min(await people.count(), PAYLOADS.length);
  expect(count).toBeGreaterThan(4);
  for (let at = 0; at < count; at += 1) {
    await goTo(user, 'persons');
    await people.nth(at).click();
    await user.sees(ja.persons.person.details);
    expect(await madeBy(page), `person ${at}`).toEqual([]);
  }

  await goToScreen(page, 'import');
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = PAYLOADS.map((payload, at) => ['森　詩織', `<b onload=run(${at})>`, payload, payload].map(cell).join(','));
  const named = PAYLOADS.map((payload) => [payload, '', '', ''].map(cell).join(','));
  await hand(page, ja.imports.choose, [{ name: `${FILE}.csv`, buffer: Buffer.from([['氏名', '従業員番号', '住所', EVERY_FIELD].map(cell).join(','), ...named, ...rows].join('\n')) }]);
  await user.sees(ja.imports.preview.why);
  for (const shownThere of [`${FILE}.csv`, EVERY_FIELD, PAYLOADS[0] ?? '']) await expect(page.locator('main')).toContainText(shownThere);
  expect(await madeBy(page), 'import').toEqual([]);
  expect(ran()).toEqual([]);
  expect(complaints.all).toEqual([]);
});

test('a page of another origin that has the app in a window says nothing to it: what it posts is heard by nobody', async ({ page, context, ownApp }) => {
  const app = await ownApp();
  const other = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>other</title>'));
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve);
  });
  try {
    const complaints = await watchComplaints(page);
    await page.goto(`http://localhost:${(other.address() as AddressInfo).port}/`);
    const [opened] = await Promise.all([context.waitForEvent('page'), page.evaluate((address) => void Object.assign(globalThis, { app: window.open(address) }), app.url)]);
    const inside = await watchComplaints(opened);
    await createMouseUser(opened).sees(ja.first.createDo);
    const before = await opened.locator('body').innerText();
    const posted = await page.evaluate(() => {
      const { app: target } = globalThis as unknown as { readonly app: Window | null };
      const messages: unknown[] = [
        { type: 'APPLY', id: '1', path: ['inspectDevice'], argumentList: [{ type: 'RAW', value: [] }] },
        { type: 'kinko-ready' },
        { type: 'kinko-lost', reason: '<img src=x onerror=alert(1)>' },
        { type: 'SKIP_WAITING' },
        '<script>alert(1)</script>',
        null,
      ];
      let count = 0;
      for (const message of messages) {
        target?.postMessage(message, '*');
        count += 1;
      }
      return count;
    });
    expect(posted).toBe(6);
    await opened.waitForTimeout(500);
    expect(await opened.locator('body').innerText()).toBe(before);
    expect([...complaints.all, ...inside.all]).toEqual([]);
  } finally {
    other.closeAllConnections();
    await new Promise((resolve) => {
      other.close(resolve);
    });
  }
});
