import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { fakeNumber } from '../support/fake-persons.ts';
import { TYPED_NUMBERS, walkMainPath } from './main-path.ts';
import type { TakeFile } from './pages/copies-page.ts';
import { SAMPLES, SAMPLE_PEOPLE } from './pages/import-page.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import type { User } from './pages/user.ts';
import { newFileIn } from './support/downloads.ts';
import { downloadsPath, isFirefox, launchPersistent } from './support/engines.ts';
import { distDir, expect, test, watchComplaints } from './support/fixtures.ts';
import type { PageComplaints } from './support/fixtures.ts';
import { expectNoneInFile, expectNoneInFolder, expectNoneInText, expectShown, formsOf, numbersIn, readPage } from './support/no-number.ts';
import { untilKept, untilShown } from './support/offline.ts';
import { watchOutgoing } from './support/outgoing.ts';
import type { OutgoingWatch } from './support/outgoing.ts';
import { listenForTransactions, withWatchedVault } from './support/transactions.ts';
import { verifyExport } from './support/verify-export.ts';
import { scanBytes } from '../support/disk/scan-folder.ts';

interface Device {
  readonly profile: string;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: PageComplaints;
  readonly console: string[];
  readonly transactions: Awaited<ReturnType<typeof listenForTransactions>>;
  readonly outgoing: OutgoingWatch;
}

const isFile = (address: string): boolean => {
  const file = path.join(distDir, new URL(address).pathname);
  return existsSync(file) || withWatchedVault(distDir)(new URL(address).pathname) !== undefined;
};

// Whatever a browser asks of its maker for itself, in spite of all settings.
const BROWSERS_OWN = /^(?:https?:\/\/)?[\w.-]+\.(?:mozilla\.(?:com|net|org)|firefox\.com|google(?:apis)?\.com)(?::\d+)?(?:\/|$)/;

/** Of page, workers and service worker: asks for the app's own files, by GET, and for nothing else. */
const expectOwnFilesOnly = (outgoing: OutgoingWatch, origin: string): void => {
  const ofTheApp = outgoing.seen().filter(({ address }) => !BROWSERS_OWN.test(address));
  expect(ofTheApp.filter(({ method, address }) => method !== 'GET' || !address.startsWith(`${origin}/`) || !isFile(address))).toEqual([]);
  expect(ofTheApp.length).toBeGreaterThan(5);
};

const FORMS = formsOf([...TYPED_NUMBERS, ...SAMPLE_PEOPLE.map(({ number }) => number), ...SAMPLES.flatMap(numbersIn)]);

/** Said on the console by the page and by the worker that holds the keys: so both are heard. Nothing else is looked for with them. */
const SAID = { page: fakeNumber(2_938_405), worker: fakeNumber(6_057_183) } as const;

const vaultThatSpeaks = (file: string): string | undefined => {
  const code = withWatchedVault(distDir)(file);
  return code === undefined ? undefined : `console.log('planted', '${SAID.worker}');\n${code}`;
};

/** Chromium writes where the user chose: here into a file of the origin's own, which is as real but for the dialog. */
const chooseInOrigin = (): void => {
  Object.assign(window, {
    showSaveFilePicker: async ({ suggestedName }: { readonly suggestedName: string }) =>
      await (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
  });
};

const readFromOrigin = async (page: Page, ending: string): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
  const found = await page.evaluate(async (wanted) => {
    const folder = await navigator.storage.getDirectory();
    for await (const [name, handle] of folder.entries()) {
      if (!name.endsWith(wanted) || !(handle instanceof FileSystemFileHandle)) continue;
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
      if (bytes.length > 0) return { name, base64: btoa(text) };
    }
    return null;
  }, ending);
  if (found === null) throw new Error('Nothing was written yet');
  return { name: found.name, bytes: Buffer.from(found.base64, 'base64') };
};

