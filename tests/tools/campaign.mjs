// Splits a campaign into shares, one process each, and adds up what they found. A child that dies is a failure of the campaign.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';

/** @typedef {import('../campaigns/tally.ts').Tally} Tally */
/** @typedef {{ readonly rows: Readonly<Record<string, Tally>>, readonly mebibytes: number }} Report */

export const processes = () => Math.max(1, availableParallelism());

/** @param {string} campaign @param {object} order @returns {Promise<Report>} */
const runShare = (campaign, order) =>
  new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'campaign-share.mjs'), [campaign, JSON.stringify(order)]);
    /** @type {Report | undefined} */
    let report;
    child.once('message', (message) => {
      report = /** @type {Report} */ (message);
    });
    child.once('error', reject);
    child.once('exit', (code) => (report === undefined ? reject(new Error(`a share of the campaign ended with ${code}`)) : resolve(report)));
  });

/** @param {Tally} a @param {Tally} b @returns {Tally} */
const add = (a, b) => {
  const outcomes = { ...a.outcomes };
  for (const [name, count] of Object.entries(b.outcomes)) outcomes[name] = (outcomes[name] ?? 0) + count;
  return { runs: a.runs + b.runs, outcomes, failures: [...a.failures, ...b.failures], failed: a.failed + b.failed };
};

/** @param {readonly Report[]} reports @returns {Report} */
const addReports = (reports) => {
  /** @type {Record<string, Tally>} */
  const rows = {};
  for (const report of reports) {
    for (const [name, tally] of Object.entries(report.rows)) rows[name] = rows[name] === undefined ? tally : add(rows[name], tally);
  }
  return { rows, mebibytes: Math.max(...reports.map(({ mebibytes }) => mebibytes)) };
};

const LIMIT = 512;

/**
 * Runs all orders side by side, prints one line a row and what failed, and returns the exit code.
 * @param {string} campaign @param {readonly object[]} orders
 */
export const runCampaign = async (campaign, orders) => {
  const began = performance.now();
  const { rows, mebibytes } = addReports(await Promise.all(orders.map((order) => runShare(campaign, order))));
  let runs = 0;
  let failed = 0;
  for (const [name, tally] of Object.entries(rows)) {
    const outcomes = Object.entries(tally.outcomes).toSorted((a, b) => b[1] - a[1]).map(([outcome, count]) => `${outcome} ${count}`);
    console.log(`${tally.failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${tally.runs} runs, ${tally.failed} failed; ${outcomes.join(', ')}`);
    for (const line of tally.failures) console.log(`     ${line}`);
    runs += tally.runs;
    failed += tally.failed;
  }
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  console.log(`${runs} runs, ${failed} failed, at most ${mebibytes} MiB in each of ${orders.length} processes (limit ${LIMIT}), ${minutes} minutes`);
  return failed === 0 && runs > 0 && mebibytes < LIMIT ? 0 : 1;
};
