import { snappyPlain } from './snappy.ts';
import { littleVarintAt } from './varint.ts';

const TABLE_MAGIC = Buffer.from('57fb808b247547db', 'hex');
const LOG_BLOCK = 32_768;

export const isLevelDbTable = (file: Buffer): boolean => file.length > 48 && file.subarray(file.length - 8).equals(TABLE_MAGIC);

/** A block of a table: its bytes, then one byte that names the compression (1: snappy) and a checksum. */
const blockOf = (file: Buffer, offset: number, size: number): Buffer | null => {
  const raw = file.subarray(offset, offset + size);
  return file[offset + size] === 1 ? snappyPlain(raw) : raw;
};

/** Values of an index block are handles (offset, size) of data blocks. */
const handlesOf = (block: Buffer): readonly (readonly [number, number])[] => {
  const restarts = block.readUInt32LE(block.length - 4);
  const end = block.length - 4 * (restarts + 1);
  const handles: [number, number][] = [];
  for (let at = 0; at < end; ) {
    const shared = littleVarintAt(block, at);
    const unshared = littleVarintAt(block, shared.next);
    const length = littleVarintAt(block, unshared.next);
    const valueAt = length.next + unshared.value;
    const offset = littleVarintAt(block, valueAt);
    handles.push([offset.value, littleVarintAt(block, offset.next).value]);
    at = valueAt + length.value;
  }
  return handles;
};

/** All blocks of a table (.ldb), unpacked. */
export const levelDbTable = (file: Buffer): readonly Buffer[] => {
  const footer = file.subarray(file.length - 48);
  let at = littleVarintAt(footer, littleVarintAt(footer, 0).next).next;
  const offset = littleVarintAt(footer, at);
  at = offset.next;
  const index = blockOf(file, offset.value, littleVarintAt(footer, at).value);
  if (index === null) return [];
  return handlesOf(index).flatMap(([from, size]) => blockOf(file, from, size) ?? []);
};

/**
 * Records of a log (.log) that do not fit one block of 32 KiB, put together again: what stands across the border of two
 * blocks has a header of seven bytes in its middle. Empty when the file is no such log.
 */
export const levelDbLog = (file: Buffer): readonly Buffer[] => {
  const whole: Buffer[] = [];
  let pieces: Buffer[] = [];
  for (let at = 0; at + 7 <= file.length; ) {
    const left = LOG_BLOCK - (at % LOG_BLOCK);
    const length = file.readUInt16LE(at + 4);
    const type = file[at + 6] ?? 0;
    if (left < 7 || (type === 0 && length === 0)) {
      at += left;
      continue;
    }
    if (type < 1 || type > 4 || length + 7 > left) return [];
    const piece = file.subarray(at + 7, at + 7 + length);
    if (type === 2) pieces = [piece];
    if (type > 2) pieces.push(piece);
    if (type === 4) whole.push(Buffer.concat(pieces));
    at += 7 + length;
  }
  return whole;
};
