import { describe, expect, it } from 'vitest';
import { chooseNewest } from '../../../src/core/formats/keyring-choice.ts';
import { encodeKeyring, parseKeyring } from '../../../src/core/formats/keyring-document.ts';
import { encodeKeyringFile, parseKeyringFile } from '../../../src/core/formats/keyring-file.ts';
import type { Keyring } from '../../../src/core/formats/keyring.ts';
import { flipBit, readVectors, sha256 } from './kit.ts';

interface DocumentCase {
  readonly name: string;
  readonly json: string;
  readonly expect: string;
}

interface FileCase {
  readonly name: string;
  readonly json: string;
  readonly sequence: number;
  readonly head: string;
  readonly sha256: string;
}

interface FileEdit {
  readonly name: string;
  readonly at?: number;
  readonly bytes?: string;
  readonly length?: number;
  readonly expect: string;
}

const pass = readVectors('keyring-v1/must-pass.json') as { documents: readonly DocumentCase[]; files: readonly FileCase[] };
const fail = readVectors('keyring-v1/must-fail.json') as { documents: readonly DocumentCase[]; files: readonly FileEdit[] };

const keyringOf = (json: string): Keyring => {
  const parsed = parseKeyring(json);
  if (!parsed.ok) throw new Error(parsed.error.type);
  return parsed.value;
};

const json = pass.documents[0]?.json ?? '';
const keyring = keyringOf(json);

const fileOf = (sequence: number, content: Keyring = keyring): Uint8Array<ArrayBuffer> => {
  const encoded = encodeKeyringFile({ sequence, keyring: content }, sha256);
  if (!encoded.ok) throw new Error(encoded.error);
  return encoded.value;
};

describe('keyring document', () => {
  it.each(pass.documents)('accepted, and encodes to the same text: $name', (one) => {
    expect(encodeKeyring(keyringOf(one.json))).toBe(one.json);
  });

  it.each(fail.documents)('refused: $name', (one) => {
    const parsed = parseKeyring(one.json);
    expect(parsed.ok ? null : parsed.error.type).toBe(one.expect);
  });

  it('keeps what a newer writer added', () => {
    const newer = pass.documents.find((one) => one.json.includes('"hint"'));
    expect(keyringOf(newer?.json ?? '').unknown).toEqual([['hint', { kept: [1, 'as it is'] }]]);
  });

  it('any truncation is damage', () => {
    for (let length = 0; length < json.length; length += 1) expect(parseKeyring(json.slice(0, length)).ok, `${length}`).toBe(false);
  });
});

