import { isFirefox, launchPersistent } from './support/engines.ts';
import { expect, test } from './support/fixtures.ts';
import { untilKept, untilShown } from './support/offline.ts';
import { withFolder } from './support/profile.ts';

test('Chromium finds nothing against installing the app, nor in its manifest', async ({ ownApp }, info) => {
  test.skip(isFirefox(info.project.name), 'Firefox installs nothing and says nothing about it');
  const app = await ownApp({});
  await withFolder(async (profile) => {
    const context = await launchPersistent(info.project.name, profile);
    try {
      const page = await context.newPage();
      await page.goto(app.url);
      await untilShown(page);
      await untilKept(page);
      await page.reload();
      await untilShown(page);
      const session = await context.newCDPSession(page);
      const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
      // However lasting its profile, Playwright's window counts as a private one.
      expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
      const { url, errors, data } = await session.send('Page.getAppManifest');
      expect(errors).toEqual([]);
      expect(url).toMatch(/\.webmanifest$/);
      expect(data).toContain('"standalone"');
    } finally {
      await context.close();
    }
  });
});
