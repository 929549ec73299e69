import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

/** One writing transaction of IndexedDB, as the browser itself describes it; or an answer that came before its end. */
export interface SeenTransaction {
  readonly database: string;
  readonly durability: string;
  readonly how: 'complete' | 'abort' | 'answered early';
}

const WATCH = path.join(import.meta.dirname, 'vault-page/watch-transactions.js');

/** For the `replace` of a server: the app's own vault worker with the watch in front of it. */
export const withWatchedVault =
  (dist: string) =>
  (file: string): string | undefined =>
    /^\/assets\/vault\.worker-[\w-]+\.js$/.test(file)
      ? `${readFileSync(WATCH, 'utf8')}\n${readFileSync(path.join(dist, file), 'utf8')}`
      : undefined;

/** Collects in the page, from now on, what watched workers of this origin tell. */
export const listenForTransactions = async (page: Page): Promise<() => Promise<readonly SeenTransaction[]>> => {
  await page.evaluate(() => {
    const seen: unknown[] = [];
    new BroadcastChannel('kinko-test-transactions').addEventListener('message', ({ data }) => seen.push(data));
    Object.assign(globalThis, { kinkoTransactions: seen });
  });
  return async () => (await page.evaluate('globalThis.kinkoTransactions')) as readonly SeenTransaction[];
};
