import { describe, expect, it } from 'vitest';
import type { Frontier } from '../../../../src/core/formats/log/merkle.ts';
import {
  appendLeaf,
  consistencyProof,
  createFrontier,
  frontierRoot,
  inclusionProof,
  isFrontier,
  leafHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '../../../../src/core/formats/log/merkle.ts';
import { sha256 } from '../../../support/log-crypto.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

// The reference tree of the Certificate Transparency implementation (cpp/merkletree/merkle_tree_test.cc): published inputs,
// roots, audit paths and consistency proofs. Its leaves count from 1, ours from 0.
const EMPTY_ROOT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const PATHS = [
  {
    leaf: 1,
    size: 8,
    path: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    leaf: 6,
    size: 8,
    path: [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  { leaf: 3, size: 3, path: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'] },
  {
    leaf: 2,
    size: 5,
    path: [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
];
const PROOFS = [
  { oldSize: 1, size: 1, proof: [] },
  {
    oldSize: 1,
    size: 8,
    proof: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    oldSize: 6,
    size: 8,
    proof: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    oldSize: 2,
    size: 5,
    proof: [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
];

const leaves = INPUTS.map((input) => leafHash(sha256, bytes(input)));
const grow = (count: number): Frontier =>
  leaves.slice(0, count).reduce((frontier, leaf) => appendLeaf(sha256, frontier, leaf), createFrontier());

describe('published vectors of RFC 6962 §2.1', () => {
  it('gives the published root at every size, from the leaves and from the frontier', () => {
    expect(hex(rootOf(sha256, []))).toBe(EMPTY_ROOT);
    expect(hex(frontierRoot(sha256, createFrontier()))).toBe(EMPTY_ROOT);
    ROOTS.forEach((root, i) => {
      expect(hex(rootOf(sha256, leaves.slice(0, i + 1)))).toBe(root);
      expect(hex(frontierRoot(sha256, grow(i + 1)))).toBe(root);
    });
  });

  it('gives the published audit paths and accepts them', () => {
    for (const { leaf, size, path } of PATHS) {
      const index = leaf - 1;
      const proof = inclusionProof(sha256, leaves.slice(0, size), index);
      expect(proof.map(hex)).toEqual(path);
      const claim = { index, size, leaf: leaves[index]!, proof, root: bytes(ROOTS[size - 1]!) };
      expect(verifyInclusion(sha256, claim)).toBe(true);
    }
  });

  it('gives the published consistency proofs and accepts them', () => {
    for (const { oldSize, size, proof: published } of PROOFS) {
      const proof = consistencyProof(sha256, leaves.slice(0, size), oldSize);
      expect(proof.map(hex)).toEqual(published);
      const claim = { oldSize, oldRoot: bytes(ROOTS[oldSize - 1]!), size, root: bytes(ROOTS[size - 1]!), proof };
      expect(verifyConsistency(sha256, claim)).toBe(true);
    }
  });
});

const SIZES = 33;
const many = Array.from({ length: SIZES }, (_, i) => leafHash(sha256, Uint8Array.of(i)));
const WRONG = sha256(Uint8Array.of(99));

describe('proofs for every tree of up to 33 leaves', () => {
  it('proves each leaf, and nothing else with that proof', () => {
    for (let size = 1; size <= SIZES; size += 1) {
      const tree = many.slice(0, size);
      const root = rootOf(sha256, tree);
      for (let index = 0; index < size; index += 1) {
        const claim = { index, size, leaf: tree[index]!, proof: inclusionProof(sha256, tree, index), root };
        expect(verifyInclusion(sha256, claim)).toBe(true);
        expect(verifyInclusion(sha256, { ...claim, leaf: WRONG })).toBe(false);
        expect(verifyInclusion(sha256, { ...claim, root: WRONG })).toBe(false);
        expect(verifyInclusion(sha256, { ...claim, index: index + 1 })).toBe(false);
        expect(verifyInclusion(sha256, { ...claim, index: index - 1 })).toBe(false);
        expect(verifyInclusion(sha256, { ...claim, size: size * 2 })).toBe(false);
        expect(verifyInclusion(sha256, { ...claim, proof: [...claim.proof, root] })).toBe(false);
        expect(verifyInclusion(sha256, { ...claim, proof: [root, ...claim.proof] })).toBe(false);
        claim.proof.forEach((_, at) => {
          expect(verifyInclusion(sha256, { ...claim, proof: claim.proof.toSpliced(at, 1) })).toBe(false);
          expect(verifyInclusion(sha256, { ...claim, proof: claim.proof.with(at, WRONG) })).toBe(false);
        });
      }
    }
  });

  it('proves each older tree a prefix, and nothing else with that proof', () => {
    for (let size = 1; size <= SIZES; size += 1) {
      const tree = many.slice(0, size);
      const root = rootOf(sha256, tree);
      for (let oldSize = 1; oldSize <= size; oldSize += 1) {
        const oldRoot = rootOf(sha256, many.slice(0, oldSize));
        const claim = { oldSize, oldRoot, size, root, proof: consistencyProof(sha256, tree, oldSize) };
        expect(verifyConsistency(sha256, claim)).toBe(true);
        expect(verifyConsistency(sha256, { ...claim, oldRoot: WRONG })).toBe(false);
        expect(verifyConsistency(sha256, { ...claim, root: WRONG })).toBe(false);
        expect(verifyConsistency(sha256, { ...claim, proof: [...claim.proof, root] })).toBe(false);
        if (oldSize === size) continue;
        expect(verifyConsistency(sha256, { ...claim, oldRoot: root, root: oldRoot })).toBe(false);
        expect(verifyConsistency(sha256, { ...claim, oldSize: oldSize - 1 })).toBe(false);
        expect(verifyConsistency(sha256, { ...claim, oldSize: oldSize + 1 })).toBe(false);
        expect(verifyConsistency(sha256, { ...claim, size: size * 2 })).toBe(false);
        claim.proof.forEach((_, at) => {
          expect(verifyConsistency(sha256, { ...claim, proof: claim.proof.toSpliced(at, 1) })).toBe(false);
          expect(verifyConsistency(sha256, { ...claim, proof: claim.proof.with(at, WRONG) })).toBe(false);
        });
      }
    }
  });

  it('has a frontier whose nodes fit its size', () => {
    let frontier = createFrontier();
    for (const [i, leaf] of many.entries()) {
      frontier = appendLeaf(sha256, frontier, leaf);
      expect(isFrontier(frontier)).toBe(true);
      expect(frontierRoot(sha256, frontier)).toEqual(rootOf(sha256, many.slice(0, i + 1)));
      expect(isFrontier({ ...frontier, nodes: frontier.nodes.slice(1) })).toBe(false);
    }
  });

  it('knows a frontier that cannot be one', () => {
    expect(isFrontier(createFrontier())).toBe(true);
    expect(isFrontier({ size: 4, nodes: [WRONG] })).toBe(true);
    expect(isFrontier({ size: 3, nodes: [WRONG] })).toBe(false);
    expect(isFrontier({ size: 4, nodes: [WRONG.slice(1)] })).toBe(false);
    expect(isFrontier({ size: 3, nodes: [WRONG, WRONG.slice(1)] })).toBe(false);
    expect(isFrontier({ size: -1, nodes: [] })).toBe(false);
    expect(isFrontier({ size: 0.5, nodes: [] })).toBe(false);
  });
});

describe('claims that make no sense', () => {
  const [first, second] = [many[0]!, many[1]!];
  const both = rootOf(sha256, [first, second]);

  it('prove no leaf', () => {
    const claim = { index: 0, size: 1, leaf: first, proof: [], root: first };
    expect(verifyInclusion(sha256, claim)).toBe(true);
    for (const nonsense of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60]) {
      expect(verifyInclusion(sha256, { ...claim, index: nonsense })).toBe(false);
    }
  });

  // Each with a proof that climbs from its old root to its root, so that only the sizes are wrong.
  it.each([
    [0, 2, first, [first, second], both],
    [-1, 2, first, [first, second], both],
    [1.5, 2, first, [first, second], both],
    [1, 2.5, first, [second], both],
    [2, 1, first, [], first],
  ])('prove no tree of %d a prefix of one of %d', (oldSize, size, oldRoot, proof, root) => {
    expect(verifyConsistency(sha256, { oldSize, oldRoot, size, root, proof })).toBe(false);
  });

  it('prove nothing without a proof, where the old tree is no subtree of the new', () => {
    const rootAt = (size: number) => rootOf(sha256, many.slice(0, size));
    expect(verifyConsistency(sha256, { oldSize: 3, oldRoot: rootAt(3), size: 4, root: rootAt(4), proof: [] })).toBe(false);
  });

  // Proved before and in between: what the last node left behind must not stand in for what is missing of a hash.
  it.each([0, 31, 33])('prove nothing with a hash of %d bytes', (length) => {
    const cut = new Uint8Array(length);
    cut.set(second.subarray(0, length));
    const leaf = { index: 0, size: 2, leaf: first, proof: [second], root: both };
    expect(verifyInclusion(sha256, leaf)).toBe(true);
    expect(verifyInclusion(sha256, { ...leaf, proof: [cut] })).toBe(false);
    const prefix = { oldSize: 1, oldRoot: first, size: 2, root: both, proof: [second] };
    expect(verifyConsistency(sha256, prefix)).toBe(true);
    expect(verifyConsistency(sha256, { ...prefix, proof: [cut] })).toBe(false);
  });

  it('are a defect where a proof is asked for', () => {
    for (const index of [-1, 0.5, Number.NaN, SIZES]) expect(() => inclusionProof(sha256, many, index)).toThrow('inclusionProof: index');
    for (const oldSize of [0, 1.5, Number.NaN, SIZES + 1]) expect(() => consistencyProof(sha256, many, oldSize)).toThrow('consistencyProof: oldSize');
  });
});
