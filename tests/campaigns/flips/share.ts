/** Which of the bits and lengths somebody looks at: every `of`-th from `from` on. Shares 0 … of−1 together are all of them. */
export interface Share {
  readonly from: number;
  readonly of: number;
}

/** Numbers from 0 to below − 1 of a share. */
export function* placesOf(share: Share, below: number): Generator<number> {
  for (let at = share.from; at < below; at += share.of) yield at;
}

/** In place; twice is as before. */
export const flipBit = (bytes: Uint8Array, bit: number): void => {
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
};
