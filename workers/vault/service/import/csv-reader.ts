import type { ImportLine, ImportRefusal } from '../../../../src/core/domain/import/import-file.ts';
import { MAX_CELL_CHARS, MAX_IMPORT_COLUMNS, MAX_IMPORT_ROWS } from '../../../../src/core/domain/import/import-limits.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import type { Result } from '../../../../src/core/domain/result.ts';

export type CsvRefusal = Extract<
  ImportRefusal,
  { readonly type: 'TooManyRows' | 'TooManyColumns' | 'CellTooLong' | 'QuoteBroken' }
>;

const DELIMITERS = [',', '\t', ';'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** Lines looked at to find the delimiter: the header is among them. */
const SAMPLE_LINES = 5;

const isLineEnd = (char: string | undefined): boolean => char === '\n' || char === '\r';

/** The delimiter most often seen outside quotes in the first lines; a file of one column has none, and needs none. */
const findDelimiter = (text: string): Delimiter => {
  const counts = new Map<string, number>();
  let lines = 0;
  let quoted = false;
  for (let at = 0; at < text.length && lines < SAMPLE_LINES; at += 1) {
    const char = text.charAt(at);
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === '\n') lines += 1;
    else if (!quoted) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  let best: Delimiter = ',';
  for (const delimiter of DELIMITERS) {
    if ((counts.get(delimiter) ?? 0) > (counts.get(best) ?? 0)) best = delimiter;
  }
  return best;
};

/**
 * Text to cells, after RFC 4180: delimiter comma, tab or semicolon; quotes doubled inside quotes; CRLF, LF or CR; line
 * ends allowed inside quotes. Cells are arrays of strings and never keys of an object, so no header or cell can name a
 * prototype. One pass, in time and memory linear in the text, and it stops at the first limit that is passed.
 * A file whose quotes do not match is refused with the line: reading on would move numbers into other people's rows.
 */
export const readCsv = (text: string): Result<readonly ImportLine[], CsvRefusal> => {
  const delimiter = findDelimiter(text);
  const lines: ImportLine[] = [];
  let cells: string[] = [];
  let at = 0;
  let line = 1;
  let recordLine = 1;

  /** Steps over one line end of any kind. */
  const skipLineEnd = (): void => {
    at += text.charAt(at) === '\r' && text.charAt(at + 1) === '\n' ? 2 : 1;
    line += 1;
  };

  const plainCell = (): string => {
    const from = at;
    while (at < text.length && text.charAt(at) !== delimiter && !isLineEnd(text.charAt(at))) at += 1;
    return text.slice(from, at);
  };

  /** Null when the quote is never closed or something follows it. */
  const quotedCell = (): string | null => {
    let value = '';
    let from = at + 1;
    at = from;
    while (at < text.length) {
      if (text.charAt(at) === '"') {
        value += text.slice(from, at);
        at += 1;
        if (text.charAt(at) !== '"') {
          return at === text.length || text.charAt(at) === delimiter || isLineEnd(text.charAt(at)) ? value : null;
        }
        from = at;
        at += 1;
      } else if (isLineEnd(text.charAt(at))) skipLineEnd();
      else at += 1;
    }
    return null;
  };

  // A delimiter at the very end of the text opens one more, empty, cell; a line end there opens no record.
  let delimited = false;
  while (at < text.length || delimited) {
    if (cells.length === 0) recordLine = line;
    const cellLine = line;
    const cell = text.charAt(at) === '"' ? quotedCell() : plainCell();
    if (cell === null) return err({ type: 'QuoteBroken', line: cellLine });
    if (cell.length > MAX_CELL_CHARS) return err({ type: 'CellTooLong', line: cellLine, limit: MAX_CELL_CHARS });
    cells.push(cell);
    if (cells.length > MAX_IMPORT_COLUMNS) return err({ type: 'TooManyColumns', line: recordLine, limit: MAX_IMPORT_COLUMNS });

    delimited = text.charAt(at) === delimiter;
    if (delimited) at += 1;
    else {
      lines.push({ line: recordLine, cells });
      cells = [];
      // One line more than rows: the header.
      if (lines.length > MAX_IMPORT_ROWS + 1) return err({ type: 'TooManyRows', limit: MAX_IMPORT_ROWS });
      if (at < text.length) skipLineEnd();
    }
  }
  return ok(lines);
};
