import { sameBytes } from '../bytes.ts';
import { HASH_BYTES } from '../consts.ts';
import type { Sha256 } from '../hash.ts';

/**
 * Merkle tree hash of RFC 6962 §2.1 over SHA-256. All hashes are 32 raw bytes; a "leaf" is always a leaf hash, never the
 * entry itself. Byte layout: public/spec/log-v1.md §4.
 */

/** The right edge of a tree: all that is needed to append and to know the root. Immutable. */
export interface Frontier {
  readonly size: number;
  /** Roots of the complete subtrees, largest (leftmost) first: one for each 1 in the binary form of `size`. */
  readonly nodes: readonly Uint8Array[];
}

export const leafHash = (sha256: Sha256, entry: Uint8Array): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(1 + entry.length);
  bytes.set(entry, 1);
  return sha256(bytes);
};

/** One for all nodes, for a hash keeps nothing of what it is given: a fresh one each would cost as much as the hashing. */
const nodeRoom = Uint8Array.of(1, ...new Uint8Array(2 * HASH_BYTES));

const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> => {
  nodeRoom.set(left, 1);
  nodeRoom.set(right, 1 + HASH_BYTES);
  return sha256(nodeRoom);
};

export const createFrontier = (): Frontier => ({ size: 0, nodes: [] });

/** One hash a leaf on average. */
export const appendLeaves = (sha256: Sha256, frontier: Frontier, leaves: readonly Uint8Array[]): Frontier => {
  const nodes = [...frontier.nodes];
  let { size } = frontier;
  for (const leaf of leaves) {
    let node = leaf;
    // Each trailing 1 of the old size is a complete subtree as large as the one being carried.
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = nodes.pop();
      if (left === undefined) throw new Error('frontier: fewer nodes than its size needs');
      node = nodeHash(sha256, left, node);
    }
    nodes.push(node);
    size += 1;
  }
  return { size, nodes };
};

/** At most log2(size) hashes; one on average. */
export const appendLeaf = (sha256: Sha256, frontier: Frontier, leaf: Uint8Array): Frontier => appendLeaves(sha256, frontier, [leaf]);

/** Root of a tree of any size; of the empty tree: SHA-256 of nothing. */
export const frontierRoot = (sha256: Sha256, frontier: Frontier): Uint8Array => {
  const root = frontier.nodes.reduceRight<Uint8Array | undefined>(
    (right, left) => (right === undefined ? left : nodeHash(sha256, left, right)),
    undefined,
  );
  return root ?? sha256(new Uint8Array(0));
};

/** True when the number of nodes fits the size: what must hold of a frontier read back from storage. */
export const isFrontier = (frontier: Frontier): boolean => {
  if (!Number.isSafeInteger(frontier.size) || frontier.size < 0) return false;
  let ones = 0;
  for (let rest = frontier.size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return frontier.nodes.length === ones && frontier.nodes.every((node) => node.length === HASH_BYTES);
};

export const rootOf = (sha256: Sha256, leaves: readonly Uint8Array[]): Uint8Array =>
  leaves.length === 0 ? sha256(new Uint8Array(0)) : subtree(sha256, leaves, 0, leaves.length);

/** PATH(index, leaves). `index` outside the leaves is a defect. */
export const inclusionProof = (sha256: Sha256, leaves: readonly Uint8Array[], index: number): readonly Uint8Array[] => {
  if (!Number.isSafeInteger(index) || index < 0 || index >= leaves.length) throw new RangeError('inclusionProof: index');
  const proof: Uint8Array[] = [];
  let from = 0;
  let to = leaves.length;
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from);
    if (index < middle) {
      proof.unshift(subtree(sha256, leaves, middle, to));
      to = middle;
    } else {
      proof.unshift(subtree(sha256, leaves, from, middle));
      from = middle;
    }
  }
  return proof;
};

