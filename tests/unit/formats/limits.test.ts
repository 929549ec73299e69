import { describe, expect, it } from 'vitest';
import { KDF_MAX_MEMORY, KDF_MIN_WORK, MAX_KEYRING_EPOCHS } from '../../../src/core/formats/limits.ts';

const MIB = 1024;

describe('parameters of the KDF', () => {
  it('are at least what OWASP asks of Argon2id: 19 MiB, twice', () => {
    expect(KDF_MIN_WORK).toBe(2 * 19 * MIB);
  });

  it('may take four times the 64 MiB of RFC 9106 §4, and none of the 2 GiB that a phone has not', () => {
    expect(KDF_MAX_MEMORY).toBe(4 * 64 * MIB);
  });
});

it('a keyring has room for the epoch in use and the next', () => {
  expect(MAX_KEYRING_EPOCHS).toBe(2);
});