test('reading a page finds a number wherever it stands, in one piece or not', async ({ page, ownApp }) => {
  const digits = SAID.page;
  const { url } = await ownApp({ headers: false, replace: (file) => (file === '/reading.html' ? '<!doctype html><title>reading</title>' : undefined) });
  await page.goto(`${url}reading.html`);
  const readWith = async (markup: string): Promise<string> => {
    await page.evaluate(
      ([content, number]) => {
        document.body.innerHTML = content;
        const field = document.querySelector<HTMLInputElement>('#typed');
        if (field !== null) field.value = number.replace(/^(.{6})/, '$1 · ');
      },
      [markup, digits] as const,
    );
    return readPage(page);
  };
  const [a, b, c] = [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)];
  const wide = String.fromCodePoint(...[...digits].map((digit) => digit.charCodeAt(0) + 0xfee0));
  const places = [
    `<b>${a}</b><b>${b}</b>\n<b>${c}</b>`,
    `<b aria-label="${[...digits].join('、')}"></b>`,
    `<b title="${a}/${b}/${c}"></b>`,
    `<b>${wide.slice(0, 6)}<i>${wide.slice(6)}</i></b>`,
    '<input id="typed">',
    `<input value="${a}"><input value="${b}"><input value="${c}">`,
  ];
  for (const place of places) expect(scanBytes('page', Buffer.from(await readWith(place)), formsOf([digits])), place).not.toEqual([]);
  expectNoneInText('page', await readWith('<b>1</b>'), formsOf([digits]));
});

test('the main path, without network, and no number lies anywhere afterwards', async ({ ownApp }, info) => {
  test.setTimeout(420_000);
  let port = 0;
  let device: Device | undefined;
  const here = (): Device => {
    if (device === undefined) throw new Error('No device yet');
    return device;
  };

  const freshUser = async (): Promise<User> => {
    if (device !== undefined) await throwAway(device);
    const profile = mkdtempSync(path.join(tmpdir(), 'kinko-profile-'));
    const outgoing = await watchOutgoing();
    const context = await launchPersistent(info.project.name, profile, { keepsSession: true, proxyPort: outgoing.port });
    const page = await context.newPage();
    const complaints = await watchComplaints(page);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    if (!isFirefox(info.project.name)) await page.addInitScript(chooseInOrigin);
    const app = await ownApp({ port, replace: vaultThatSpeaks });
    port = app.port;
    await page.goto(app.url);
    await untilShown(page);
    await untilKept(page);
    // A page that was there before its service worker asks the network for its icon.
    await page.reload();
    await untilShown(page);
    await app.stop();
    device = { profile, context, page, complaints, console: said, transactions: await listenForTransactions(page), outgoing };
    return createMouseUser(page);
  };

  const throwAway = async (old: Device): Promise<void> => {
    expect(old.complaints.all).toEqual([]);
    await old.page.evaluate((digits) => console.log('planted', { digits }), SAID.page);
    const heard = (): readonly string[] =>
      Object.entries(SAID).flatMap(([where, digits]) => (scanBytes('console', Buffer.from(old.console.join('\n')), formsOf([digits])).length > 0 ? [where] : []));
    await expect.poll(heard).toEqual(['page', 'worker']);
    expectNoneInText('console', old.console.join('\n'), FORMS);
    const transactions = await old.transactions();
    expect(transactions.length).toBeGreaterThan(3);
    expect(transactions.filter(({ durability, how }) => durability !== 'strict' || how !== 'complete')).toEqual([]);
    await old.context.close();
    expectOwnFilesOnly(old.outgoing, `http://localhost:${port}`);
    await old.outgoing.stop();
    expectNoneInFolder(old.profile, FORMS);
    rmSync(old.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };

  const take: TakeFile = async (ending, act) => {
    let file = '';
    if (isFirefox(info.project.name)) file = await newFileIn(downloadsPath, act);
    else {
      await act();
      await expect(async () => {
        const { name, bytes } = await readFromOrigin(here().page, ending);
        file = info.outputPath(name);
        writeFileSync(file, bytes);
      }).toPass();
    }
    expectNoneInFile(file, FORMS, TYPED_NUMBERS[0]);
    if (ending === '.kinkolog') await verifyExport(readFileSync(file));
    return file;
  };

  const atRest = async (): Promise<void> => expectNoneInText('page', await readPage(here().page), FORMS);
  const whileShown = async (digits: string): Promise<void> => expectShown(await readPage(here().page), digits);

  try {
    await walkMainPath({ freshUser, take, atRest, whileShown, ways: ['password', 'recovery'], step: (name, work) => test.step(name, work) });
    await throwAway(here());
  } finally {
    await device?.context.close().catch(() => undefined);
    await device?.outgoing.stop();
    if (device !== undefined) rmSync(device.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
});
