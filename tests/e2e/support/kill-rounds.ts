import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import type { PersonRow } from '../../../src/core/contract/person-api.ts';
import { fakeFields, fakeNumber } from '../../support/fake-persons.ts';
import { launchPersistent } from './engines.ts';
import type { AcknowledgedWrite, FlushTrace } from './flush-trace.ts';
import { unflushed } from './flush-trace.ts';
import { killBrowser } from './kill-browser.ts';
import type { VaultPage } from './vault-page/vault-page.ts';
import { openVaultPage } from './vault-page/vault-page.ts';
import { createVault, listAll, must, unlock } from './vault-page/vault-use.ts';
import { verifyExport } from './verify-export.ts';

export interface KillRounds {
  readonly project: string;
  readonly profile: string;
  readonly app: string;
  readonly rounds: number;
  readonly args?: readonly string[];
  /** Milliseconds from the first acknowledged write to the kill. */
  readonly pauseMs: () => number;
  /** Looks for the flush behind each write. */
  readonly trace?: FlushTrace;
}

export interface KillResult {
  /** Acknowledged in all rounds together. */
  readonly writes: number;
  /** Flushes of the database that strace saw while it was written to; 0 without strace. */
  readonly flushes: number;
}

/** What the vault has said of each person, in the order in which it said it. */
interface Known {
  readonly acks: Map<string, { readonly did: Set<string>; readonly name: string }>;
  written: number;
  /** Of this round. */
  writes: AcknowledgedWrite[];
  end: string | null;
}

/** On one profile: the next has its numbers anew. */
export const MOST_ROUNDS = 20;
const PERSONS_A_ROUND = 1000;
const NUMBERS = Array.from({ length: MOST_ROUNDS * PERSONS_A_ROUND }, (_, at) => fakeNumber(at));
const numberOf = (name: string): string => NUMBERS[Number(name.split(' ')[1])] ?? '';

interface Said {
  readonly did?: string;
  readonly id?: string;
  readonly name?: string;
  readonly error?: string;
  readonly asked?: number;
  readonly answered?: number;
}

const remember = (known: Known, text: string): void => {
  if (!text.startsWith('kinko-ack ')) return;
  const { did, id = '', name = '', error, asked, answered = 0 } = JSON.parse(text.slice('kinko-ack '.length)) as Said;
  if (did === undefined || did === 'fail' || did === 'end') {
    known.end = error ?? 'no number is left';
    return;
  }
  const entry = known.acks.get(id) ?? { did: new Set(), name };
  entry.did.add(did);
  known.acks.set(id, entry);
  known.written += 1;
  if (asked !== undefined) known.writes.push({ name: `${did} ${name}`, asked, answered });
};

/** All that was acknowledged is there, and nothing is there by half. Asserted without Playwright: each of its steps is looked for among all before. */
const checkAll = async (vault: VaultPage, known: Known, checked: Set<string>): Promise<void> => {
  const rows = new Map((await listAll(vault)).map((row) => [row.id as string, row]));
  for (const [id, { did, name }] of known.acks) {
    const row = rows.get(id);
    if (did.has('cancel')) assert.equal(row, undefined, `${name} was cancelled`);
    else if (!did.has('cancelling')) assert.notEqual(row, undefined, `${name} was registered`);
    if (row === undefined) continue;
    if (did.has('change')) assert.match(row.code, /^C/, `${name} was changed`);
  }
  const all = [...rows.values()];
  const views = (await vault.callEach('viewPerson', all.map(({ id }) => [id]))).map(must);
  const unchecked: PersonRow[] = [];
  for (const [at, row] of all.entries()) {
    const hasNumber = views[at]?.hasNumber === true;
    if (known.acks.get(row.id)?.did.has('number')) assert.ok(hasNumber, `the number of ${row.name} was stored`);
    if (hasNumber && !checked.has(row.id)) unchecked.push(row);
  }
  // Also where nothing was acknowledged: a number that is there is the right one.
  const matches = await vault.callEach('matchNumber', unchecked.map((row) => [{ personId: row.id, text: numberOf(row.name) }]));
  for (const [at, row] of unchecked.entries()) {
    const answer = matches[at];
    assert.deepEqual(answer === undefined ? null : must(answer), { matches: true }, row.name);
    checked.add(row.id);
  }
};

const checkRecord = async (vault: VaultPage, kept: string | null): Promise<string> => {
  const { file } = must(await vault.call('exportLog', 'verify'));
  await verifyExport(new Uint8Array(await file.arrayBuffer()), kept);
  return must(await vault.call('viewCheckpoint')).note;
};

const writeUntilKilled = async (options: KillRounds, page: Page, known: Known, from: number): Promise<number> => {
  const before = known.written;
  const fields = { ...fakeFields({ kind: 'employee' }), name: '' };
  // Its answer never comes.
  page
    .evaluate(
      `import('./write-loop.js').then(() => globalThis.writeForEver(${JSON.stringify({ fields, numbers: NUMBERS, from })}))`,
    )
    .catch(() => undefined);
  await expect.poll(() => known.end ?? known.written > before, { timeout: 30_000, intervals: [5] }).toBe(true);
  await pause(options.pauseMs());
  expect(known.end).toBeNull();
  await killBrowser(options.profile);
  return known.written - before;
};

/** Counts the flushes behind the writes of a round; each write must have one of its own. */
const checkFlushes = ({ trace, app }: KillRounds, { writes }: Known): number => {
  if (trace === undefined) return 0;
  const flushes = trace.take(new URL(app).port);
  expect(unflushed(writes, flushes)).toEqual([]);
  return flushes.length;
};

/** Kills a writing browser again and again on one profile, at most `MOST_ROUNDS` times. */
export const runKillRounds = async (options: KillRounds): Promise<KillResult> => {
  const known: Known = { acks: new Map(), written: 0, writes: [], end: null };
  let flushes = 0;
  const checked = new Set<string>();
  let kept: string | null = null;
  for (let round = 0; round <= options.rounds; round += 1) {
    const context: BrowserContext = await launchPersistent(options.project, options.profile, {
      args: options.args ?? [],
      ...(options.trace === undefined ? {} : { wrap: options.trace.wrap }),
    });
    try {
      const page = await context.newPage();
      page.on('console', (message) => remember(known, message.text()));
      const vault = await openVaultPage(page, options.app);
      if (round === 0) await createVault(vault);
      else await unlock(vault);
      await checkAll(vault, known, checked);
      kept = await checkRecord(vault, kept);
      if (round === options.rounds) break;
      known.writes = [];
      // What a dying browser said last is of the round before.
      known.end = null;
      const writes = await writeUntilKilled(options, page, known, round * PERSONS_A_ROUND);
      const seen = checkFlushes(options, known);
      flushes += seen;
      const flushed = options.trace === undefined ? '' : `, ${seen} flushes of the database`;
      console.log(`kill ${round + 1} of ${options.rounds}: after ${writes} acknowledged writes${flushed}`);
    } finally {
      await context.close().catch(() => undefined);
    }
  }
  return { writes: known.written, flushes };
};
