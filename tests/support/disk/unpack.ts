import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { uncompress as snappyUncompress } from 'snappyjs';
import { decompressBlock as lz4DecompressBlock } from 'lz4js';

const LEVELDB_MAGIC = Buffer.from('57fb808b247547db', 'hex');
const MOZLZ4_MAGIC = Buffer.from('mozLz40\0', 'latin1');

const attempt = (run: () => Uint8Array): Buffer | null => {
  try {
    return Buffer.from(run());
  } catch {
    return null;
  }
};

interface Varint {
  readonly value: number;
  readonly next: number;
}

const varintAt = (bytes: Buffer, at: number): Varint => {
  let value = 0;
  let scale = 1;
  let next = at;
  for (;;) {
    const byte = bytes[next];
    if (byte === undefined) throw new RangeError('varint runs past the end');
    next += 1;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, next };
    scale *= 128;
  }
};

/** A block of a LevelDB table: its bytes, then one byte that names the compression (1: snappy) and a checksum. */
const levelDbBlock = (file: Buffer, offset: number, size: number): Buffer | null => {
  const raw = file.subarray(offset, offset + size);
  return file[offset + size] === 1 ? attempt(() => snappyUncompress(raw)) : raw;
};

/** Values of an index block are handles (offset, size) of data blocks. */
const handlesOf = (block: Buffer): readonly (readonly [number, number])[] => {
  const restarts = block.readUInt32LE(block.length - 4);
  const end = block.length - 4 * (restarts + 1);
  const handles: [number, number][] = [];
  for (let at = 0; at < end; ) {
    const shared = varintAt(block, at);
    const unshared = varintAt(block, shared.next);
    const length = varintAt(block, unshared.next);
    const valueAt = length.next + unshared.value;
    const offset = varintAt(block, valueAt);
    handles.push([offset.value, varintAt(block, offset.next).value]);
    at = valueAt + length.value;
  }
  return handles;
};

const levelDbTable = (file: Buffer): readonly Buffer[] => {
  const footer = file.subarray(file.length - 48);
  let at = varintAt(footer, varintAt(footer, 0).next).next;
  const offset = varintAt(footer, at);
  at = offset.next;
  const index = levelDbBlock(file, offset.value, varintAt(footer, at).value);
  if (index === null) return [];
  return handlesOf(index).flatMap(([from, size]) => levelDbBlock(file, from, size) ?? []);
};

/**
 * The bytes of a file and of whatever is compressed inside it, as browsers compress: LevelDB tables (snappy),
 * Firefox session files (mozLz4), gzip, zlib, raw deflate, brotli. Uncompressed parts come as they are.
 */
export const unpack = (file: Buffer): readonly Buffer[] => {
  const parts: Buffer[] = [file];
  if (file.length > 48 && file.subarray(file.length - 8).equals(LEVELDB_MAGIC)) parts.push(...levelDbTable(file));
  if (file.subarray(0, 8).equals(MOZLZ4_MAGIC)) {
    const out = new Uint8Array(file.readUInt32LE(8));
    const plain = attempt(() => {
      lz4DecompressBlock(file, out, 12, file.length - 12, 0);
      return out;
    });
    if (plain !== null) parts.push(plain);
  }
  for (const open of [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync]) {
    const plain = attempt(() => open(file, { maxOutputLength: 64 * 1024 * 1024 }));
    if (plain !== null && plain.length > 0) parts.push(plain);
  }
  return parts;
};
