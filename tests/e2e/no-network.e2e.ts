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

// Two windows beside each other: most of a probe is waiting.
for (const headers of [true, false])
  trapped(`nothing gets out of the page, nor of the worker that holds the keys, ${headers ? 'with the headers of the host' : 'where the host sets no headers'}`, async ({ context, ownApp, trap }) => {
    const [app, probing] = await Promise.all([ownApp({ headers }), ownApp({ headers, replace: insteadOfVault })]);
    const [page, worker] = await Promise.all([context.newPage(), context.newPage()]);
    await Promise.all([page.goto(app.url), worker.goto(probing.url)]);
    await untilShown(page);
    const [fromPage, fromWorker] = await Promise.all([probeHere(page, trap), probeInWorker(worker, trap)]);
    expectNothingOut(trap, fromPage);
    expectNothingOut(trap, fromWorker);
  });

trapped('nothing gets out of the service worker, with the headers of the host', async ({ page, ownApp, trap }) => {
  const app = await ownApp({ replace: insteadOfService });
  await page.goto(app.url);
  const answers = await probeInWorker(page, trap);
  // It must fetch the app's own files.
  expect(answers.ownFetch).toBe('open');
  expectNothingOut(trap, { ...answers, ownFetch: 'refused' });
});

/**
 * A browser may stand still for most of a minute while it starts a page's workers: the probe is made again then, whole, with a trap of its own.
 * What it shows is that in one probe every way arrives before that probe ends.
 */
const reachesTrap = async (page: Page, place: string, probe: (trap: Trap) => Promise<Answers>, ways: readonly string[], telling: readonly string[]): Promise<void> => {
  await expect(async () => {
    const trap = await createTrap();
    try {
      await page.goto(`${trap.control}${place}`);
      const answers = await probe(trap);
      expect(trap.caught()).toEqual(expect.arrayContaining([...ways]));
      expect(answers).toMatchObject(Object.fromEntries(telling.map((name) => [name, 'open'])));
    } finally {
      await trap.stop();
    }
  }).toPass({ timeout: 150_000 });
};

test('the same probe without a policy reaches the trap: from a page', async ({ page }, info) => {
  test.setTimeout(180_000);
  await reachesTrap(page, 'index.html', (trap) => probeHere(page, trap), inPage(info.project.name), TELLING);
});

test('the same probe without a policy reaches the trap: from a worker', async ({ page }) => {
  test.setTimeout(180_000);
  await reachesTrap(page, 'index.html', (trap) => probeInWorker(page, trap), IN_WORKER, TELLING);
});

test('the same probe without a policy reaches the trap: from a service worker', async ({ page }) => {
  test.setTimeout(180_000);
  await reachesTrap(page, 'service.html', (trap) => probeInWorker(page, trap), IN_SERVICE, []);
});
