// Splits a campaign into slices, each in a process of its own, and adds up what they found. What is done is kept: stopped and started
// again, a campaign goes on. A slice whose process dies is a failure of the campaign.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { openState, sourcesName } from './campaign-state.mjs';

/** @typedef {import('../campaigns/tally.ts').Tally} Tally */
/** @typedef {{ readonly name: string, readonly tally: Tally, readonly mebibytes: number }} ToldRow */
/** @typedef {{ readonly processes: string, readonly anew: boolean }} CampaignValues */

/** Options that every campaign of slices takes. */
export const CAMPAIGN_OPTIONS = /** @type {const} */ ({
  processes: { type: 'string', default: String(Math.max(1, availableParallelism())) },
  anew: { type: 'boolean', default: false },
});

/** @param {readonly number[]} numbers */
export const areCounts = (numbers) => numbers.every((value) => Number.isInteger(value) && value >= 1);

/** Most memory that a process may take. */
const LIMIT = 512;

/** @param {string} campaign @param {object} order @returns {Promise<readonly ToldRow[]>} */
const runSlice = (campaign, order) =>
  new Promise((resolve, reject) => {
    /** @type {ToldRow[]} */
    const rows = [];
    const child = fork(path.join(import.meta.dirname, 'campaign-share.mjs'), [campaign, JSON.stringify(order)]);
    child.on('message', (message) => rows.push(/** @type {ToldRow} */ (message)));
    child.once('error', reject);
    child.once('exit', (code, signal) => (code === 0 ? resolve(rows) : reject(new Error(`a slice of the campaign ended with ${code ?? signal}`))));
  });

/** @param {Tally} a @param {Tally} b @returns {Tally} */
const add = (a, b) => {
  const outcomes = { ...a.outcomes };
  for (const [name, count] of Object.entries(b.outcomes)) outcomes[name] = (outcomes[name] ?? 0) + count;
  return { runs: a.runs + b.runs, outcomes, failures: [...a.failures, ...b.failures], failed: a.failed + b.failed };
};

/** @param {string} name @param {Tally} tally */
const print = (name, tally) => {
  const outcomes = Object.entries(tally.outcomes)
    .toSorted((a, b) => b[1] - a[1])
    .map(([outcome, count]) => `${outcome} ${count}`);
  console.log(`${tally.failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${tally.runs} runs, ${tally.failed} failed; ${outcomes.join(', ')}`);
  for (const line of tally.failures) console.log(`     ${line}`);
};

/** @param {readonly { readonly tally: Tally }[]} rows */
const totals = (rows) => ({
  runs: rows.reduce((sum, { tally }) => sum + tally.runs, 0),
  failed: rows.reduce((sum, { tally }) => sum + tally.failed, 0),
});

/** @param {number} since */
const minutesSince = (since) => `${((performance.now() - since) / 60_000).toFixed(1)} minutes`;

/**
 * Runs the orders that are not done yet, a few side by side, prints a line for each, at the end the sum, and returns the exit code.
 * @param {string} campaign @param {readonly object[]} orders @param {CampaignValues} values
 */
export const runCampaign = async (campaign, orders, { processes, anew }) => {
  const began = performance.now();
  const state = openState(campaign, orders, anew);
  const sources = sourcesName();
  const waiting = [...orders.keys()].filter((at) => !state.done().has(at));
  if (waiting.length < orders.length) console.log(`going on: ${orders.length - waiting.length} of ${orders.length} slices were done before`);
  const runWaiting = async () => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      const sliceBegan = performance.now();
      const rows = await runSlice(campaign, orders[at] ?? {});
      const mebibytes = Math.max(...rows.map((row) => row.mebibytes));
      state.keep(at, { rows: rows.map(({ name, tally }) => ({ name, tally })), mebibytes, sources });
      const { runs, failed } = totals(rows);
      console.log(`slice ${at + 1} of ${orders.length}: ${runs} runs, ${failed} failed, ${mebibytes} MiB, ${minutesSince(sliceBegan)}`);
      for (const { tally } of rows) for (const line of tally.failures) console.log(`     ${line}`);
    }
  };
  await Promise.all(Array.from({ length: Number(processes) }, runWaiting));

  const slices = [...state.done().values()];
  /** @type {Map<string, Tally>} */
  const sums = new Map();
  for (const { name, tally } of slices.flatMap(({ rows }) => rows)) {
    const known = sums.get(name);
    sums.set(name, known === undefined ? tally : add(known, tally));
  }
  for (const [name, tally] of sums) print(name, tally);
  const mebibytes = Math.max(...slices.map((slice) => slice.mebibytes));
  const { runs, failed } = totals([...sums.values()].map((tally) => ({ tally })));
  const other = slices.filter((slice) => slice.sources !== sources).length;
  if (other > 0) console.log(`${other} of ${slices.length} slices were run on other sources than these; --anew runs all again.`);
  console.log(`${runs} runs, ${failed} failed, at most ${mebibytes} MiB in a process (limit ${LIMIT}), ${minutesSince(began)}`);
  state.close();
  return failed === 0 && other === 0 && runs > 0 && mebibytes < LIMIT ? 0 : 1;
};
