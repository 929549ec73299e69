import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { serve } from '../tools/serve.mjs';
import { buildBench } from './bench-build.ts';
import { callBench, withPage } from './browser.ts';
import { measureDisk } from './disk.ts';
import { measureFirstScreen } from './first-screen.ts';
import { measureLighthouse } from './lighthouse.ts';
import { makeLists } from './lists.ts';
import type { WorkloadName } from './page/main.ts';
import type { Row } from './rows.ts';
import { rowsOf } from './rows.ts';
import { runProfile } from './run-profile.ts';
import { formatRows } from './table.ts';

export interface BenchCall {
  readonly root: string;
  readonly chromium: string;
  readonly only: readonly string[];
  readonly people: readonly number[];
  readonly rounds: number;
  readonly shortLog: number;
  readonly longLog: number;
  readonly profile: boolean;
}

/** The sizes at which the targets hold. */
const JUDGED_PEOPLE = 10_000;
const JUDGED_ENTRIES = 100_000;
/** Persons of the vaults whose log is measured. */
const LOG_PEOPLE = 100;
/** Of the quick workloads, for each of the slow ones. */
const MORE_ROUNDS = 4;

const QUICK: ReadonlySet<string> = new Set(['unlock', 'save']);
const OF_PEOPLE: readonly WorkloadName[] = ['unlock', 'search', 'save', 'import', 'copy', 'restore'];

const grouped = (count: number): string => count.toLocaleString('en');

const say = (text: string): void => console.log(`${new Date().toISOString().slice(11, 19)}  ${text}`);

const measure = async (call: BenchCall, page: Page, name: WorkloadName, at: string, judged: boolean): Promise<readonly Row[]> => {
  const rounds = QUICK.has(name) ? call.rounds * MORE_ROUNDS : call.rounds;
  const rows = rowsOf(name, await callBench(page, 'run', name, rounds), at, judged);
  console.log(formatRows(rows));
  return rows;
};

const measurePeople = async (call: BenchCall, address: string, people: number): Promise<readonly Row[]> => {
  const names = OF_PEOPLE.filter((name) => call.only.includes(name));
  if (names.length === 0) return [];
  return withPage(call.chromium, address, async (page) => {
    const made = await callBench(page, 'prepareVault', await makeLists(people), call.shortLog);
    await callBench(page, 'fillLimit');
    if (made.persons !== people) throw new Error(`${made.persons} people instead of ${people}`);
    say(`${grouped(people)} people, ${grouped(made.numbers)} numbers, ${grouped(made.entries)} entries; bytes: ${JSON.stringify(made.bytes)}`);
    const rows: Row[] = [];
    for (const name of names) rows.push(...(await measure(call, page, name, `, ${grouped(people)}`, people === JUDGED_PEOPLE)));
    return rows;
  });
};

const measureLogs = async (call: BenchCall, address: string): Promise<readonly Row[]> => {
  const names = (['verify', 'growth'] as const).filter((name) => call.only.includes(name));
  if (names.length === 0) return [];
  return withPage(call.chromium, address, async (page) => {
    const lists = await makeLists(LOG_PEOPLE);
    const rows: Row[] = [];
    for (const entries of [call.shortLog, call.longLog]) {
      await callBench(page, 'prepareVault', lists, entries);
      await callBench(page, 'fillLimit');
      say(`${LOG_PEOPLE} people, ${grouped(entries)} entries`);
      const longest = entries === call.longLog;
      const judged = entries === JUDGED_ENTRIES;
      for (const name of names) {
        if (name === 'verify') rows.push(...(await measure(call, page, name, `, ${grouped(entries)} entries`, judged)));
        else if (longest) rows.push(...(await measure(call, page, name, '', judged)));
      }
    }
    return rows;
  });
};

const MEGABYTE = 1024 * 1024;

const told = (workload: string, unit: Row['unit'], ours: number, more: Partial<Row> = {}): Row => ({
  workload,
  unit,
  ours,
  limit: null,
  ratio: null,
  target: null,
  least: null,
  rounds: 1,
  parts: [],
  ...more,
});

