/**
 * Argon2id after RFC 9106 §3, as slow and plain as the text. It takes associated data, which hash-wasm does not: the RFC's own
 * vector proves this file, and this file proves hash-wasm on parameters that both can do.
 */
const MASK = (1n << 64n) - 1n;
const BLOCK = 128;

const rotate = (x: bigint, n: bigint): bigint => ((x >> n) | (x << (64n - n))) & MASK;

const IV = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
];

const SIGMA = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];

const QUARTERS = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

/** BLAKE2b (RFC 7693) without key. */
const blake2b = (input: Uint8Array, length: number): Uint8Array => {
  const h = [...IV];
  h[0] = h[0]! ^ 0x01010000n ^ BigInt(length);
  const blocks = Math.max(1, Math.ceil(input.length / 128));
  const padded = new Uint8Array(blocks * 128);
  padded.set(input);
  const words = new BigUint64Array(padded.buffer);
  for (let block = 0; block < blocks; block += 1) {
    const last = block === blocks - 1;
    const v = [...h, ...IV];
    v[12] = v[12]! ^ BigInt(last ? input.length : (block + 1) * 128);
    if (last) v[14] = v[14]! ^ MASK;
    for (let round = 0; round < 12; round += 1) {
      const order = SIGMA[round % 10]!;
      QUARTERS.forEach(([a, b, c, d], index) => {
        const x = words[block * 16 + order[index * 2]!]!;
        const y = words[block * 16 + order[index * 2 + 1]!]!;
        v[a] = (v[a]! + v[b]! + x) & MASK;
        v[d] = rotate(v[d]! ^ v[a], 32n);
        v[c] = (v[c]! + v[d]) & MASK;
        v[b] = rotate(v[b]! ^ v[c], 24n);
        v[a] = (v[a] + v[b] + y) & MASK;
        v[d] = rotate(v[d] ^ v[a], 16n);
        v[c] = (v[c] + v[d]) & MASK;
        v[b] = rotate(v[b] ^ v[c], 63n);
      });
    }
    for (let index = 0; index < 8; index += 1) h[index] = h[index]! ^ v[index]! ^ v[index + 8]!;
  }
  return new Uint8Array(BigUint64Array.from(h).buffer).slice(0, length);
};

const le32 = (value: number): Uint8Array => new Uint8Array(Uint32Array.of(value).buffer);
const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

/** H' of §3.3. */
const longHash = (input: Uint8Array, length: number): Uint8Array => {
  if (length <= 64) return blake2b(join(le32(length), input), length);
  const parts: Uint8Array[] = [];
  let last = blake2b(join(le32(length), input), 64);
  let left = length;
  while (left > 64) {
    parts.push(last.slice(0, 32));
    left -= 32;
    last = blake2b(last, left > 64 ? 64 : left);
  }
  return join(...parts, last);
};

const low = (x: bigint): bigint => x & 0xffffffffn;

/** P of §3.6 on 16 words picked out of a block. */
const permute = (r: BigUint64Array, at: readonly number[]): void => {
  const v = at.map((index) => r[index]!);
  const mix = (x: number, y: number): bigint => (v[x]! + v[y]! + 2n * low(v[x]!) * low(v[y]!)) & MASK;
  for (const [a, b, c, d] of QUARTERS) {
    v[a] = mix(a, b);
    v[d] = rotate(v[d]! ^ v[a], 32n);
    v[c] = mix(c, d);
    v[b] = rotate(v[b]! ^ v[c], 24n);
    v[a] = mix(a, b);
    v[d] = rotate(v[d] ^ v[a], 16n);
    v[c] = mix(c, d);
    v[b] = rotate(v[b] ^ v[c], 63n);
  }
  at.forEach((index, place) => {
    r[index] = v[place]!;
  });
};

