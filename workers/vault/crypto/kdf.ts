import { argon2id } from 'hash-wasm';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { KEY_BYTES, RECOVERY_DOMAIN } from '../../../src/core/formats/consts.ts';
import { KDF_MAX_LANES, KDF_MAX_MEMORY, KDF_MAX_PASSES, KDF_MIN_WORK } from '../../../src/core/formats/limits.ts';
import { deriveBytes, importHkdfKey } from './hkdf.ts';
import { importSealKey } from './seal.ts';

/** Argon2id (RFC 9106) parameters. */
export interface KdfPolicy {
  /** KiB */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

/** Compiled in: what is written today. RFC 9106's second recommendation, with one lane, as WebAssembly has one thread. */
export const KDF_POLICY: KdfPolicy = { memory: 64 * 1024, passes: 3, lanes: 1 };

export const policyToParams = (policy: KdfPolicy): readonly number[] => [policy.memory, policy.passes, policy.lanes];

/**
 * Parameters from a file, judged before any memory is taken: the ceiling keeps a file from exhausting the device, the floor
 * keeps it from making the password cheap to guess.
 */
export const parseKdfParams = (params: readonly number[]): Result<KdfPolicy, 'KdfRefused'> => {
  const [memory, passes, lanes] = params;
  if (params.length !== 3 || memory === undefined || passes === undefined || lanes === undefined) return err('KdfRefused');
  if (![memory, passes, lanes].every((value) => Number.isSafeInteger(value) && value >= 1)) return err('KdfRefused');
  const tooMuch = memory > KDF_MAX_MEMORY || passes > KDF_MAX_PASSES || lanes > KDF_MAX_LANES;
  return tooMuch || memory * passes < KDF_MIN_WORK ? err('KdfRefused') : ok({ memory, passes, lanes });
};

/**
 * The key a password slot is sealed under. `password`: UTF-8 of the NFKC-normalised password, not empty; the caller's to zero.
 * hash-wasm works in memory of its own that is dropped with the call; it cannot be overwritten from here.
 */
export const derivePasswordKey = async (
  password: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  params: readonly number[],
): Promise<Result<CryptoKey, 'KdfRefused'>> => {
  const policy = parseKdfParams(params);
  if (!policy.ok) return policy;
  const { memory, passes, lanes } = policy.value;
  const hash = await argon2id({
    password,
    salt,
    memorySize: memory,
    iterations: passes,
    parallelism: lanes,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
  const raw = new Uint8Array(hash);
  const key = await importSealKey(raw);
  hash.fill(0);
  raw.fill(0);
  return ok(key);
};

/** The key a recovery slot is sealed under. 128 random bits need no slow KDF. `code`: 16 bytes, the caller's to zero. */
export const deriveRecoveryKey = async (code: Uint8Array<ArrayBuffer>, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> => {
  const raw = await deriveBytes(await importHkdfKey(code), salt, new TextEncoder().encode(RECOVERY_DOMAIN), KEY_BYTES);
  const key = await importSealKey(raw);
  raw.fill(0);
  return key;
};
