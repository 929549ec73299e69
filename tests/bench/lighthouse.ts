import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../tools/serve.mjs';
import { run } from '../tools/run.mjs';
import { buildApp } from './bench-build.ts';
import { median } from './statistics.ts';

/** Fetched by npx when it is asked for: 185 MB that no build and no test needs. 13 wants a younger Node than we do. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const RUNS = 5;
const TRIES = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

export type Scores = Readonly<Record<(typeof CATEGORIES)[number], number>>;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly environment: { readonly benchmarkIndex: number };
}

export interface LighthouseScores {
  /** Medians, 0 to 100. */
  readonly scores: Scores;
  /** What Lighthouse makes of the machine; far below 1,000 it is too slow or too busy for `performance` to mean anything. */
  readonly machine: number;
}

/** The first screen of the built app, as Lighthouse judges it on its slow telephone. Needs the network, to fetch Lighthouse itself. */
export const measureLighthouse = async (root: string, chromium: string, dist: string): Promise<LighthouseScores> => {
  await buildApp(root, dist);
  const folder = mkdtempSync(path.join(tmpdir(), 'kinko-lighthouse-'));
  const served = await serve({ dir: dist });
  const runOnce = async (no: number): Promise<Report | null> => {
    const file = path.join(folder, `${no}.json`);
    const flags = `--headless=new --disable-gpu${process.getuid?.() === 0 ? ' --no-sandbox' : ''}`;
    const options = ['--quiet', '--output=json', `--output-path=${file}`, `--only-categories=${CATEGORIES.join(',')}`, '--no-enable-error-reporting', `--chrome-flags=${flags}`];
    const env = { ...process.env, CHROME_PATH: chromium, npm_config_ignore_scripts: 'true' };
    const code = await run('npx', ['--yes', LIGHTHOUSE, served.url, ...options], { cwd: folder, env, shell: process.platform === 'win32' });
    return code === 0 ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null;
  };
  // A trace that was not recorded judges nothing, and Lighthouse asks for another visit itself; scores are never chosen.
  const visit = async (no: number): Promise<Report> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const report = await runOnce(no);
      if (report !== null) return report;
      console.log(`lighthouse: visit ${no + 1} recorded nothing`);
    }
    throw new Error('Lighthouse did not run');
  };
  try {
    const reports: Report[] = [];
    for (let no = 0; no < RUNS; no += 1) reports.push(await visit(no));
    const scoreOf = (category: string): number => median(reports.map(({ categories }) => (categories[category]?.score ?? 0) * 100));
    const scores = { performance: scoreOf('performance'), accessibility: scoreOf('accessibility'), 'best-practices': scoreOf('best-practices') };
    return { scores, machine: median(reports.map(({ environment }) => environment.benchmarkIndex)) };
  } finally {
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
