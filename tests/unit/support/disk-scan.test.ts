import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { compressBlock } from 'lz4js';
import { compress as snappyCompress } from 'snappyjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashForms } from '../../support/disk/hash-forms.ts';
import { numberForms } from '../../support/disk/number-forms.ts';
import { scanFolder } from '../../support/disk/scan-folder.ts';

const NUMBER = '900000000028';
const forms = [...numberForms(NUMBER), ...hashForms(NUMBER)];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kinko-scan-'));
  mkdirSync(path.join(folder, 'a/b'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (bytes: Uint8Array): void => writeFileSync(path.join(folder, 'a/b/file'), bytes);
const noise = (length: number): Buffer => randomBytes(length);

/** One data block, one index block, a footer: the smallest LevelDB table, with snappy blocks. */
const levelDbTable = (value: Buffer): Buffer => {
  const varint = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...varint(n >> 7)]);
  const block = (key: string, content: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from([0, ...varint(key.length), ...varint(content.length)]),
      Buffer.from(key),
      content,
      Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]),
    ]);
  const pack = (plain: Buffer): Buffer => Buffer.concat([snappyCompress(plain), Buffer.from([1, 0, 0, 0, 0])]);
  const data = pack(block('k', value));
  const index = pack(block('k', Buffer.from([0, ...varint(data.length - 5)])));
  const footer = Buffer.alloc(48);
  Buffer.from([0, 0, ...varint(data.length), ...varint(index.length - 5)]).copy(footer);
  Buffer.from('57fb808b247547db', 'hex').copy(footer, 40);
  return Buffer.concat([data, index, footer]);
};

describe('scan of a folder for a number', () => {
  it('finds nothing in noise', () => {
    put(noise(2_000_000));
    expect(scanFolder(folder, forms).hits).toEqual([]);
    expect(scanFolder(folder, forms).bytes).toBe(2_000_000);
  });

  it('finds every form planted in noise', () => {
    for (const form of forms) {
      put(Buffer.concat([noise(1000), form.bytes, noise(1000)]));
      expect(scanFolder(folder, forms).hits.map((hit) => hit.form)).toContain(form.name);
    }
  });

  it('finds base64 at every alignment', () => {
    for (let lead = 0; lead < 3; lead += 1) {
      put(Buffer.from(Buffer.concat([noise(30 + lead), Buffer.from(NUMBER), noise(30)]).toString('base64')));
      expect(scanFolder(folder, forms).hits.some((hit) => hit.form.includes('base64'))).toBe(true);
    }
  });

  it('looks inside LevelDB tables, Firefox session files and gzip', () => {
    const plain = Buffer.from(`{"entry":"${NUMBER}"}`.repeat(50));
    const packed = new Uint8Array(plain.length + 1000);
    const length = compressBlock(plain, packed, 0, plain.length, new Uint32Array(65_536));
    const head = Buffer.from('mozLz40\0\0\0\0\0', 'latin1');
    head.writeUInt32LE(plain.length, 8);
    const shifted = snappyCompress(plain);
    expect(Buffer.from(shifted).length).toBeLessThan(plain.length);
    for (const bytes of [levelDbTable(plain), Buffer.concat([head, packed.subarray(0, length)]), gzipSync(plain)]) {
      put(bytes);
      expect(scanFolder(folder, forms).hits.some((hit) => hit.form.startsWith('plain'))).toBe(true);
    }
  });
});
