// Splits a campaign into shares, one process each, and adds up what they found. A share that dies is a failure of the campaign.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';

/** @typedef {import('../campaigns/tally.ts').Tally} Tally */
/** @typedef {{ readonly name: string, readonly tally: Tally, readonly mebibytes: number }} Row */

export const processes = () => Math.max(1, availableParallelism());

/** Most memory that a process may take. */
const LIMIT = 512;

/** @param {string} campaign @param {object} order @param {(row: Row) => void} onRow @returns {Promise<void>} */
const runShare = (campaign, order, onRow) =>
  new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'campaign-share.mjs'), [campaign, JSON.stringify(order)]);
    child.on('message', (message) => onRow(/** @type {Row} */ (message)));
    child.once('error', reject);
    child.once('exit', (code, signal) => (code === 0 ? resolve() : reject(new Error(`a share of the campaign ended with ${code ?? signal}`))));
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

/**
 * Runs all orders side by side, prints a line for each row that all of them have done, and returns the exit code.
 * @param {string} campaign @param {readonly object[]} orders
 */
export const runCampaign = async (campaign, orders) => {
  const began = performance.now();
  /** @type {Map<string, { readonly tally: Tally, readonly shares: number }>} */
  const rows = new Map();
  let mebibytes = 0;
  await Promise.all(
    orders.map((order) =>
      runShare(campaign, order, (row) => {
        const known = rows.get(row.name);
        const next = known === undefined ? { tally: row.tally, shares: 1 } : { tally: add(known.tally, row.tally), shares: known.shares + 1 };
        rows.set(row.name, next);
        mebibytes = Math.max(mebibytes, row.mebibytes);
        if (next.shares === orders.length) print(row.name, next.tally);
      }),
    ),
  );
  const tallies = [...rows.values()].map(({ tally }) => tally);
  const runs = tallies.reduce((sum, tally) => sum + tally.runs, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  console.log(`${runs} runs, ${failed} failed, at most ${mebibytes} MiB in each of ${orders.length} processes (limit ${LIMIT}), ${minutes} minutes`);
  return failed === 0 && runs > 0 && mebibytes < LIMIT ? 0 : 1;
};
