// What a campaign has done so far, kept between runs: one that is stopped goes on where it was.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {import('../campaigns/tally.ts').Tally} Tally */
/** @typedef {{ readonly name: string, readonly tally: Tally }} Row */
/** @typedef {{ readonly rows: readonly Row[], readonly mebibytes: number, readonly sources: string }} Slice */

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'node_modules/.cache/campaigns');

/** Name of the sources that a slice was run on: a sum over slices says something of one program only. */
export const sourcesName = () => {
  const hash = createHash('sha256');
  const files = ['src', 'workers', 'tests/campaigns', 'tests/support', 'tests/workers', 'tests/vectors'].flatMap((name) =>
    readdirSync(path.join(root, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  for (const file of files.toSorted()) hash.update(path.relative(root, file)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
};

/**
 * @param {string} campaign @param {readonly object[]} orders other orders are another campaign
 * @param {boolean} anew forgets what was done
 */
export const openState = (campaign, orders, anew) => {
  const key = createHash('sha256').update(JSON.stringify(orders)).digest('hex').slice(0, 12);
  const file = path.join(folder, `${campaign}-${key}.json`);
  if (anew) rmSync(file, { force: true });
  /** @type {Record<string, Slice>} */
  let done = {};
  try {
    done = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // None was begun.
  }
  return {
    /** By place in the orders. @type {() => ReadonlyMap<number, Slice>} */
    done: () => new Map(Object.entries(done).map(([at, slice]) => [Number(at), slice])),
    /** @param {number} at @param {Slice} slice */
    keep: (at, slice) => {
      done = { ...done, [at]: slice };
      mkdirSync(folder, { recursive: true });
      // In one step: a campaign may be ended at any moment.
      writeFileSync(`${file}.next`, JSON.stringify(done));
      renameSync(`${file}.next`, file);
    },
    close: () => rmSync(file, { force: true }),
  };
};
