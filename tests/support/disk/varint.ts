export interface Varint {
  readonly value: number;
  /** Where the next thing begins. */
  readonly next: number;
}

const byteAt = (bytes: Buffer, at: number): number => {
  const byte = bytes[at];
  if (byte === undefined) throw new RangeError('varint runs past the end');
  return byte;
};

/** As LevelDB and snappy write it: seven bits a byte, the lowest first. */
export const littleVarintAt = (bytes: Buffer, at: number): Varint => {
  let value = 0;
  let scale = 1;
  for (let next = at; ; next += 1) {
    const byte = byteAt(bytes, next);
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, next: next + 1 };
    scale *= 128;
  }
};

/** As SQLite writes it: the highest first, and all eight bits of a ninth byte. */
export const bigVarintAt = (bytes: Buffer, at: number): Varint => {
  let value = 0;
  for (let next = at; next < at + 8; next += 1) {
    const byte = byteAt(bytes, next);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: next + 1 };
  }
  return { value: value * 256 + byteAt(bytes, at + 8), next: at + 9 };
};
