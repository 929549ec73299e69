import type { BrowserContext, Page } from '@playwright/test';
import { walkMainPath } from './main-path.ts';
import type { TakeFile } from './pages/copies-page.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import type { User } from './pages/user.ts';
import { newFileIn } from './support/downloads.ts';
import { downloadsPath, isFirefox } from './support/engines.ts';
import { distDir, expect, test, watchComplaints } from './support/fixtures.ts';
import type { PageComplaints } from './support/fixtures.ts';
import { untilKept, untilShown } from './support/offline.ts';
import { listenForTransactions, withWatchedVault } from './support/transactions.ts';

interface Device {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: PageComplaints;
  readonly transactions: Awaited<ReturnType<typeof listenForTransactions>>;
}

test('the main path, without network', async ({ browser, ownApp }, info) => {
  test.setTimeout(300_000);
  let port = 0;
  let device: Device | undefined;

  /** What is asked of a device before it is thrown away; closing it lets the test's own tool write into the page. */
  const expectClean = async ({ complaints, transactions }: Device): Promise<void> => {
    expect(complaints.all).toEqual([]);
    const seen = await transactions();
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.filter(({ durability, how }) => durability !== 'strict' || how !== 'complete')).toEqual([]);
  };

  const freshUser = async (): Promise<User> => {
    if (device !== undefined) await expectClean(device);
    await device?.context.close();
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints = await watchComplaints(page);
    // Chromium's own dialog cannot be used by a test: the app hands the file to the browser as elsewhere.
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    const app = await ownApp({ port, replace: withWatchedVault(distDir) });
    port = app.port;
    await page.goto(app.url);
    await untilShown(page);
    await untilKept(page);
    // A page that was there before its service worker asks the network for its icon.
    await page.reload();
    await untilShown(page);
    await app.stop();
    device = { context, page, complaints, transactions: await listenForTransactions(page) };
    return createMouseUser(page);
  };

  const take: TakeFile = async (ending, act) => {
    if (isFirefox(info.project.name)) return await newFileIn(downloadsPath, act);
    const [download] = await Promise.all([device?.page.waitForEvent('download'), act()]);
    const file = info.outputPath(download?.suggestedFilename() ?? '');
    expect(file.endsWith(ending)).toBe(true);
    await download?.saveAs(file);
    return file;
  };

  await walkMainPath({ freshUser, take, step: (name, work) => test.step(name, work) });
  if (device !== undefined) await expectClean(device);
});
