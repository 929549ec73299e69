import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import { areZeros, sameBytes } from './bytes.ts';
import type { Sha256 } from './hash.ts';
import type { KeyringProblem } from './keyring.ts';
import type { KeyringFile } from './keyring-file.ts';
import { parseKeyringFile } from './keyring-file.ts';

export interface ChosenKeyring extends KeyringFile {
  readonly slot: 'a' | 'b';
  /** False: the other slot is older, damaged or absent, and must be rewritten before anything else is done. */
  readonly twin: boolean;
}

export type KeyringChoiceProblem = KeyringProblem | { readonly type: 'Missing' };

type Reading = Result<KeyringFile, KeyringProblem> | null;

/** Never written, or erased: both count as absent, not as damaged. */
const isAbsent = (bytes: Uint8Array | null): boolean => bytes === null || areZeros(bytes);

/**
 * The valid slot with the highest sequence. public/spec/keyring-v1.md §2.
 * Missing: both absent. NewerFormat: at least one slot is whole and of a newer format; an older one beside it must not be used,
 * or it would overwrite the newer. Damaged: none is valid, or both claim one sequence with different content.
 */
export const chooseNewest = (
  a: Uint8Array | null,
  b: Uint8Array | null,
  sha256: Sha256,
): Result<ChosenKeyring, KeyringChoiceProblem> => {
  const read = (bytes: Uint8Array | null): Reading => (bytes === null || isAbsent(bytes) ? null : parseKeyringFile(bytes, sha256));
  const twins = a !== null && b !== null && sameBytes(a, b);
  const first = read(a);
  const readings = [first, twins ? first : read(b)] as const;
  if (readings[0] === null && readings[1] === null) return err({ type: 'Missing' });
  for (const reading of readings) {
    if (reading !== null && !reading.ok && reading.error.type === 'NewerFormat') return reading;
  }
  const fileA = readings[0]?.ok === true ? readings[0].value : null;
  const fileB = readings[1]?.ok === true ? readings[1].value : null;
  if (fileA !== null && (fileB === null || fileA.sequence > fileB.sequence)) return ok({ ...fileA, slot: 'a', twin: false });
  if (fileB !== null && (fileA === null || fileB.sequence > fileA.sequence)) return ok({ ...fileB, slot: 'b', twin: false });
  if (fileA === null || !twins) return err({ type: 'Damaged' });
  return ok({ ...fileA, slot: 'a', twin: true });
};
