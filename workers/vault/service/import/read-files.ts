import type { VaultError } from '../../../../src/core/contract/errors.ts';
import type { ImportFile } from '../../../../src/core/domain/import/import-file.ts';
import { MAX_IMPORT_BYTES, MAX_IMPORT_FILES } from '../../../../src/core/domain/import/import-limits.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { decodeImportText } from '../../../../src/core/formats/import-text.ts';
import { readCsv } from './csv-reader.ts';

const readBytes = async (file: File): Promise<Result<Uint8Array<ArrayBuffer>, VaultError>> => {
  // The stick was pulled out, or another program changed the file since it was chosen.
  const content = await file.arrayBuffer().catch(() => null);
  // The first half of a list is a list too: nobody would miss the rest.
  return content?.byteLength === file.size ? ok(new Uint8Array(content)) : err({ type: 'FileUnreadable' });
};

const readFile = async (file: File): Promise<Result<ImportFile, VaultError>> => {
  const refused = (refusal: Extract<VaultError, { type: 'ImportRefused' }>['refusal']): Result<never, VaultError> =>
    err({ type: 'ImportRefused', fileName: file.name, refusal });
  if (file.size > MAX_IMPORT_BYTES) return refused({ type: 'TooLarge', bytes: file.size, limit: MAX_IMPORT_BYTES });
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  const decoded = decodeImportText(bytes.value);
  if (!decoded.ok) return refused(decoded.error);
  const lines = readCsv(decoded.value.text);
  if (!lines.ok) return refused(lines.error);
  return ok({ fileName: file.name, encoding: decoded.value.encoding, lines: lines.value });
};

/** Files to cells. The size is refused before a byte is read. Errors: ImportRefused, TooManyFiles, FileUnreadable. */
export const readImportFiles = async (files: readonly File[]): Promise<Result<readonly ImportFile[], VaultError>> => {
  if (files.length > MAX_IMPORT_FILES) return err({ type: 'TooManyFiles', limit: MAX_IMPORT_FILES });
  const read: ImportFile[] = [];
  for (const file of files) {
    const one = await readFile(file);
    if (!one.ok) return one;
    read.push(one.value);
  }
  return ok(read);
};
