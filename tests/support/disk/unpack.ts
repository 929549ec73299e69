import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { decompressBlock as lz4DecompressBlock } from 'lz4js';
import { isLevelDbTable, levelDbLog, levelDbTable } from './leveldb.ts';
import { snappyPlain } from './snappy.ts';
import { sqliteValues } from './sqlite.ts';

const MOZLZ4_MAGIC = Buffer.from('mozLz40\0', 'latin1');
const SNAPPY_STREAM_MAGIC = Buffer.from('ff060000734e61507059', 'hex');

const attempt = (run: () => Uint8Array): Buffer | null => {
  try {
    return Buffer.from(run());
  } catch {
    return null;
  }
};

const mozLz4 = (file: Buffer): Buffer | null => {
  const out = new Uint8Array(file.readUInt32LE(8));
  return attempt(() => {
    lz4DecompressBlock(file, out, 12, file.length - 12, 0);
    return out;
  });
};

/** The framing format of snappy: chunks of a type, a length of three bytes, a checksum of four. One text, however many chunks. */
const snappyStream = (file: Buffer): Buffer => {
  const pieces: Buffer[] = [];
  for (let at = 0; at + 4 <= file.length; ) {
    const length = file.readUIntLE(at + 1, 3);
    const content = file.subarray(at + 8, at + 4 + length);
    if (file[at] === 0) pieces.push(snappyPlain(content) ?? Buffer.alloc(0));
    if (file[at] === 1) pieces.push(content);
    at += 4 + length;
  }
  return Buffer.concat(pieces);
};

/** Firefox packs values one by one: a database as a whole shows only the parts of them that did not repeat. */
const sqliteParts = (file: Buffer): readonly Buffer[] =>
  sqliteValues(file).flatMap(({ bytes, torn }) => [...(torn ? [bytes] : []), ...(bytes.length < 8 ? [] : [snappyPlain(bytes) ?? []].flat())]);

/**
 * The bytes of a file and of whatever is compressed or torn inside it, as browsers do: LevelDB tables (snappy) and logs,
 * SQLite databases and their logs (snappy, a value at a time), snappy streams (Firefox's caches), Firefox session files
 * (mozLz4), gzip, zlib, raw deflate, brotli. Uncompressed parts come as they are.
 */
export const unpack = (file: Buffer): readonly Buffer[] => {
  const parts: Buffer[] = [file];
  if (isLevelDbTable(file)) parts.push(...levelDbTable(file));
  parts.push(...levelDbLog(file), ...sqliteParts(file));
  if (file.subarray(0, 10).equals(SNAPPY_STREAM_MAGIC)) parts.push(snappyStream(file));
  if (file.subarray(0, 8).equals(MOZLZ4_MAGIC)) {
    const plain = mozLz4(file);
    if (plain !== null) parts.push(plain);
  }
  for (const open of [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync]) {
    const plain = attempt(() => open(file, { maxOutputLength: 64 * 1024 * 1024 }));
    if (plain !== null && plain.length > 0) parts.push(plain);
  }
  return parts;
};
