import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSmallOrderKey } from '../../../src/core/formats/ed25519-key.ts';
import { isReducedSignature } from '../../../src/core/formats/ed25519-signature.ts';

const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

const littleEndian = (value: bigint): Uint8Array => Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * at)) & 255n));

/** The sum of y² = 1 + x² + d·x²·y² (twisted, a = −1) in the field of P; written for clearness. */
const power = (base: bigint, exponent: bigint): bigint => {
  let result = 1n;
  for (let b = base, e = exponent; e > 0n; e >>= 1n, b = (b * b) % P) if ((e & 1n) === 1n) result = (result * b) % P;
  return result;
};
const inverse = (value: bigint): bigint => power(((value % P) + P) % P, P - 2n);
const D = (((-121665n * inverse(121666n)) % P) + P) % P;

/** y of 2·(x, y), from y alone: x² follows from the equation of the curve. */
const doubledY = (y: bigint): bigint => {
  const yy = (y * y) % P;
  const xx = ((yy - 1n) * inverse(D * yy + 1n)) % P;
  return ((((yy + xx) * inverse(2n - yy + xx)) % P) + P) % P;
};

describe('keys of small order', () => {
  const ys = [
    0n,
    1n,
    P - 1n,
    P,
    P + 1n,
    BigInt('0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826'),
    P - BigInt('0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826'),
  ];

  it('are those that eight times themselves lead to the neutral point, with either sign of x', () => {
    for (const y of ys) {
      expect(doubledY(doubledY(doubledY(y % P)))).toBe(1n);
      const key = littleEndian(y);
      expect(isSmallOrderKey(key)).toBe(true);
      expect(isSmallOrderKey(key.map((byte, at) => (at === 31 ? byte | 0x80 : byte)))).toBe(true);
    }
    // Eight points: one of order 1, one of 2, two of 4, four of 8. Each y but those of order 1 and 2 has two of them.
    expect(new Set(ys.map((y) => y % P)).size).toBe(5);
  });

  it('would take one signature for many texts', () => {
    const anyones = new Uint8Array(64).fill(1, 0, 1);
    for (const y of ys.slice(0, 3)) {
      const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(littleEndian(y)).toString('base64url') }, format: 'jwk' });
      const taken = Array.from({ length: 64 }, (_, at) => verify(null, Buffer.from(`text ${at}`), key, anyones)).filter(Boolean);
      expect(taken.length).toBeGreaterThan(1);
    }
  });

  it('are no others: one bit more and it is not one', () => {
    for (const y of ys) {
      for (let bit = 1; bit < 255; bit += 1) {
        const key = littleEndian(y ^ (1n << BigInt(bit)));
        const other = BigInt(`0x${Buffer.from(key.toReversed()).toString('hex')}`);
        expect(isSmallOrderKey(key)).toBe(ys.includes(other));
      }
    }
  });
});

describe('the scalar of a signature', () => {
  const signature = (s: bigint): Uint8Array => new Uint8Array([...new Uint8Array(32).fill(255), ...littleEndian(s)]);

  it('is below the order of the group', () => {
    for (const s of [0n, 1n, ORDER - 1n, 2n ** 252n - 1n, 2n ** 252n]) expect(isReducedSignature(signature(s))).toBe(true);
    for (const s of [ORDER, ORDER + 1n, 2n * ORDER, 2n ** 253n, 2n ** 256n - 1n]) expect(isReducedSignature(signature(s))).toBe(false);
  });
});
