import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import { areZeros, concatBytes, parseUtf8, sameBytes } from './bytes.ts';
import { KEYRING_FILE_BYTES, KEYRING_HEAD_BYTES, KEYRING_MAGIC } from './consts.ts';
import type { Sha256 } from './hash.ts';
import type { Keyring, KeyringProblem } from './keyring.ts';
import { encodeKeyring, parseKeyring } from './keyring-document.ts';

/**
 * Bytes of keyring-a and keyring-b. public/spec/keyring-v1.md §2:
 * magic(8) ‖ sequence u64 ‖ length u32 ‖ SHA-256(sequence ‖ length ‖ json) ‖ json ‖ zeros up to 128 KiB.
 */
const SEQUENCE_AT = 8;
const LENGTH_AT = 16;
const HASH_AT = 20;
const MAGIC = new TextEncoder().encode(KEYRING_MAGIC);

export interface KeyringFile {
  /** One more with every change; 1 to 2⁵³−1, and 1 again behind that. */
  readonly sequence: number;
  readonly keyring: Keyring;
}

const hashOf = (file: Uint8Array, end: number, sha256: Sha256): Uint8Array =>
  sha256(concatBytes(file.subarray(SEQUENCE_AT, HASH_AT), file.subarray(KEYRING_HEAD_BYTES, end)));

/** The whole file, always 128 KiB. TooLarge: the document does not fit, which no vault within the limits reaches. */
export const encodeKeyringFile = (file: KeyringFile, sha256: Sha256): Result<Uint8Array<ArrayBuffer>, 'TooLarge'> => {
  // No reader would take it, and what it is to replace would be gone.
  if (!Number.isSafeInteger(file.sequence) || file.sequence < 1) throw new RangeError('encodeKeyringFile: sequence');
  const json = new TextEncoder().encode(encodeKeyring(file.keyring));
  const end = KEYRING_HEAD_BYTES + json.length;
  if (end > KEYRING_FILE_BYTES) return err('TooLarge');
  const bytes = new Uint8Array(KEYRING_FILE_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC, 0);
  view.setBigUint64(SEQUENCE_AT, BigInt(file.sequence));
  view.setUint32(LENGTH_AT, json.length);
  bytes.set(json, KEYRING_HEAD_BYTES);
  bytes.set(hashOf(bytes, end, sha256), HASH_AT);
  return ok(bytes);
};

/** Every byte counts: a wrong size, a changed bit anywhere, padding that is not zero, all are 'Damaged'. */
export const parseKeyringFile = (bytes: Uint8Array, sha256: Sha256): Result<KeyringFile, KeyringProblem> => {
  if (bytes.length !== KEYRING_FILE_BYTES || !sameBytes(bytes.subarray(0, MAGIC.length), MAGIC)) return err({ type: 'Damaged' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sequence = Number(view.getBigUint64(SEQUENCE_AT));
  const end = KEYRING_HEAD_BYTES + view.getUint32(LENGTH_AT);
  if (!Number.isSafeInteger(sequence) || sequence < 1 || end > KEYRING_FILE_BYTES) return err({ type: 'Damaged' });
  if (!sameBytes(bytes.subarray(HASH_AT, KEYRING_HEAD_BYTES), hashOf(bytes, end, sha256))) return err({ type: 'Damaged' });
  // In two, so that the long part begins where words do.
  const wordEnd = Math.ceil(end / 4) * 4;
  if (!areZeros(bytes.subarray(end, wordEnd)) || !areZeros(bytes.subarray(wordEnd))) return err({ type: 'Damaged' });
  const text = parseUtf8(bytes.subarray(KEYRING_HEAD_BYTES, end));
  if (text === null) return err({ type: 'Damaged' });
  const keyring = parseKeyring(text);
  return keyring.ok ? ok({ sequence, keyring: keyring.value }) : keyring;
};
