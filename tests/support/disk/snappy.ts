import { snappyCompress, snappyUncompressor } from 'hysnappy';
import { littleVarintAt } from './varint.ts';

const uncompress = snappyUncompressor();

/** A copy of snappy's takes three bytes at least and gives 64 at most: what claims more is something else. */
const MOST = 22;

/** The plain bytes of a block of snappy, null when it is none: any bytes may be asked about, and most of those on a disk are something else. */
export const snappyPlain = (bytes: Uint8Array): Buffer | null => {
  try {
    const { value: length } = littleVarintAt(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0);
    return length === 0 || length > bytes.length * MOST ? null : Buffer.from(uncompress(bytes, length));
  } catch {
    return null;
  }
};

/** For what tests plant. */
export const snappyPacked = (plain: Uint8Array): Buffer => Buffer.from(snappyCompress(plain));
