import type { ImportEncoding, ImportRefusal } from '../domain/import/import-file.ts';
import { MAX_IMPORT_BYTES } from '../domain/import/import-limits.ts';
import { err, ok } from '../domain/result.ts';
import type { Result } from '../domain/result.ts';

export interface ImportText {
  readonly text: string;
  readonly encoding: ImportEncoding;
}

export type DecodeRefusal = Extract<
  ImportRefusal,
  { readonly type: 'TooLarge' | 'Empty' | 'Workbook' | 'Pdf' | 'Utf16' | 'Binary' | 'UnknownEncoding' }
>;

const UTF8_BOM = [0xef, 0xbb, 0xbf];
const UTF16_BOMS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];
/** ZIP (.xlsx, .ods), empty ZIP, OLE2 (.xls). */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0],
];
const PDF = [0x25, 0x50, 0x44, 0x46];

const ESCAPE = 0x1b;
/** End-of-file mark that old programs still write behind the last line. */
const DOS_END = 0x1a;

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** Tab, LF, FF and CR are text. The second byte of a Shift_JIS pair is 0x40 or more, so no pair is mistaken for a control. */
const isControl = (byte: number): boolean =>
  (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) || byte === 0x7f;

const decodeStrictly = (label: 'utf-8' | 'shift_jis', bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * Bytes of a list to text: UTF-8 with or without BOM, else Shift_JIS (as the WHATWG Encoding Standard reads it: CP932).
 * Strict: one byte that the encoding does not know refuses the file, for a guessed character in a name is worse than none.
 * UTF-8 is tried first because Japanese Shift_JIS text practically never happens to be valid UTF-8.
 */
export const decodeImportText = (bytes: Uint8Array): Result<ImportText, DecodeRefusal> => {
  if (bytes.length > MAX_IMPORT_BYTES) return err({ type: 'TooLarge', bytes: bytes.length, limit: MAX_IMPORT_BYTES });
  if (WORKBOOKS.some((signature) => startsWith(bytes, signature))) return err({ type: 'Workbook' });
  if (startsWith(bytes, PDF)) return err({ type: 'Pdf' });
  if (UTF16_BOMS.some((bom) => startsWith(bytes, bom))) return err({ type: 'Utf16' });

  const marked = startsWith(bytes, UTF8_BOM);
  const body = bytes.subarray(marked ? UTF8_BOM.length : 0, bytes.at(-1) === DOS_END ? bytes.length - 1 : bytes.length);
  if (body.length === 0) return err({ type: 'Empty' });
  const control = body.find(isControl);
  // ISO-2022-JP switches its alphabets with escape sequences.
  if (control === ESCAPE) return err({ type: 'UnknownEncoding' });
  if (control !== undefined) return err({ type: 'Binary' });

  const utf8 = decodeStrictly('utf-8', body);
  if (utf8 !== null) return ok({ text: utf8, encoding: marked ? 'utf-8-bom' : 'utf-8' });
  const shiftJis = marked ? null : decodeStrictly('shift_jis', body);
  return shiftJis === null ? err({ type: 'UnknownEncoding' }) : ok({ text: shiftJis, encoding: 'shift_jis' });
};
