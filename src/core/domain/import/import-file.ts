/** How an imported file was encoded: found strictly, never guessed from statistics. */
export type ImportEncoding = 'utf-8' | 'utf-8-bom' | 'shift_jis';

/** One record of a file. `line` is where it begins, counted from 1 as a text editor does. */
export interface ImportLine {
  readonly line: number;
  /** As they stand in the file: unquoted, not trimmed, never converted. */
  readonly cells: readonly string[];
}

/** A file once decoded and cut into cells. What a cell means is decided by its header alone. */
export interface ImportFile {
  readonly fileName: string;
  readonly encoding: ImportEncoding;
  readonly lines: readonly ImportLine[];
}

/** Why a file cannot be read at all. Nothing of it is kept. */
export type ImportRefusal =
  | { readonly type: 'TooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly type: 'Empty' }
  /** An Excel or OpenDocument workbook: the way out is to save it as CSV there. */
  | { readonly type: 'Workbook' }
  | { readonly type: 'Pdf' }
  | { readonly type: 'Utf16' }
  | { readonly type: 'Binary' }
  | { readonly type: 'UnknownEncoding' }
  | { readonly type: 'TooManyRows'; readonly limit: number }
  | { readonly type: 'TooManyColumns'; readonly line: number; readonly limit: number }
  | { readonly type: 'CellTooLong'; readonly line: number; readonly limit: number }
  /** A quoted cell goes on after its closing quote, or is never closed. `line` is where the cell begins. */
  | { readonly type: 'QuoteBroken'; readonly line: number }
  /** None of the first lines names a column of names. */
  | { readonly type: 'NoHeader' }
  | { readonly type: 'NoRows' };
