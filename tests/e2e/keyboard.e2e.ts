import type { BrowserContext, Page } from '@playwright/test';
import { walkMainPath } from './main-path.ts';
import type { TakeFile } from './pages/copies-page.ts';
import { createKeyboardUser, watchPointers } from './pages/keyboard-user.ts';
import type { User } from './pages/user.ts';
import { isFirefox } from './support/engines.ts';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';

test.use(WITHOUT_SERVICE_WORKER);

test('the main path by keyboard alone', async ({ browser, app }, info) => {
  test.skip(isFirefox(info.project.name), 'Firefox tells of no file chooser');
  test.setTimeout(420_000);
  let context: BrowserContext | undefined;
  let page: Page | undefined;
  const pointers: (readonly string[])[] = [];
  const freshUser = async (): Promise<User> => {
    await context?.close();
    context = await browser.newContext();
    page = await context.newPage();
    // Without the browser's own dialog: the file is downloaded, and chosen again to be read back.
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    pointers.push(await watchPointers(page));
    // From the start: asked for only when it opens, the chooser would be the browser's own.
    page.on('filechooser', () => undefined);
    await page.goto(app.url);
    return createKeyboardUser(page);
  };
  const take: TakeFile = async (ending, act) => {
    const [download] = await Promise.all([page?.waitForEvent('download'), act()]);
    const file = info.outputPath(download?.suggestedFilename() ?? '');
    expect(file.endsWith(ending)).toBe(true);
    await download?.saveAs(file);
    return file;
  };
  await walkMainPath({ freshUser, take, atRest: async () => undefined, ways: ['recovery'], step: (name, work) => test.step(name, work) });
  expect(pointers.flat()).toEqual([]);
});