/** PROOF(oldSize, leaves) for 0 < oldSize ≤ number of leaves; anything else is a defect. */
export const consistencyProof = (
  sha256: Sha256,
  leaves: readonly Uint8Array[],
  oldSize: number,
): readonly Uint8Array[] => {
  if (!Number.isSafeInteger(oldSize) || oldSize < 1 || oldSize > leaves.length) throw new RangeError('consistencyProof: oldSize');
  const proof: Uint8Array[] = [];
  let from = 0;
  let to = leaves.length;
  while (oldSize < to) {
    const middle = from + largestPowerBelow(to - from);
    if (oldSize <= middle) {
      proof.unshift(subtree(sha256, leaves, middle, to));
      to = middle;
    } else {
      proof.unshift(subtree(sha256, leaves, from, middle));
      from = middle;
    }
  }
  // The old tree is a whole subtree: its root is what the caller already holds, unless it is only a part of the old tree.
  if (from > 0) proof.unshift(subtree(sha256, leaves, from, to));
  return proof;
};

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** RFC 9162 §2.1.3.2. False for anything that does not prove the claim, nonsense sizes included. */
export const verifyInclusion = (sha256: Sha256, claim: InclusionClaim): boolean => {
  if (!isCount(claim.index) || !isCount(claim.size) || claim.index >= claim.size || !areHashes(claim.proof)) return false;
  const top = climb(sha256, { position: claim.index, last: claim.size - 1, node: claim.leaf }, claim.proof);
  return top !== null && sameBytes(top.root, claim.root);
};

export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly oldRoot: Uint8Array;
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** RFC 9162 §2.1.4.2, for oldSize ≥ 1: nothing is ever claimed of an empty log. */
export const verifyConsistency = (sha256: Sha256, claim: ConsistencyClaim): boolean => {
  if (!isCount(claim.oldSize) || !isCount(claim.size) || claim.oldSize < 1 || claim.oldSize > claim.size) return false;
  if (!areHashes(claim.proof)) return false;
  if (claim.oldSize === claim.size) return claim.proof.length === 0 && sameBytes(claim.oldRoot, claim.root);
  let position = claim.oldSize - 1;
  let last = claim.size - 1;
  while (position % 2 === 1) {
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  const path = position === 0 ? [claim.oldRoot, ...claim.proof] : claim.proof;
  const [first, ...siblings] = path;
  if (first === undefined) return false;
  const top = climb(sha256, { position, last, node: first }, siblings);
  return top !== null && sameBytes(top.oldRoot, claim.oldRoot) && sameBytes(top.root, claim.root);
};

interface Place {
  /** Of the node in its level, and of the last node there. */
  readonly position: number;
  readonly last: number;
  readonly node: Uint8Array;
}

/**
 * The loop both proofs share, up from a place along its siblings. `oldRoot` takes up only what stands to the left: the root of the
 * tree that ended at the place. Null: the path is too long or too short.
 */
const climb = (
  sha256: Sha256,
  from: Place,
  siblings: readonly Uint8Array[],
): { readonly root: Uint8Array; readonly oldRoot: Uint8Array } | null => {
  let { position, last } = from;
  let root = from.node;
  let oldRoot = from.node;
  for (const sibling of siblings) {
    if (last === 0) return null;
    if (position % 2 === 1 || position === last) {
      oldRoot = nodeHash(sha256, sibling, oldRoot);
      root = nodeHash(sha256, sibling, root);
      while (position % 2 === 0 && position !== 0) {
        position = Math.floor(position / 2);
        last = Math.floor(last / 2);
      }
    } else {
      root = nodeHash(sha256, root, sibling);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? { root, oldRoot } : null;
};

// MTH of leaves[from, to), at least one leaf.
const subtree = (sha256: Sha256, leaves: readonly Uint8Array[], from: number, to: number): Uint8Array => {
  if (to - from === 1) {
    const leaf = leaves[from];
    if (leaf === undefined) throw new RangeError('merkle: leaf outside the tree');
    return leaf;
  }
  const middle = from + largestPowerBelow(to - from);
  return nodeHash(sha256, subtree(sha256, leaves, from, middle), subtree(sha256, leaves, middle, to));
};

// Largest power of two smaller than n, n ≥ 2.
const largestPowerBelow = (n: number): number => {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
};

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

const areHashes = (proof: readonly Uint8Array[]): boolean => proof.every((hash) => hash.length === HASH_BYTES);
