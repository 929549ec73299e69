import { readdirSync } from 'node:fs';
import path from 'node:path';
import { distDir, expect, test, watchComplaints } from './support/fixtures.ts';
import { untilKept, untilShown } from './support/offline.ts';

const filesOf = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));

test('the app starts and its policies refuse nothing of its own', async ({ page, ownApp }) => {
  const app = await ownApp();
  const complaints = await watchComplaints(page);
  await page.goto(app.url);
  await untilShown(page);
  await untilKept(page);
  expect(complaints.all).toEqual([]);
});

test('the watch sees what a policy refuses', async ({ page, ownApp }) => {
  const app = await ownApp();
  const complaints = await watchComplaints(page);
  await page.goto(app.url);
  await untilShown(page);
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('img'), { src: 'https://elsewhere.invalid/x.png' }));
  });
  await expect.poll(() => complaints.all.filter((text) => text.includes('img-src')).length).toBeGreaterThan(0);
});

test('it asks for its own files only, by GET, under a subpath too', async ({ page, ownApp }) => {
  for (const base of ['/', '/deep/er/']) {
    const app = await ownApp({ base });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(app.url);
    await untilShown(page);
    await untilKept(page);
    const own = new Set(filesOf(distDir).map((file) => base + file).concat(base));
    // Browsers look for /favicon.ico of their own accord only where a page names no icon.
    expect(app.requests.filter((request) => request.method !== 'GET' || !own.has(request.path))).toEqual([]);
    expect(app.requests.length).toBeGreaterThan(5);
    expect(asked.filter((url) => !url.startsWith(app.url) && !url.startsWith(`blob:${app.origin}`))).toEqual([]);
    page.removeAllListeners('request');
  }
});

test('a host without any headers still gets the policy of the page', async ({ page, ownApp }) => {
  const app = await ownApp({ headers: false });
  const complaints = await watchComplaints(page);
  await page.goto(app.url);
  await untilShown(page);
  expect(complaints.all).toEqual([]);
  const refused = await page.evaluate(() => fetch('manifest.webmanifest').then(() => 'open', () => 'refused'));
  expect(refused).toBe('refused');
});