const measureRoom = async (call: BenchCall, address: string, people: number): Promise<readonly Row[]> => {
  const at = `, ${grouped(people)}`;
  const judged = people === JUDGED_PEOPLE;
  const rows: Row[] = [];
  if (call.only.includes('disk')) {
    say(`disk${at}`);
    const { ours, limit } = await measureDisk(call.chromium, address, await makeLists(people), call.shortLog);
    rows.push(told(`disk${at}`, 'MB', ours / MEGABYTE, { limit: limit / MEGABYTE, ratio: ours / limit, target: judged ? 1.4 : null }));
  }
  if (call.only.includes('memory')) {
    say(`memory${at}`);
    const { page, worker } = await withPage(call.chromium, address, async (opened) => {
      await callBench(opened, 'prepareVault', await makeLists(people), call.shortLog);
      return callBench(opened, 'memory');
    });
    rows.push(told(`memory of the vault's worker${at}`, 'MB', worker / MEGABYTE), told(`memory of a page that read the list${at}`, 'MB', page / MEGABYTE));
  }
  return rows;
};

const measureScripts = async (call: BenchCall, dist: string): Promise<readonly Row[]> => {
  if (!call.only.includes('first-screen')) return [];
  say('first screen');
  const { page, worker } = await measureFirstScreen(call.root, call.chromium, dist);
  return [
    told('first screen: script of the page, gzip', 'kB', page.gzip / 1000, { target: 60 }),
    told('first screen: with the vault worker, gzip', 'kB', (page.gzip + worker.gzip) / 1000),
    told('first screen: with the vault worker, brotli', 'kB', (page.brotli + worker.brotli) / 1000),
  ];
};

const measureScores = async (call: BenchCall, dist: string): Promise<readonly Row[]> => {
  if (!call.only.includes('lighthouse')) return [];
  say('lighthouse');
  const { scores, machine } = await measureLighthouse(call.root, call.chromium, dist);
  return [
    told('lighthouse: performance', 'of 100', scores.performance, { least: 99 }),
    told('lighthouse: accessibility', 'of 100', scores.accessibility, { least: 100 }),
    told('lighthouse: best practices', 'of 100', scores['best-practices'], { least: 100 }),
    told('lighthouse: its opinion of this machine, 1,000 is slow', 'index', machine),
  ];
};

/** One profile for each workload, at the largest size that was asked for. */
const profile = async (call: BenchCall, cache: string, dist: string, address: string): Promise<void> => {
  const common = { chromium: call.chromium, dist, address, cache, rounds: call.rounds };
  const names = OF_PEOPLE.filter((name) => call.only.includes(name));
  if (names.length > 0) await runProfile({ ...common, names, people: Math.max(...call.people), entries: call.shortLog });
  if (call.only.includes('verify')) await runProfile({ ...common, names: ['verify'], people: LOG_PEOPLE, entries: call.longLog });
};

/** Builds, measures, prints, and keeps the figures in node_modules/.cache/bench. */
export const runBench = async (call: BenchCall): Promise<void> => {
  const cache = path.join(call.root, 'node_modules/.cache/bench');
  const dist = path.join(cache, 'page');
  mkdirSync(cache, { recursive: true });
  say('building');
  await buildBench(call.root, dist, call.profile);
  const served = await serve({ dir: dist });
  const address = `${served.url}index.html`;
  const rows: Row[] = [];
  try {
    if (call.profile) {
      await profile(call, cache, dist, address);
      return;
    }
    for (const people of call.people) rows.push(...(await measurePeople(call, address, people)));
    rows.push(...(await measureLogs(call, address)));
    for (const people of call.people) rows.push(...(await measureRoom(call, address, people)));
    rows.push(...(await measureScripts(call, path.join(cache, 'app'))));
    rows.push(...(await measureScores(call, path.join(cache, 'app'))));
  } finally {
    await served.stop();
  }
  console.log(`\n${formatRows(rows)}`);
  const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, load: loadavg() };
  const file = path.join(cache, 'figures.json');
  writeFileSync(file, `${JSON.stringify({ time: new Date().toISOString(), machine, rows }, null, 2)}\n`);
  console.log(`\n${path.relative(call.root, file)}`);
};
