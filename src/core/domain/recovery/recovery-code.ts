import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import { ALPHABET, checkValue } from './check-character.ts';

/**
 * The recovery code: 128 random bits on paper. Text layout, for implementers:
 *   140 bits = the 16 bytes, then their CRC-12 (polynomial 0x80F, start 0, most significant bit first);
 *   28 characters of Crockford base32, most significant bits first;
 *   7 groups of 4 such characters and a check character (see check-character.ts), joined by '-'.
 * 26 characters would hold the bits, but no two equal groups of theirs; the two more make all groups alike to write
 * and to ask back, and carry a check over the whole, so that a wrong code is told apart from a foreign vault.
 * Groups are counted from 0 here and from 1 on paper.
 */
export const RECOVERY_BYTES = 16;
export const RECOVERY_GROUPS = 7;
export const RECOVERY_GROUP_LENGTH = 5;
/** All that stands on paper and is typed, the hyphens left out. */
export const RECOVERY_CHARACTERS = RECOVERY_GROUPS * RECOVERY_GROUP_LENGTH;

const DATA_LENGTH = RECOVERY_GROUP_LENGTH - 1;
const BITS = 5;

export type RecoveryCodeProblem =
  /** Too few or too many characters in all. */
  | { readonly type: 'Length'; readonly found: number; readonly wanted: number }
  /** This group is mistyped, or stands in the wrong place. */
  | { readonly type: 'GroupWrong'; readonly group: number }
  /** Every group holds in itself, yet they do not belong together. */
  | { readonly type: 'CodeWrong' };

const crc12 = (bytes: Uint8Array): number => {
  let crc = 0;
  for (const byte of bytes)
    for (let bit = 7; bit >= 0; bit -= 1) {
      const carry = ((crc >> 11) ^ (byte >> bit)) & 1;
      crc = ((crc << 1) & 0xfff) ^ (carry ? 0x80f : 0);
    }
  return crc;
};

const write = (values: readonly number[]): string => values.map((value) => ALPHABET.charAt(value)).join('');

/** Seven groups of five characters for exactly 16 bytes. */
export const encodeRecoveryGroups = (bytes: Uint8Array): readonly string[] => {
  if (bytes.length !== RECOVERY_BYTES) throw new RangeError(`${RECOVERY_BYTES} bytes wanted`);
  let number = 0n;
  for (const byte of bytes) number = (number << 8n) | BigInt(byte);
  number = (number << 12n) | BigInt(crc12(bytes));
  return Array.from({ length: RECOVERY_GROUPS }, (_, group) => {
    const values = Array.from({ length: DATA_LENGTH }, (__, at) => {
      const below = RECOVERY_GROUPS * DATA_LENGTH - 1 - (group * DATA_LENGTH + at);
      return Number((number >> BigInt(below * BITS)) & 31n);
    });
    return write([...values, checkValue(group, values)]);
  });
};

export const encodeRecoveryCode = (bytes: Uint8Array): string => encodeRecoveryGroups(bytes).join('-');

/** Upper case without separators; I and L read as 1, O as 0, as Crockford has it. Other characters are left in. */
const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}\u2212\u30fc.,_]/gu, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0');

/** The four data values of a normalised group, or null. */
const readGroup = (text: string, group: number): readonly number[] | null => {
  const values = Array.from(text, (character) => ALPHABET.indexOf(character));
  if (values.length !== RECOVERY_GROUP_LENGTH || values.includes(-1)) return null;
  const data = values.slice(0, DATA_LENGTH);
  return checkValue(group, data) === values[DATA_LENGTH] ? data : null;
};

/** Whether one typed group holds in itself at its place (from 0): for telling while the user types. */
export const isRecoveryGroup = (text: string, group: number): boolean => readGroup(normalise(text), group) !== null;

/** Whether a typed group is this group of the code. Both sides in any spelling. */
export const isSameGroup = (typed: string, group: string): boolean => normalise(typed) === normalise(group);

const bytesOf = (values: readonly number[]): Result<Uint8Array<ArrayBuffer>, RecoveryCodeProblem> => {
  let number = 0n;
  for (const value of values) number = (number << 5n) | BigInt(value);
  const crc = Number(number & 0xfffn);
  number >>= 12n;
  const bytes = new Uint8Array(RECOVERY_BYTES);
  for (let at = RECOVERY_BYTES - 1; at >= 0; at -= 1) {
    bytes[at] = Number(number & 0xffn);
    number >>= 8n;
  }
  return crc12(bytes) === crc ? ok(bytes) : err({ type: 'CodeWrong' });
};

/**
 * The 16 bytes of a typed code: small letters, full width, missing or other separators and the look-alikes I, L, O
 * are forgiven. Names the first group that is wrong, also when only its length is.
 */
export const parseRecoveryCode = (text: string): Result<Uint8Array<ArrayBuffer>, RecoveryCodeProblem> => {
  const all = Array.from(normalise(text));
  const wanted = RECOVERY_CHARACTERS;
  if (all.length !== wanted) {
    const pieces = text.normalize('NFKC').trim().split(/[\s\p{Pd}\u2212\u30fc]+/u);
    const group = pieces.findIndex((piece) => Array.from(normalise(piece)).length !== RECOVERY_GROUP_LENGTH);
    return err(pieces.length === RECOVERY_GROUPS && group >= 0 ? { type: 'GroupWrong', group } : { type: 'Length', found: all.length, wanted });
  }
  const values: number[] = [];
  for (let group = 0; group < RECOVERY_GROUPS; group += 1) {
    const piece = all.slice(group * RECOVERY_GROUP_LENGTH, (group + 1) * RECOVERY_GROUP_LENGTH).join('');
    const data = readGroup(piece, group);
    if (data === null) return err({ type: 'GroupWrong', group });
    values.push(...data);
  }
  return bytesOf(values);
};
