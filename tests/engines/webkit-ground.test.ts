import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ASK_ALIVE, ASK_PROBE, PROBE, insteadOfVault } from '../e2e/support/probe-worker.ts';
import { createTrap } from '../e2e/support/trap.ts';
import { serve } from '../tools/serve.mjs';
import { openWebKit } from './webkit-driver.ts';

const dir = path.resolve(import.meta.dirname, '../..', process.env.KINKO_DIST ?? 'dist');
const SHOWN = `() => document.querySelector('#app > :not(.not-started)') !== null`;
const KEPT = `async () => (await navigator.serviceWorker.ready).active.state === 'activated'`;

type Answers = Readonly<Record<string, string>>;

const closing: (() => Promise<void>)[] = [];
const closeAtEnd = <T extends object>(thing: T, close: (thing: T) => Promise<void>): T => {
  closing.unshift(() => close(thing));
  return thing;
};
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const browser = async () => closeAtEnd(await openWebKit(), (one) => one.close());
const trapped = async () => closeAtEnd(await createTrap(), (one) => one.stop());
const served = async (options: { readonly base?: string; readonly headers?: boolean } = {}) =>
  closeAtEnd(await serve({ dir, replace: insteadOfVault, ...options }), (one) => one.stop());

const allRefused = (answers: Answers): Answers => Object.fromEntries(Object.keys(answers).map((name) => [name, 'refused']));

test('the app starts, and opens with the server stopped, under a subpath', async () => {
  const webkit = await browser();
  const app = await served({ base: '/sub/path/' });
  await webkit.goto(app.url);
  await webkit.until(SHOWN);
  await webkit.until(KEPT);
  expect(app.requests.filter((request) => request.method !== 'GET')).toEqual([]);
  await app.stop();

  await webkit.reload();
  await webkit.until(SHOWN);
  expect(await webkit.evaluate(ASK_ALIVE)).toBe('alive');
  await webkit.goto(`${app.url}no/such/file#/settings`);
  await webkit.until(SHOWN);
  expect(new URL(await webkit.url()).hash).toBe('#/settings');
});

test.each([true, false])('nothing gets out of page or worker; headers of the host: %s', async (headers) => {
  const webkit = await browser();
  const trap = await trapped();
  const app = await served({ headers });
  await webkit.goto(app.url);
  await webkit.until(SHOWN);
  const inPage = await webkit.evaluate<Answers>(PROBE, trap.origin);
  expect(trap.caught()).toEqual([]);
  expect({ ...inPage, beacon: 'refused' }).toEqual(allRefused(inPage));

  expect(await webkit.evaluate(ASK_ALIVE)).toBe('alive');
  const inWorker = await webkit.evaluate<Answers>(ASK_PROBE, trap.origin);
  expect(Object.keys(inWorker)).toEqual(expect.arrayContaining(['fetch', 'xhr', 'websocket', 'import', 'eval']));
  expect(trap.caught()).toEqual([]);
  expect(inWorker).toEqual(allRefused(inWorker));
});

test('the same probe without the policy does reach the trap', async () => {
  const webkit = await browser();
  const trap = await trapped();
  await webkit.goto(`${trap.origin}/control/index.html`);
  expect(await webkit.evaluate(ASK_ALIVE)).toBe('alive');
  const answers = await webkit.evaluate<Answers>(ASK_PROBE, trap.origin);
  expect(trap.caught()).toEqual(expect.arrayContaining(['fetch', 'xhr', 'websocket', 'import']));
  expect(answers).toMatchObject({ eval: 'open', function: 'open' });
});
