import { expect, it } from 'vitest';
import { createLogTree } from '../../../../src/core/formats/log/log-tree.ts';
import { leafHash, rootOf } from '../../../../src/core/formats/log/merkle.ts';
import { sha256 } from '../../../support/log-crypto.ts';

const SIZE = 1_100;
const leaves = Array.from({ length: SIZE }, (_, at) => leafHash(sha256, new TextEncoder().encode(String(at))));
const rootAt = (size: number): string => Buffer.from(rootOf(sha256, leaves.slice(0, size))).toString('base64url');

const tree = createLogTree(sha256);
for (const leaf of leaves) tree.append(leaf);

it('has the root of its leaves, and knows how many', () => {
  expect(tree.size()).toBe(SIZE);
  expect(Buffer.from(tree.root()).toString('base64url')).toBe(rootAt(SIZE));
});

// 256 and its multiples are where it begins again.
it.each([[[1]], [[255, 256, 257]], [[512]], [[SIZE]], [[1_024, 3, 700, 2, 1, 768]]])('knows the roots it had on the way, in any order: %s', (sizes) => {
  expect([...tree.rootsAt(new Set(sizes))].toSorted(([a], [b]) => a - b)).toEqual(sizes.toSorted((a, b) => a - b).map((size) => [size, rootAt(size)]));
});

it('has no root of a size it never reached', () => {
  expect([...tree.rootsAt(new Set([SIZE + 1, 5, 2 ** 40])).keys()]).toEqual([5]);
});

it('hashes for one size no more than what follows the last place it can begin at', () => {
  let hashes = 0;
  const counted = createLogTree((bytes) => {
    hashes += 1;
    return sha256(bytes);
  });
  for (const leaf of leaves) counted.append(leaf);
  hashes = 0;
  counted.rootsAt(new Set([SIZE - 1]));
  expect(hashes).toBeLessThan(256 + 20);
});
