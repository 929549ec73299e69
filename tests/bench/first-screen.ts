import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS } from '../e2e/support/engines.ts';
import { serve } from '../tools/serve.mjs';
import { buildApp } from './bench-build.ts';

export interface ScriptSize {
  readonly gzip: number;
  readonly brotli: number;
  readonly files: readonly string[];
}

export interface FirstScreen {
  readonly page: ScriptSize;
  /** Of the vault's worker, which the first screen asks what lies on the device. */
  readonly worker: ScriptSize;
}

/** Bytes of script that a first visit loads until its screen stands. The service worker, which comes afterwards, is not among them. */
export const measureFirstScreen = async (root: string, executablePath: string, dist: string): Promise<FirstScreen> => {
  await buildApp(root, dist);
  const served = await serve({ dir: dist });
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
  try {
    const page = await browser.newPage({ locale: 'ja-JP', serviceWorkers: 'block' });
    await page.goto(served.url);
    await page.getByRole('heading').first().waitFor();
    await page.waitForLoadState('networkidle');
    const scripts = [...new Set(served.requests.map(({ path: name }) => name).filter((name) => name.endsWith('.js')))];
    const sizeOf = (names: readonly string[]): ScriptSize => {
      const contents = names.map((name) => readFileSync(path.join(dist, name)));
      const sum = (compress: (content: Buffer) => Buffer): number => contents.reduce((total, content) => total + compress(content).length, 0);
      return { gzip: sum((content) => gzipSync(content, { level: 9 })), brotli: sum((content) => brotliCompressSync(content)), files: names };
    };
    const ofPage = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
    const inPage = scripts.filter((name) => ofPage.includes(name));
    const others = scripts.filter((name) => !inPage.includes(name));
    return { page: sizeOf(inPage), worker: sizeOf(others) };
  } finally {
    await browser.close();
    await served.stop();
  }
};
