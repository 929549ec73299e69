import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ASK_ALIVE, ASK_PROBE, PROBE, insteadOfVault } from '../e2e/support/probe-worker.ts';
import { createTrap } from '../e2e/support/trap.ts';
import { serve } from '../tools/serve.mjs';
import { endAll } from './processes.ts';
import { KEPT, SHOWN, until } from './until.ts';
import { openWebKit } from './webkit-driver.ts';

const dir = path.resolve(import.meta.dirname, '../..', process.env.KINKO_DIST ?? 'dist');

type Answers = Readonly<Record<string, string>>;

const closing: (() => Promise<void>)[] = [];
const closeAtEnd = <T extends object>(thing: T, close: (thing: T) => Promise<void>): T => {
  closing.unshift(() => close(thing));
  return thing;
};
afterEach(async () => {
  await Promise.allSettled(closing.splice(0).map((close) => close()));
  await endAll();
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
  await until(webkit, SHOWN);
  await until(webkit, KEPT);
  expect(app.requests.filter((request) => request.method !== 'GET')).toEqual([]);
  await app.stop();

  await webkit.reload();
  await until(webkit, SHOWN);
  expect(await webkit.evaluate(ASK_ALIVE)).toBe('alive');
  await webkit.goto(`${app.url}no/such/file#/settings`);
  await until(webkit, SHOWN);
  expect(new URL(await webkit.url()).hash).toBe('#/settings');
});

test.each([true, false])('nothing gets out of page or worker; headers of the host: %s', async (headers) => {
  const webkit = await browser();
  const trap = await trapped();
  const app = await served({ headers });
  await webkit.goto(app.url);
  await until(webkit, SHOWN);
  const inPage = await webkit.evaluate<Answers>(PROBE, trap.origin);
  expect(trap.caught()).toEqual([]);
  // A beacon may be promised and still never leave: the trap knows.
  const { beacon: _, ...telling } = inPage;
  expect(telling).toEqual(allRefused(telling));

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
