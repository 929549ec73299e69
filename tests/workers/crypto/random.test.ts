import { describe, expect, it } from 'vitest';
import { isId } from '../../../src/core/domain/ids.ts';
import { createRandom } from '../../../workers/vault/crypto/random.ts';
import { toHex } from './hex.ts';

describe('random', () => {
  it('gives the wanted length, ids of 22 characters, never the same twice', () => {
    const random = createRandom((bytes) => crypto.getRandomValues(bytes));
    for (const length of [0, 1, 16, 32, 4096]) expect(random.bytes(length).length).toBe(length);
    const ids = new Set(Array.from({ length: 5_000 }, () => random.id()));
    expect(ids.size).toBe(5_000);
    expect([...ids].every(isId)).toBe(true);
  });

  it.each([
    ['always zero', () => 0],
    ['always one', () => 1],
    ['all bits set', () => 255],
  ])('a source that is %s throws at once', (_name, value) => {
    const random = createRandom((bytes) => bytes.fill(value()));
    expect(() => random.bytes(32)).toThrow('stuck');
  });

  it('a source that repeats its output throws at the second draw, whatever the lengths', () => {
    const random = createRandom((bytes) => {
      for (let index = 0; index < bytes.length; index += 1) bytes[index] = (index * 7 + 3) & 255;
    });
    expect(random.bytes(8).length).toBe(8);
    expect(() => random.bytes(32)).toThrow('stuck');
  });

  it('keeps nothing of what it gave: the probe is drawn beside it', () => {
    const drawn: Uint8Array[] = [];
    const random = createRandom((bytes) => {
      crypto.getRandomValues(bytes);
      drawn.push(bytes);
    });
    const key = toHex(random.bytes(32));
    expect(toHex(drawn[0] ?? new Uint8Array())).not.toContain(key);
    expect(drawn[0]?.every((byte) => byte === 0)).toBe(true);
  });
});
