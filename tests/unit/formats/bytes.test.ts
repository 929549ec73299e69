import { expect, it } from 'vitest';
import { areZeros, sameBytes } from '../../../src/core/formats/bytes.ts';

const LENGTHS = [0, 1, 3, 4, 32, 1023, 1024, 1025, 1026, 1027, 4096] as const;
/** Where in a buffer they begin. */
const OFFSETS = [0, 1, 4] as const;

const at = (offset: number, bytes: Uint8Array): Uint8Array => {
  const room = new Uint8Array(offset + bytes.length + 8).fill(9);
  room.set(bytes, offset);
  return room.subarray(offset, offset + bytes.length);
};

it('every byte counts, wherever it lies and however many there are', () => {
  for (const length of LENGTHS) {
    for (const offset of OFFSETS) {
      const zeros = new Uint8Array(length);
      const bytes = Uint8Array.from(zeros, (_, place) => place % 251);
      expect(areZeros(at(offset, zeros))).toBe(true);
      for (const other of OFFSETS) expect(sameBytes(at(offset, bytes), at(other, bytes))).toBe(true);
      const shorter = at(offset, bytes).subarray(0, -1);
      expect([sameBytes(at(offset, bytes), shorter), sameBytes(shorter, at(offset, bytes))]).toEqual([length === 0, length === 0]);
      for (const place of [0, 1, length - 2, length - 1, Math.floor(length / 2)].filter((one) => one >= 0 && one < length)) {
        const bent = bytes.slice();
        bent[place] = (bent[place] ?? 0) ^ 0x80;
        const spotted = zeros.slice();
        spotted[place] = 1;
        expect([length, offset, place, sameBytes(at(offset, bytes), at(0, bent)), areZeros(at(offset, spotted))]).toEqual([length, offset, place, false, false]);
      }
    }
  }
});
