import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ASK_ALIVE, ASK_PROBE, PROBE, insteadOfVault } from '../e2e/support/probe-worker.ts';
import { createTrap } from '../e2e/support/trap.ts';
import { IN_WORKER, TELLING, inPage } from '../e2e/support/ways-out.ts';
import { serve } from '../tools/serve.mjs';
import { expectOwnFilesOnly } from './own-files.ts';
import { endAll } from './processes.ts';
import { KEPT, SHOWN, until } from './until.ts';
import { openWebKit } from './webkit-driver.ts';

const dir = path.resolve(import.meta.dirname, '../..', process.env.KINKO_DIST ?? 'dist');

type Answers = Readonly<Record<string, string>>;

// Measured: ways of the other engines that this one does not have, or does not use here.
const NOT_IN_PAGE = ['webtransport', 'icon', 'prefetch'];
const NOT_IN_WORKER = ['webtransport', 'fontface'];

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

/** Every way that tells was tried, and told that it was refused. A beacon may be promised and still never leave: the trap knows. */
const expectAllRefused = (answers: Answers): void => {
  expect(Object.keys(answers)).toEqual(expect.arrayContaining(TELLING));
  expect(Object.entries(answers).filter(([name, answer]) => name !== 'beacon' && answer !== 'refused')).toEqual([]);
};

test('the app starts, and opens with the server stopped, under a subpath', async () => {
  const webkit = await browser();
  const app = await served({ base: '/sub/path/' });
  await webkit.goto(app.url);
  await until(webkit, SHOWN);
  await until(webkit, KEPT);
  expectOwnFilesOnly(app, dir);
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
  const ofPage = await webkit.evaluate<Answers>(PROBE, trap.origin);
  expect(trap.caught()).toEqual([]);
  expectAllRefused(ofPage);

  expect(await webkit.evaluate(ASK_ALIVE)).toBe('alive');
  const ofWorker = await webkit.evaluate<Answers>(ASK_PROBE, trap.origin);
  expect(trap.caught()).toEqual([]);
  expectAllRefused(ofWorker);
});

test('the same probe without the policy does reach the trap: from a page', async () => {
  const webkit = await browser();
  const trap = await trapped();
  await webkit.goto(`${trap.control}index.html`);
  const answers = await webkit.evaluate<Answers>(PROBE, trap.origin);
  expect(trap.caught()).toEqual(expect.arrayContaining([...inPage('webkit'), 'ping'].filter((way) => !NOT_IN_PAGE.includes(way))));
  expect(answers).toMatchObject(Object.fromEntries(TELLING.map((name) => [name, 'open'])));
});

test('the same probe without the policy does reach the trap: from a worker', async () => {
  const webkit = await browser();
  const trap = await trapped();
  await webkit.goto(`${trap.control}index.html`);
  expect(await webkit.evaluate(ASK_ALIVE)).toBe('alive');
  const answers = await webkit.evaluate<Answers>(ASK_PROBE, trap.origin);
  expect(trap.caught()).toEqual(expect.arrayContaining(IN_WORKER.filter((way) => !NOT_IN_WORKER.includes(way))));
  expect(answers).toMatchObject(Object.fromEntries(TELLING.map((name) => [name, 'open'])));
});
