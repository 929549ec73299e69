import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { untilShown } from './support/offline.ts';
import { ASK_ALIVE, ASK_PROBE, PROBE, insteadOfVault } from './support/probe-worker.ts';
import { createTrap } from './support/trap.ts';

const IN_A_WORKER = ['fetch', 'post', 'xhr', 'websocket', 'eventsource', 'import'];

const probeInPage = (page: Page, trap: string): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(`(${PROBE})(${JSON.stringify(trap)})`);

const probeInWorker = (page: Page, trap: string): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(`(${ASK_PROBE})(${JSON.stringify(trap)})`);

const allRefused = (answers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(answers).map((name) => [name, 'refused']));

test('nothing gets out of the page', async ({ page, ownApp }) => {
  const trap = await createTrap();
  const app = await ownApp();
  await page.goto(app.url);
  await untilShown(page);
  const answers = await probeInPage(page, trap.origin);
  expect(Object.keys(answers)).toEqual(expect.arrayContaining([...IN_A_WORKER, 'beacon', 'eval', 'function', 'image', 'style']));
  expect(trap.caught()).toEqual([]);
  expect({ ...answers, beacon: 'refused' }).toEqual(allRefused(answers));
  await trap.stop();
});

test('nothing gets out of the worker that holds the keys', async ({ page, ownApp }) => {
  const trap = await createTrap();
  const app = await ownApp({ replace: insteadOfVault });
  await page.goto(app.url);
  await untilShown(page);
  expect(await page.evaluate(`(${ASK_ALIVE})()`)).toBe('alive');
  const answers = await probeInWorker(page, trap.origin);
  expect(Object.keys(answers)).toEqual(expect.arrayContaining([...IN_A_WORKER, 'eval', 'function']));
  expect(trap.caught()).toEqual([]);
  expect(answers).toEqual(allRefused(answers));
  await trap.stop();
});

test('nor where the host sets no headers', async ({ page, ownApp }) => {
  const trap = await createTrap();
  const app = await ownApp({ headers: false, replace: insteadOfVault });
  await page.goto(app.url);
  expect(await page.evaluate(`(${ASK_ALIVE})()`)).toBe('alive');
  const answers = await probeInWorker(page, trap.origin);
  expect(trap.caught()).toEqual([]);
  expect(answers).toEqual(allRefused(answers));
  await trap.stop();
});

test('the same probe without the policy does reach the trap', async ({ page }) => {
  const trap = await createTrap();
  await page.goto(`${trap.origin}/control/index.html`);
  expect(await page.evaluate(`(${ASK_ALIVE})()`)).toBe('alive');
  const answers = await probeInWorker(page, trap.origin);
  expect(trap.caught()).toEqual(expect.arrayContaining(IN_A_WORKER));
  expect(answers).toMatchObject({ eval: 'open', function: 'open', import: 'open', websocket: 'open' });
  await trap.stop();
});
