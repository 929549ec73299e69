import { encodeBase64url } from '../base64url.ts';
import type { Sha256 } from '../hash.ts';
import type { Frontier } from './merkle.ts';
import { appendLeaves, createFrontier, frontierRoot } from './merkle.ts';

/** Leaves between two marks: the most that is hashed again to know the root of an earlier size. */
const STRIDE = 256;

/** The tree of a log read from its first entry on, and the roots it had on the way. */
export interface LogTree {
  readonly size: () => number;
  readonly append: (leaf: Uint8Array) => void;
  readonly root: () => Uint8Array;
  /**
   * base64url roots at the sizes asked for; sizes never reached are left out. Never more than one pass over the leaves, however many
   * are asked: a file can name as many sizes as it has entries.
   */
  readonly rootsAt: (sizes: ReadonlySet<number>) => ReadonlyMap<number, string>;
}

export const createLogTree = (sha256: Sha256): LogTree => {
  const leaves: Uint8Array[] = [];
  /** The frontier at 0, STRIDE, 2 × STRIDE … */
  const marks: Frontier[] = [createFrontier()];

  const frontierAt = (size: number, from: Frontier): Frontier => appendLeaves(sha256, from, leaves.slice(from.size, size));

  const rootsAt: LogTree['rootsAt'] = (sizes) => {
    const roots = new Map<number, string>();
    let at = createFrontier();
    for (const size of [...sizes].toSorted((a, b) => a - b)) {
      if (size > leaves.length) break;
      const mark = marks[Math.floor(size / STRIDE)];
      if (mark !== undefined && mark.size > at.size) at = mark;
      at = frontierAt(size, at);
      roots.set(size, encodeBase64url(frontierRoot(sha256, at)));
    }
    return roots;
  };

  /** The newest known frontier: a mark, or what was asked for behind it. */
  let newest = createFrontier();
  const catchUp = (): Frontier => {
    newest = frontierAt(leaves.length, newest);
    return newest;
  };

  return {
    size: () => leaves.length,
    append: (leaf) => {
      leaves.push(leaf);
      if (leaves.length % STRIDE === 0) marks.push(catchUp());
    },
    root: () => frontierRoot(sha256, catchUp()),
    rootsAt,
  };
};
