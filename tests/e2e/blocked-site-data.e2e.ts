import type { BrowserContext, Page } from '@playwright/test';
import { ja } from '../../src/i18n/ja.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { launchPersistent } from './support/engines.ts';
import { expect, test } from './support/fixtures.ts';
import { expectGoodState } from './support/look.ts';
import { withFolder } from './support/profile.ts';

// A browser that can do all of it and is set to keep nothing for any site: no fault of the browser, and no device without a vault.

const { checks, trouble } = ja;

const pageOf = async (context: BrowserContext): Promise<Page> => context.pages()[0] ?? (await context.newPage());

test('a browser set to keep no site data: the screen says so and how to allow it; once allowed, the app begins', async ({ ownApp }, info) => {
  const app = await ownApp();
  await withFolder(async (profile) => {
    const blocking = await launchPersistent(info.project.name, profile, { blocksSiteData: true });
    const page = await pageOf(blocking);
    const user = createMouseUser(page);
    await user.open(app.url);
    await user.sees(trouble.blocked);
    await user.sees(app.url);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(trouble.blocked);
    expect(await user.text()).not.toContain(trouble.tooOld);
    await expectGoodState(page, 'site data blocked');

    await user.press('link', ja.diagnosis.title);
    for (const id of ['files', 'database'] as const) {
      const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: checks.items[id].title, exact: true }) });
      await expect(row).toContainText(checks.items[id].says.refused);
    }
    await blocking.close();

    const allowing = await launchPersistent(info.project.name, profile, { blocksSiteData: false });
    const again = await pageOf(allowing);
    await createMouseUser(again).open(app.url);
    await expect(again.getByRole('link', { name: ja.first.createDo })).toBeVisible({ timeout: 30_000 });
    // The trial of the place has left nothing.
    expect((await again.evaluate(() => indexedDB.databases())).map(({ name }) => name)).toEqual([]);
    await allowing.close();
  });
});