describe('keyring file', () => {
  it.each(pass.files)('bytes as the other implementation writes them: $name', (one) => {
    const bytes = fileOf(one.sequence, keyringOf(one.json));
    expect(bytes.length).toBe(128 * 1024);
    expect(Buffer.from(bytes.subarray(0, 52)).toString('hex')).toBe(one.head);
    expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(one.sha256);
    expect(parseKeyringFile(bytes, sha256)).toEqual({ ok: true, value: { sequence: one.sequence, keyring: keyringOf(one.json) } });
  });

  it.each(fail.files)('refused: $name', (edit) => {
    const file = pass.files[0];
    if (file === undefined) throw new Error('no vector');
    const whole = fileOf(file.sequence, keyringOf(file.json));
    const bytes = new Uint8Array(edit.length ?? whole.length);
    bytes.set(whole.subarray(0, bytes.length));
    if (edit.bytes !== undefined) bytes.set(Buffer.from(edit.bytes, 'hex'), edit.at);
    expect(Buffer.compare(bytes, whole)).not.toBe(0);
    expect(parseKeyringFile(bytes, sha256)).toEqual({ ok: false, error: { type: edit.expect } });
  });

  it('every single flipped bit is refused: head and document all, padding at every 512th byte', () => {
    const bytes = fileOf(7);
    const end = 52 + new TextEncoder().encode(json).length;
    const check = (bit: number): void => {
      const byte = bit >> 3;
      const old = bytes[byte] ?? 0;
      bytes[byte] = old ^ (1 << (bit & 7));
      const parsed = parseKeyringFile(bytes, sha256);
      bytes[byte] = old;
      if (parsed.ok) throw new Error(`bit ${bit} not noticed`);
    };
    for (let bit = 0; bit < end * 8; bit += 1) check(bit);
    for (let byte = end; byte < bytes.length; byte += 512) check(byte * 8 + (byte % 8));
    expect(parseKeyringFile(bytes, sha256).ok).toBe(true);
  }, 60_000);

  it('every truncation is refused', () => {
    const bytes = fileOf(7);
    for (let length = 0; length < bytes.length; length += 61) {
      expect(parseKeyringFile(bytes.subarray(0, length), sha256).ok, `${length}`).toBe(false);
    }
  });

  it('a view into a larger buffer reads as itself', () => {
    const larger = new Uint8Array(128 * 1024 + 3);
    larger.set(fileOf(9), 3);
    const parsed = parseKeyringFile(larger.subarray(3), sha256);
    expect(parsed.ok && parsed.value.sequence).toBe(9);
  });

  it('a document that does not fit is refused, not cut', () => {
    const [member] = keyring.members;
    if (member === undefined) throw new Error('no member');
    const many = { ...keyring, members: Array.from({ length: 300 }, () => member) };
    expect(encodeKeyringFile({ sequence: 1, keyring: many }, sha256)).toEqual({ ok: false, error: 'TooLarge' });
    for (const sequence of [0, 1.5, 2 ** 53]) expect(() => encodeKeyringFile({ sequence, keyring }, sha256)).toThrow(RangeError);
  });
});

describe('choosing between the two files', () => {
  const choose = (a: Uint8Array | null, b: Uint8Array | null) => {
    const chosen = chooseNewest(a, b, sha256);
    return chosen.ok ? `${chosen.value.slot}${chosen.value.sequence}${chosen.value.twin ? ' twin' : ''}` : chosen.error.type;
  };
  const other = (content: Partial<Keyring>): Keyring => ({ ...keyring, ...content });
  const newer = fileOf(2);
  const raw = new TextEncoder().encode('{"kinkoKeyring":2,"minReader":2}');
  newer.fill(0, 52);
  newer.set(raw, 52);
  new DataView(newer.buffer).setUint32(16, raw.length);
  newer.set(sha256(new Uint8Array([...newer.subarray(8, 20), ...raw])), 20);
  const damaged = flipBit(fileOf(9), 4000);
  const erased = new Uint8Array(128 * 1024);

  it.each([
    ['both the same', fileOf(3), fileOf(3), 'a3 twin'],
    ['a newer', fileOf(4), fileOf(3), 'a4'],
    ['b newer', fileOf(3), fileOf(4), 'b4'],
    ['newer by more than 32 bits', fileOf(2 ** 40), fileOf(5), 'a1099511627776'],
    ['b damaged', fileOf(3), damaged, 'a3'],
    ['a damaged', damaged, fileOf(3), 'b3'],
    ['a missing', null, fileOf(3), 'b3'],
    ['b empty', fileOf(3), new Uint8Array(), 'a3'],
    ['b erased', fileOf(3), erased, 'a3'],
    ['both missing', null, null, 'Missing'],
    ['both erased', erased, erased, 'Missing'],
    ['one missing, one empty', null, new Uint8Array(), 'Missing'],
    ['both damaged', damaged, flipBit(fileOf(3), 1), 'Damaged'],
    ['one damaged, one missing', damaged, null, 'Damaged'],
    ['one sequence, two contents', fileOf(3), fileOf(3, other({ label: 'another' })), 'Damaged'],
    ['newer format beside an old one', fileOf(9), newer, 'NewerFormat'],
    ['newer format and damage', damaged, newer, 'NewerFormat'],
  ])('%s', (_name, a, b, expected) => {
    expect(choose(a, b)).toBe(expected);
  });
});
