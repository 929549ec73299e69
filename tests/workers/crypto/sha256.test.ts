import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHasher } from '../../../workers/vault/crypto/sha256.ts';
import { toHex, utf8 } from './hex.ts';

const hasher = await createHasher();
const expected = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('sha256', () => {
  it('FIPS 180-4 examples', () => {
    expect(toHex(hasher.sha256(utf8('')))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(toHex(hasher.sha256(utf8('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('says what Node says, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
        expect(toHex(hasher.sha256(bytes))).toBe(expected(bytes));
      }),
    );
  });

  it('streams side by side, in any pieces, with whole hashes between', () => {
    const pieces = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.uint8Array({ maxLength: 200 })), { maxLength: 40 });
    fc.assert(
      fc.property(pieces, (list) => {
        const streams = [hasher.createStream(), hasher.createStream(), hasher.createStream()];
        const all = streams.map(() => createHash('sha256'));
        for (const [which, bytes] of list) {
          streams[which]?.update(bytes);
          all[which]?.update(bytes);
          hasher.sha256(bytes);
          expect(streams[which] && toHex(streams[which].peek())).toBe(all[which]?.copy().digest('hex'));
        }
        streams.forEach((stream, index) => expect(toHex(stream.digest())).toBe(all[index]?.digest('hex')));
      }),
    );
  });

  it('a result is not overwritten by the next, and an ended stream throws', () => {
    const first = hasher.sha256(utf8('abc'));
    const before = toHex(first);
    hasher.sha256(utf8('other'));
    expect(toHex(first)).toBe(before);
    const stream = hasher.createStream();
    stream.digest();
    expect(() => stream.update(utf8('x'))).toThrow('ended');
    expect(() => stream.peek()).toThrow('ended');
    expect(() => stream.digest()).toThrow('ended');
  });
});
