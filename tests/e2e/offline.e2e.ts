import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isWalkedIn, launchPersistent, ONE_ENGINE } from './support/engines.ts';
import { distDir, expect, test } from './support/fixtures.ts';
import { untilKept, untilShown } from './support/offline.ts';
import { ASK_ALIVE, insteadOfVault } from './support/probe-worker.ts';

for (const base of ['/', '/sub/path/']) {
  test(`opens with the server stopped, at ${base}: page, deep link, worker`, async ({ page, context, ownApp }, info) => {
    // What differs under a path are our own addresses.
    test.skip(base !== '/' && !isWalkedIn(info.project.name), ONE_ENGINE);
    const app = await ownApp({ base, replace: insteadOfVault });
    await page.goto(app.url);
    await untilShown(page);
    await untilKept(page);
    await app.stop();

    await page.reload();
    await untilShown(page);
    expect(await page.evaluate(`(${ASK_ALIVE})()`)).toBe('alive');

    const other = await context.newPage();
    for (const address of ['index.html?from=bookmark#/settings', 'no/such/file#/settings']) {
      await other.goto(app.url + address);
      await untilShown(other);
      expect(new URL(other.url()).hash).toBe('#/settings');
    }
  });
}

test('opens with the server stopped after the browser was closed', async ({ ownApp }, info) => {
  const profile = mkdtempSync(path.join(tmpdir(), 'kinko-profile-'));
  try {
    const app = await ownApp();
    const first = await launchPersistent(info.project.name, profile);
    const page = await first.newPage();
    await page.goto(app.url);
    await untilKept(page);
    await first.close();
    await app.stop();

    const second = await launchPersistent(info.project.name, profile);
    const again = await second.newPage();
    await again.goto(app.url);
    await untilShown(again);
    await second.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test('a newer version waits through reloads', async ({ page, ownApp }) => {
  const old = readFileSync(path.join(distDir, 'sw.js'), 'utf8');
  let newer = false;
  const app = await ownApp({ replace: (file) => (newer && file === '/sw.js' ? `${old}\n// newer` : undefined) });
  await page.goto(app.url);
  await untilKept(page);
  newer = true;
  await page.reload();
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  const states = (): Promise<readonly [boolean, boolean]> =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return [registration?.waiting !== null, registration?.active !== null] as const;
    });
  await expect.poll(states).toEqual([true, true]);
  await page.reload();
  await untilShown(page);
  expect(await states()).toEqual([true, true]);
});
