import path from 'node:path';
import { test as base } from '@playwright/test';
import type { ConsoleMessage, Page } from '@playwright/test';
import { serve } from '../../tools/serve.mjs';
import type { Served } from '../../tools/serve.mjs';

/** The built app; another folder can be named to run several builds beside each other. */
export const distDir = path.resolve(import.meta.dirname, '../../..', process.env.KINKO_DIST ?? 'dist');

export interface PageComplaints {
  /** What the page's policies refused, and every error on its console or thrown in it. */
  readonly all: readonly string[];
}

/** Listens from before the first script on. */
export const watchComplaints = async (page: Page): Promise<PageComplaints> => {
  const all: string[] = [];
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`refused: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') all.push(message.text());
  });
  page.on('pageerror', (error) => all.push(String(error)));
  return { all };
};

/**
 * `app`: the built app on a free port with its real headers, one for each test process.
 * `ownApp`: starts a server the test may stop, replace files on, or put under a subpath.
 */
export const test = base.extend<{ ownApp: (options?: OwnAppOptions) => Promise<Served> }, { app: Served }>({
  app: [
    // Playwright reads the names of a fixture's needs out of the pattern, so an empty one must stand.
    async ({}, use) => {
      const served = await serve({ dir: distDir });
      await use(served);
      await served.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ app }, use) => {
    await use(app.url);
  },
  ownApp: async ({}, use) => {
    const started: Served[] = [];
    await use(async (options = {}) => {
      const served = await serve({ dir: distDir, ...options });
      started.push(served);
      return served;
    });
    await Promise.all(started.map((served) => served.stop()));
  },
});

/**
 * For tests that look at screens and words: keeping the app's files for working without a network takes a browser more time than most of them,
 * each time anew. What is offline, updated, started or lost is tried with the service worker, and the main path as well.
 */
export const WITHOUT_SERVICE_WORKER = { serviceWorkers: 'block' } as const;

export interface OwnAppOptions {
  readonly dir?: () => string;
  readonly base?: string;
  readonly headers?: boolean;
  readonly port?: number;
  readonly replace?: (path: string) => string | undefined;
}

export { expect } from '@playwright/test';
