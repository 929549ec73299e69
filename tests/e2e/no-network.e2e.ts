import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { untilShown } from './support/offline.ts';
import { ASK_ALIVE, ASK_PROBE, PROBE, insteadOfService, insteadOfVault } from './support/probe-worker.ts';
import { createTrap } from './support/trap.ts';
import type { Trap } from './support/trap.ts';
import { IN_SERVICE, IN_WORKER, TELLING, inPage } from './support/ways-out.ts';

type Answers = Readonly<Record<string, string>>;

const trapped = test.extend<{ trap: Trap }>({
  trap: async ({}, use) => {
    const trap = await createTrap();
    await use(trap);
    await trap.stop();
  },
});

/** Ends seconds after the last way was tried, with a policy and without: see the control below. */
const probeHere = (page: Page, trap: Trap): Promise<Answers> => page.evaluate(`(${PROBE})(${JSON.stringify(trap.origin)})`);

const probeInWorker = async (page: Page, trap: Trap): Promise<Answers> => {
  expect(await page.evaluate(`(${ASK_ALIVE})()`)).toBe('alive');
  return page.evaluate(`(${ASK_PROBE})(${JSON.stringify(trap.origin)})`);
};

/** Nothing arrived, and every way that tells says so. A beacon only says that it was queued. */
const expectNothingOut = (trap: Trap, answers: Answers, telling = TELLING): void => {
  expect(Object.keys(answers)).toEqual(expect.arrayContaining([...telling]));
  expect(trap.caught()).toEqual([]);
  expect(Object.entries(answers).filter(([name, answer]) => name !== 'beacon' && answer !== 'refused')).toEqual([]);
};

for (const headers of [true, false]) {
  const where = headers ? 'with the headers of the host' : 'where the host sets no headers';

  trapped(`nothing gets out of the page, ${where}`, async ({ page, ownApp, trap }) => {
    const app = await ownApp({ headers });
    await page.goto(app.url);
    await untilShown(page);
    expectNothingOut(trap, await probeHere(page, trap));
  });

  trapped(`nothing gets out of the worker that holds the keys, ${where}`, async ({ page, ownApp, trap }) => {
    const app = await ownApp({ headers, replace: insteadOfVault });
    await page.goto(app.url);
    expectNothingOut(trap, await probeInWorker(page, trap));
  });
}

trapped('nothing gets out of the service worker, with the headers of the host', async ({ page, ownApp, trap }) => {
  const app = await ownApp({ replace: insteadOfService });
  await page.goto(app.url);
  const answers = await probeInWorker(page, trap);
  // It must fetch the app's own files.
  expect(answers.ownFetch).toBe('open');
  expectNothingOut(trap, { ...answers, ownFetch: 'refused' });
});

trapped('the same probe without a policy reaches the trap: from a page', async ({ page, trap }, info) => {
  await page.goto(`${trap.control}index.html`);
  const answers = await probeHere(page, trap);
  expect(trap.caught()).toEqual(expect.arrayContaining([...inPage(info.project.name)]));
  expect(answers).toMatchObject(Object.fromEntries(TELLING.map((name) => [name, 'open'])));
});

trapped('the same probe without a policy reaches the trap: from a worker', async ({ page, trap }) => {
  await page.goto(`${trap.control}index.html`);
  const answers = await probeInWorker(page, trap);
  expect(trap.caught()).toEqual(expect.arrayContaining(IN_WORKER));
  expect(answers).toMatchObject(Object.fromEntries(TELLING.map((name) => [name, 'open'])));
});

trapped('the same probe without a policy reaches the trap: from a service worker', async ({ page, trap }) => {
  await page.goto(`${trap.control}service.html`);
  await probeInWorker(page, trap);
  expect(trap.caught()).toEqual(expect.arrayContaining(IN_SERVICE));
});
