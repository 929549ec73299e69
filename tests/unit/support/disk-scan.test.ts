import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { compressBlock } from 'lz4js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashForms } from '../../support/disk/hash-forms.ts';
import { numberForms } from '../../support/disk/number-forms.ts';
import { scanFolder } from '../../support/disk/scan-folder.ts';
import { snappyPacked, snappyPlain } from '../../support/disk/snappy.ts';

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
  const pack = (plain: Buffer): Buffer => Buffer.concat([snappyPacked(plain), Buffer.from([1, 0, 0, 0, 0])]);
  const data = pack(block('k', value));
  const index = pack(block('k', Buffer.from([0, ...varint(data.length - 5)])));
  const footer = Buffer.alloc(48);
  Buffer.from([0, 0, ...varint(data.length), ...varint(index.length - 5)]).copy(footer);
  Buffer.from('57fb808b247547db', 'hex').copy(footer, 40);
  return Buffer.concat([data, index, footer]);
};

/** Numbers that begin alike: a packer tears each but the first. */
const LIST = Buffer.from(Array.from({ length: 200 }, (_, no) => `{"number":"9000000${String(no).padStart(5, '0')}"}`).join('') + NUMBER + 'x'.repeat(5000));

const snappyStream = (plain: Buffer): Buffer => {
  const packed = snappyPacked(plain);
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0]);
  head.writeUIntLE(packed.length + 4, 1, 3);
  return Buffer.concat([Buffer.from('ff060000734e61507059', 'hex'), head, packed]);
};

/** A LevelDB log with the number across the border of two blocks. */
const levelDbLog = (): Buffer => {
  const head = (length: number, type: number): Buffer => Buffer.from([0, 0, 0, 0, length & 255, length >> 8, type]);
  const first = Buffer.concat([noise(32_768 - 7 - 5), Buffer.from(NUMBER.slice(0, 5))]);
  const last = Buffer.concat([Buffer.from(NUMBER.slice(5)), noise(100)]);
  return Buffer.concat([head(first.length, 2), first, head(last.length, 4), last]);
};

const bigVarint = (n: number): number[] => (n < 128 ? [n] : [...bigVarint(n >> 7).map((byte) => byte | 128), n & 127]);

/** An SQLite database of pages of 512 bytes with one row: a blob that spills over a chain of pages. */
const sqliteDatabase = (blob: Buffer): Buffer => {
  const type = bigVarint(12 + 2 * blob.length);
  const row = Buffer.concat([Buffer.from([type.length + 1, ...type]), blob]);
  const least = Math.floor(((512 - 12) * 32) / 255) - 23;
  const fitting = least + ((row.length - least) % 508);
  const local = row.length <= 477 ? row.length : fitting <= 477 ? fitting : least;
  const page = (...parts: readonly Uint8Array[]): Buffer => Buffer.concat([...parts, Buffer.alloc(512)]).subarray(0, 512);
  const number = (n: number): Buffer => Buffer.from([0, 0, n >> 8, n & 255]);
  const first = Buffer.alloc(512);
  first.write('SQLite format 3\0', 'latin1');
  first.writeUInt16BE(512, 16);
  first[100] = 13;
  const leaf = page(Buffer.from([13, 0, 0, 0, 1, 0, 0, 0, 0, 10, ...bigVarint(row.length), 1]), row.subarray(0, local), number(3));
  const chain: Buffer[] = [];
  for (let at = local; at < row.length; at += 508) chain.push(page(number(at + 508 < row.length ? chain.length + 4 : 0), row.subarray(at, at + 508)));
  return Buffer.concat([first, leaf, ...chain]);
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
    const shifted = snappyPacked(plain);
    expect(Buffer.from(shifted).length).toBeLessThan(plain.length);
    for (const bytes of [levelDbTable(plain), Buffer.concat([head, packed.subarray(0, length)]), gzipSync(plain)]) {
      put(bytes);
      expect(scanFolder(folder, forms).hits.some((hit) => hit.form.startsWith('plain'))).toBe(true);
    }
  });

  it('puts together what is packed and torn: each is not to be found as it stands', () => {
    const cases = {
      'snappy stream': snappyStream(LIST),
      'LevelDB log': levelDbLog(),
      'SQLite, packed': sqliteDatabase(snappyPacked(LIST)),
    };
    for (const [name, bytes] of Object.entries(cases)) {
      expect([name, bytes.includes(NUMBER)]).toEqual([name, false]);
      put(bytes);
      expect([name, scanFolder(folder, forms).hits.some((hit) => hit.form.startsWith('plain'))]).toEqual([name, true]);
    }
    // At every place of a row, and so across the borders of its pages too.
    for (let lead = 0; lead < 1100; lead += 9) {
      put(sqliteDatabase(Buffer.concat([noise(lead), Buffer.from(NUMBER), noise(1500 - lead)])));
      expect([lead, scanFolder(folder, forms).hits.length > 0]).toEqual([lead, true]);
    }
  });

  it('comes to an end with every block of snappy, whatever it claims of itself', () => {
    // A literal of minus six bytes: a reader that believes it goes back and reads it for ever.
    const backwards = Buffer.alloc(20);
    backwards.set([20, 63 << 2]);
    backwards.writeInt32LE(-6, 2);
    expect(snappyPlain(backwards)).toBeNull();
    for (let round = 0; round < 20_000; round += 1) snappyPlain(noise(8 + (round % 200)));
    expect(snappyPlain(snappyPacked(LIST))?.equals(LIST)).toBe(true);
  });

  it('reads only the files that it is asked to', () => {
    put(Buffer.from(`x${NUMBER}x`));
    expect(scanFolder(folder, forms, /session/).files).toBe(0);
    expect(scanFolder(folder, forms, /b\/file$/).hits.length).toBeGreaterThan(0);
  });
});
