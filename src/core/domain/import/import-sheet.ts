import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import type { ColumnMap } from './column-map.ts';
import { guessKind, mapColumns } from './column-map.ts';
import type { ColumnMeaning, HeaderMeaning } from './column-meaning.ts';
import { meaningOf } from './column-meaning.ts';
import type { ImportEncoding, ImportFile, ImportLine, ImportRefusal } from './import-file.ts';
import { HEADER_SEARCH_ROWS } from './import-limits.ts';
import type { NotStoredColumn } from './import-preview.ts';
import { withoutNumbers } from './mask-numbers.ts';
import type { SheetKind } from './sheet-kind.ts';

/** A file whose columns are understood. */
export interface ImportSheet {
  readonly fileName: string;
  readonly encoding: ImportEncoding;
  readonly kind: SheetKind;
  readonly decidedBy: string;
  readonly headerLine: number;
  readonly headers: readonly string[];
  readonly meanings: readonly (ColumnMeaning | null)[];
  readonly columns: ColumnMap;
  /** Rows with anything in them. */
  readonly lines: readonly ImportLine[];
}

const NAME_MEANINGS: readonly HeaderMeaning[] = ['name', 'employeeName', 'payeeName', 'dependantName', 'familyName'];

const isBlank = ({ cells }: ImportLine): boolean => cells.every((cell) => cell.trim() === '');

const meaningsOf = ({ cells }: ImportLine): readonly (ColumnMeaning | null)[] => cells.map(meaningOf);

const namesPeople = (meanings: readonly (ColumnMeaning | null)[]): boolean =>
  meanings.some((found) => found?.type === 'header' && NAME_MEANINGS.includes(found.meaning));

const understood = (meanings: readonly (ColumnMeaning | null)[]): number => meanings.filter((found) => found !== null).length;

/**
 * Finds the header among the first lines (the one that names a column of names and is understood best) and what the
 * file is a list of. Errors: NoHeader, NoRows.
 */
export const readSheet = (file: ImportFile): Result<ImportSheet, Extract<ImportRefusal, { readonly type: 'NoHeader' | 'NoRows' }>> => {
  const filled = file.lines.filter((line) => !isBlank(line));
  let header: ImportLine | undefined;
  let meanings: readonly (ColumnMeaning | null)[] = [];
  for (const line of filled.slice(0, HEADER_SEARCH_ROWS)) {
    const found = meaningsOf(line);
    if (namesPeople(found) && understood(found) > understood(meanings)) {
      header = line;
      meanings = found;
    }
  }
  if (header === undefined) return err({ type: 'NoHeader' });
  const lines = filled.slice(filled.indexOf(header) + 1);
  if (lines.length === 0) return err({ type: 'NoRows' });
  const { kind, column } = guessKind(meanings);
  return ok({
    fileName: withoutNumbers(file.fileName),
    encoding: file.encoding,
    kind,
    decidedBy: column === null ? '' : (header.cells[column] ?? '').trim(),
    headerLine: header.line,
    headers: header.cells.map((cell) => withoutNumbers(cell.trim())),
    meanings,
    columns: mapColumns(meanings, kind),
    lines,
  });
};

/** The same file read as a list of another kind, because the user says so. */
export const withKind = (sheet: ImportSheet, kind: SheetKind): ImportSheet => ({
  ...sheet,
  kind,
  decidedBy: '',
  columns: mapColumns(sheet.meanings, kind),
});

/** Columns of which nothing is stored, but for those that are empty from top to bottom. */
export const notStoredColumns = ({ headers, lines, columns }: ImportSheet): readonly NotStoredColumn[] => {
  const filled = new Set<number>();
  for (const { cells } of lines) {
    for (const [column, cell] of cells.entries()) if (cell.trim() !== '') filled.add(column);
  }
  const width = Math.max(headers.length, ...[...filled].map((column) => column + 1));
  return Array.from({ length: width }, (_, column) => column)
    .filter((column) => !columns.stored.has(column) && ((headers[column] ?? '') !== '' || filled.has(column)))
    .map((column) => ({ column: column + 1, header: headers[column] ?? '' }));
};