/** G of §3.5. */
const compress = (x: BigUint64Array, y: BigUint64Array): BigUint64Array => {
  const r = x.map((word, index) => word ^ y[index]!);
  const z = r.slice();
  for (let row = 0; row < 8; row += 1) permute(z, Array.from({ length: 16 }, (_, index) => row * 16 + index));
  for (let column = 0; column < 8; column += 1) {
    permute(z, Array.from({ length: 16 }, (_, index) => (index >> 1) * 16 + column * 2 + (index & 1)));
  }
  return z.map((word, index) => word ^ r[index]!);
};

export interface Argon2Input {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly secret: Uint8Array;
  readonly associatedData: Uint8Array;
  /** KiB */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
  readonly length: number;
}

export const argon2idReference = (input: Argon2Input): Uint8Array => {
  const { password, salt, secret, associatedData, passes, lanes } = input;
  const numbers = [lanes, input.length, input.memory, passes, 0x13, 2].map(le32);
  const fields = [password, salt, secret, associatedData].flatMap((part) => [le32(part.length), part]);
  const h0 = blake2b(join(...numbers, ...fields), 64);
  const perLane = Math.floor(input.memory / (4 * lanes)) * 4;
  const segment = perLane / 4;
  const toBlock = (bytes: Uint8Array): BigUint64Array => new BigUint64Array(bytes.slice().buffer);
  const blocks: BigUint64Array[][] = Array.from({ length: lanes }, () => Array.from({ length: perLane }, () => new BigUint64Array(BLOCK)));
  blocks.forEach((lane, index) => {
    lane[0] = toBlock(longHash(join(h0, le32(0), le32(index)), 1024));
    lane[1] = toBlock(longHash(join(h0, le32(1), le32(index)), 1024));
  });

  const fillSegment = (pass: number, slice: number, lane: number): void => {
    // Data-independent addressing in the first half of the first pass (§3.4.1.3).
    const independent = pass === 0 && slice < 2;
    const header = new BigUint64Array(BLOCK);
    header.set([pass, lane, slice, perLane * lanes, passes, 2].map(BigInt));
    let addresses = new BigUint64Array(BLOCK);
    const nextAddresses = (): void => {
      header[6] = header[6]! + 1n;
      const zero = new BigUint64Array(BLOCK);
      addresses = compress(zero, compress(zero, header)).slice();
    };
    if (independent) nextAddresses();
    const first = pass === 0 && slice === 0 ? 2 : 0;
    for (let index = first; index < segment; index += 1) {
      if (independent && index > 0 && index % BLOCK === 0) nextAddresses();
      const column = slice * segment + index;
      const previous = blocks[lane]![(column + perLane - 1) % perLane]!;
      const pseudo = independent ? addresses[index % BLOCK]! : previous[0]!;
      const refLane = pass === 0 && slice === 0 ? lane : Number(pseudo >> 32n) % lanes;
      const same = refLane === lane;
      const done = pass === 0 ? slice * segment : 3 * segment;
      const area = same ? done + index - 1 : done - (index === 0 ? 1 : 0);
      const j1 = low(pseudo);
      const relative = area - 1 - Number((BigInt(area) * ((j1 * j1) >> 32n)) >> 32n);
      const start = pass === 0 || slice === 3 ? 0 : (slice + 1) * segment;
      const made = compress(previous, blocks[refLane]![(start + relative) % perLane]!);
      const old = blocks[lane]![column]!;
      blocks[lane]![column] = pass === 0 ? made : made.map((word, place) => word ^ old[place]!);
    }
  };

  for (let pass = 0; pass < passes; pass += 1) {
    for (let slice = 0; slice < 4; slice += 1) {
      for (let lane = 0; lane < lanes; lane += 1) fillSegment(pass, slice, lane);
    }
  }
  const last = blocks.map((lane) => lane[perLane - 1]!).reduce((sum, block) => sum.map((word, index) => word ^ block[index]!));
  return longHash(new Uint8Array(last.buffer.slice(0)), input.length);
};
