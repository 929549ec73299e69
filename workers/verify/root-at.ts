import { encodeBase64url } from '../../src/core/formats/base64url.ts';
import type { Sha256 } from '../../src/core/formats/hash.ts';
import { appendLeaf, createFrontier, frontierRoot } from '../../src/core/formats/log/merkle.ts';

/**
 * base64url roots of the tree at the sizes asked for; sizes beyond the leaves are left out. One pass over the leaves
 * however many are asked: a file can name as many sizes as it has entries.
 */
export const rootsAt = (sha256: Sha256, leaves: readonly Uint8Array[], sizes: ReadonlySet<number>): ReadonlyMap<number, string> => {
  const roots = new Map<number, string>();
  let frontier = createFrontier();
  for (const leaf of leaves) {
    frontier = appendLeaf(sha256, frontier, leaf);
    if (sizes.has(frontier.size)) roots.set(frontier.size, encodeBase64url(frontierRoot(sha256, frontier)));
  }
  return roots;
};
