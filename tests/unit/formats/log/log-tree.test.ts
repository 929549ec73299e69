import { expect, it } from 'vitest';
import { encodeBase64url } from '../../../../src/core/formats/base64url.ts';
import type { Sha256 } from '../../../../src/core/formats/hash.ts';
import { createLogTree } from '../../../../src/core/formats/log/log-tree.ts';
import { leafHash, rootOf } from '../../../../src/core/formats/log/merkle.ts';
import { sha256 } from '../../../support/log-crypto.ts';

const leaves = Array.from({ length: 900 }, (_, at) => leafHash(sha256, Uint8Array.of(at & 255, at >> 8)));
const rootAt = (size: number): string => encodeBase64url(rootOf(sha256, leaves.slice(0, size)));

const grown = (count: number, hash: Sha256 = sha256): ReturnType<typeof createLogTree> => {
  const tree = createLogTree(hash);
  for (const leaf of leaves.slice(0, count)) tree.append(leaf);
  return tree;
};

it('has the root of RFC 6962 at every size, while it grows and afterwards', () => {
  const tree = createLogTree(sha256);
  for (const [at, leaf] of leaves.entries()) {
    tree.append(leaf);
    if (at % 37 === 0) expect(encodeBase64url(tree.root())).toBe(rootAt(at + 1));
  }
  const sizes = [1, 2, 3, 255, 256, 257, 500, 511, 512, 513, 768, 899, 900];
  expect(tree.size()).toBe(900);
  expect(tree.rootsAt(new Set(sizes.toReversed()))).toEqual(new Map(sizes.map((size) => [size, rootAt(size)])));
  for (const size of sizes) expect(tree.rootsAt(new Set([size])).get(size)).toBe(rootAt(size));
});

it('leaves out sizes it never had', () => {
  expect([...grown(300).rootsAt(new Set([300, 301, 1_000_000])).keys()]).toEqual([300]);
  expect(createLogTree(sha256).rootsAt(new Set([1])).size).toBe(0);
});

it('hashes no leaf twice, however many sizes are asked, and few for one', () => {
  let hashes = 0;
  const tree = grown(900, (bytes) => {
    hashes += 1;
    return sha256(bytes);
  });
  hashes = 0;
  tree.rootsAt(new Set([899]));
  expect(hashes).toBeLessThan(300);
  hashes = 0;
  tree.rootsAt(new Set(Array.from({ length: 900 }, (_, at) => at + 1)));
  expect(hashes).toBeLessThan(900 * (1 + Math.log2(900)));
});
