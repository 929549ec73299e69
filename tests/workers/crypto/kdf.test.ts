import * as fc from 'fast-check';
import { argon2id } from 'hash-wasm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  derivePasswordKey,
  deriveRecoveryKey,
  KDF_POLICY,
  parseKdfParams,
  policyToParams,
} from '../../../workers/vault/crypto/kdf.ts';
import { deriveBytes, importHkdfKey } from '../../../workers/vault/crypto/hkdf.ts';
import { argon2idReference } from './argon2-reference.ts';
import { isOverwritten, watchGivenKeys } from './given-keys.ts';
import { hex, toHex, utf8 } from './hex.ts';
import { readPublished } from './published.ts';

interface Argon2File {
  readonly rfc9106: {
    readonly password: string;
    readonly salt: string;
    readonly secret: string;
    readonly associatedData: string;
    readonly memory: number;
    readonly passes: number;
    readonly lanes: number;
    readonly tag: string;
  };
  readonly reference: readonly {
    readonly password: string;
    readonly salt: string;
    readonly memory: number;
    readonly passes: number;
    readonly lanes: number;
    readonly hash: string;
  }[];
}

const vectors = readPublished('argon2id.json') as Argon2File;
const info = utf8('probe');
const salt32 = new Uint8Array(32);

/** What a key derives tells whether it is the same key, though it cannot be exported. */
const probe = async (key: CryptoKey): Promise<string> => toHex(await deriveBytes(key, salt32, info, 32));

describe('Argon2id', () => {
  it('RFC 9106 §5.3, by the reference text (hash-wasm takes no associated data)', () => {
    const { rfc9106 } = vectors;
    const tag = argon2idReference({
      password: hex(rfc9106.password),
      salt: hex(rfc9106.salt),
      secret: hex(rfc9106.secret),
      associatedData: hex(rfc9106.associatedData),
      memory: rfc9106.memory,
      passes: rfc9106.passes,
      lanes: rfc9106.lanes,
      length: 32,
    });
    expect(toHex(tag)).toBe(rfc9106.tag);
  });

  it('hash-wasm says what the reference text says, with the RFC’s inputs but the associated data, and others', async () => {
    const cases = [
      { password: '01'.repeat(32), salt: '02'.repeat(16), secret: '03'.repeat(8), memory: 32, passes: 3, lanes: 4 },
      { password: '00', salt: '02'.repeat(16), secret: '', memory: 64, passes: 1, lanes: 1 },
      { password: 'e38182', salt: 'ff'.repeat(16), secret: '', memory: 100, passes: 2, lanes: 3 },
      { password: '70'.repeat(200), salt: '0102030405060708090a0b0c0d0e0f10', secret: '', memory: 600, passes: 1, lanes: 1 },
    ];
    for (const one of cases) {
      const settings = { password: hex(one.password), salt: hex(one.salt), secret: hex(one.secret) };
      const expected = argon2idReference({ ...settings, ...one, ...settings, associatedData: new Uint8Array(), length: 32 });
      const { secret, ...open } = settings;
      const found = await argon2id({
        ...open,
        ...(secret.length > 0 ? { secret } : {}),
        memorySize: one.memory,
        iterations: one.passes,
        parallelism: one.lanes,
        hashLength: 32,
        outputType: 'binary',
      });
      expect(toHex(found)).toBe(toHex(expected));
    }
  });

  for (const test of vectors.reference) {
    const accepted = parseKdfParams([test.memory, test.passes, test.lanes]).ok;
    it(`test.c m=${test.memory} t=${test.passes} p=${test.lanes} ${test.password} ${test.salt}${accepted ? ', through our KDF' : ''}`, async () => {
      if (!accepted) {
        const found = await argon2id({
          password: test.password,
          salt: test.salt,
          memorySize: test.memory,
          iterations: test.passes,
          parallelism: test.lanes,
          hashLength: 32,
          outputType: 'hex',
        });
        expect(found).toBe(test.hash);
        return;
      }
      const key = await derivePasswordKey(utf8(test.password), utf8(test.salt), [test.memory, test.passes, test.lanes]);
      expect(key.ok).toBe(true);
      if (key.ok) expect(await probe(key.value)).toBe(await probe(await importHkdfKey(hex(test.hash))));
    }, 30_000);
  }
});

describe('bounds of the parameters', () => {
  it('the policy is inside them', () => {
    expect(policyToParams(KDF_POLICY)).toEqual([65536, 3, 1]);
    expect(parseKdfParams(policyToParams(KDF_POLICY)).ok).toBe(true);
  });

  it.each([
    [[38912, 1, 1], true],
    [[38911, 1, 1], false],
    [[19456, 2, 1], true],
    [[19455, 2, 1], false],
    [[262144, 10, 4], true],
    [[262145, 1, 1], false],
    [[65536, 11, 1], false],
    [[65536, 3, 5], false],
    [[65536, 3, 0], false],
    [[65536, 0, 1], false],
    [[0, 3, 1], false],
    [[-65536, -3, 1], false],
    [[65536.5, 3, 1], false],
    [[65536, 3], false],
    [[65536, 3, 1, 1], false],
    [[], false],
    [[Number.NaN, 3, 1], false],
    [[Number.MAX_SAFE_INTEGER, 1, 1], false],
    [[4 * 1024 * 1024, 1, 1], false],
    [[65536, 1_000_000, 1], false],
  ])('%j accepted: %s', (params, accepted) => {
    expect(parseKdfParams(params).ok).toBe(accepted);
  });

  it('whatever is accepted is within floor and ceiling', () => {
    const near = fc.oneof(fc.integer({ min: -2, max: 12 }), fc.integer({ min: 38_000, max: 66_000 }), fc.integer({ min: 262_000, max: 263_000 }), fc.maxSafeInteger());
    fc.assert(
      fc.property(near, near, near, (memory, passes, lanes) => {
        const parsed = parseKdfParams([memory, passes, lanes]);
        const inside =
          memory >= 1 && passes >= 1 && lanes >= 1 && memory <= 262_144 && passes <= 10 && lanes <= 4 && memory * passes >= 38_912;
        expect(parsed.ok).toBe(inside);
      }),
      { numRuns: 5_000 },
    );
  });

  it('4 GiB are refused at once, before any memory is taken', async () => {
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const refused = await derivePasswordKey(utf8('x'), new Uint8Array(16), [4 * 1024 * 1024, 10, 1]);
    expect(refused).toEqual({ ok: false, error: 'KdfRefused' });
    expect(performance.now() - start).toBeLessThan(50);
    expect(process.memoryUsage().rss - before).toBeLessThan(16 * 1024 * 1024);
  });
});

describe('recovery key', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is HKDF of the code, bound to its salt and domain', async () => {
    const code = new Uint8Array(16).fill(9);
    const salt = new Uint8Array(16).fill(3);
    const expected = await deriveBytes(await importHkdfKey(code), salt, utf8('kinko-recovery/1'), 32);
    const key = await deriveRecoveryKey(code, salt);
    expect(await probe(key)).toBe(await probe(await importHkdfKey(expected)));
    expect(key.extractable).toBe(false);
    expect(await probe(await deriveRecoveryKey(code, new Uint8Array(16)))).not.toBe(await probe(key));
  });

  it('is overwritten once it is imported; the code is the caller’s', async () => {
    const code = new Uint8Array(16).fill(9);
    const given = watchGivenKeys();
    await deriveRecoveryKey(code, new Uint8Array(16));
    expect(given.map(({ was }) => was.length / 2)).toEqual([16, 32]);
    expect(given.map(isOverwritten)).toEqual([false, true]);
  });
});
