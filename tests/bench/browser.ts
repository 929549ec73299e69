import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { CHROMIUM_ARGS } from '../e2e/support/engines.ts';
import type { Bench } from './page/main.ts';

/** Collects before memory is told, and tells at once. */
const ARGS = [...CHROMIUM_ARGS, '--enable-blink-features=ForceEagerMeasureMemory'];

/** A browser with a profile on the disk, as people have it; the profile goes afterwards. */
export const withPage = async <T>(executablePath: string, address: string, work: (page: Page) => Promise<T>): Promise<T> => {
  const profile = mkdtempSync(path.join(tmpdir(), 'kinko-bench-'));
  try {
    return await withProfile(executablePath, profile, address, work);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
};

export const withProfile = async <T>(executablePath: string, profile: string, address: string, work: (page: Page) => Promise<T>): Promise<T> => {
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: ARGS, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('pageerror', (error) => console.error(error));
    await page.goto(address);
    await page.locator('body', { hasText: 'ready' }).waitFor();
    return await work(page);
  } finally {
    await context.close();
  }
};

/** Calls the bench's page; what is thrown there is thrown here. */
export const callBench = async <M extends keyof Bench>(page: Page, method: M, ...args: Parameters<Bench[M]>): Promise<Awaited<ReturnType<Bench[M]>>> => {
  const answer: unknown = await page.evaluate(
    async ([name, given]) => {
      const calls = Reflect.get(globalThis, 'bench') as Readonly<Record<string, (...all: readonly unknown[]) => unknown>>;
      return calls[name]?.(...given);
    },
    [method, args] as const,
  );
  return answer as Awaited<ReturnType<Bench[M]>>;
};
