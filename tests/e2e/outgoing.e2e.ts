import { launchPersistent } from './support/engines.ts';
import { expect, test } from './support/fixtures.ts';
import { watchOutgoing } from './support/outgoing.ts';
import { withFolder } from './support/profile.ts';
import { createTrap } from './support/trap.ts';

// The main path is walked under this watch: here it is shown to see.
test('the watch over a browser sees what page and worker ask for without a policy', async ({}, info) => {
  const outgoing = await watchOutgoing();
  const trap = await createTrap();
  await withFolder(async (profile) => {
    const context = await launchPersistent(info.project.name, profile, { proxyPort: outgoing.port });
    try {
      const page = await context.newPage();
      await page.goto(`${trap.control}index.html`);
      await page.evaluate(() => {
        void fetch('http://elsewhere.invalid/page', { method: 'POST', body: 'x' }).catch(() => undefined);
        void fetch('https://elsewhere.invalid/').catch(() => undefined);
        const code = new Blob(['fetch("http://elsewhere.invalid/worker")'], { type: 'text/javascript' });
        Object.assign(window, { worker: new Worker(URL.createObjectURL(code)) });
      });
      const asked = (): readonly string[] => outgoing.seen().map(({ method, address }) => `${method} ${address}`);
      await expect
        .poll(asked)
        .toEqual(
          expect.arrayContaining([
            `GET ${trap.control}index.html`,
            'POST http://elsewhere.invalid/page',
            'CONNECT elsewhere.invalid:443',
            'GET http://elsewhere.invalid/worker',
          ]),
        );
    } finally {
      await context.close();
    }
  });
  await outgoing.stop();
  await trap.stop();
});
