import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { CHROMIUM_ARGS } from '../e2e/support/engines.ts';
import { callBench } from './browser.ts';
import { makeLists } from './lists.ts';
import type { WorkloadName } from './page/main.ts';
import { formatProfile, readProfile, TRACE_CATEGORIES } from './profile.ts';

export interface ProfileCall {
  readonly chromium: string;
  /** The built page, readable. */
  readonly dist: string;
  readonly address: string;
  readonly cache: string;
  readonly names: readonly WorkloadName[];
  readonly people: number;
  readonly entries: number;
  readonly rounds: number;
}

/** Where the processor's time goes in our arm of each workload; profiles for DevTools are kept. Figures are those of a readable build. */
export const runProfile = async (call: ProfileCall): Promise<void> => {
  const browser = await chromium.launch({ executablePath: call.chromium, args: [...CHROMIUM_ARGS] });
  const profileOf = async (page: Page, name: WorkloadName): Promise<void> => {
    await browser.startTracing(page, { categories: [...TRACE_CATEGORIES] });
    await callBench(page, 'run', name, call.rounds, 'ours');
    const trace = await browser.stopTracing();
    const file = path.join(call.cache, `${name}.trace.json`);
    writeFileSync(file, trace);
    console.log(`\n${name}, ${call.people} people, ${call.entries} entries, ${call.rounds + 1} rounds, ms: ${file}\n${formatProfile(readProfile(trace.toString(), call.dist))}`);
  };
  try {
    const page = await browser.newPage();
    await page.goto(call.address);
    await page.locator('body', { hasText: 'ready' }).waitFor();
    await callBench(page, 'prepareVault', await makeLists(call.people), call.entries);
    // A restore prepares its file of the limit, whichever arm is run.
    await callBench(page, 'fillLimit');
    for (const name of call.names) await profileOf(page, name);
  } finally {
    await browser.close();
  }
};
