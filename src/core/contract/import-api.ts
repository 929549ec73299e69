import type { ImportPreview, ImportCorrection } from '../domain/import/import-preview.ts';
import type { VaultResult } from './errors.ts';

export interface ImportOutcome {
  readonly registered: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly leftOut: number;
  readonly numbers: number;
}

export interface ImportApi {
  /** Reads, decodes (UTF-8 or Shift_JIS, strictly) and compares in the worker. Numbers never cross: the preview is masked. */
  readonly readImport: (files: readonly File[]) => VaultResult<ImportPreview>;
  /** Applies one correction typed by the user and returns the preview anew. */
  readonly correctImport: (correction: ImportCorrection) => VaultResult<ImportPreview>;
  /** One commit for all accepted rows. Rows in doubt are left out. Errors: RehearsalMissing when numbers are among them. */
  readonly commitImport: (importId: string) => VaultResult<ImportOutcome>;
  readonly dropImport: (importId: string) => VaultResult<null>;
  /** The user says that the source files of an import were destroyed, in this session or a later one: an entry, once. Errors: NotFound. */
  readonly confirmSourceDestroyed: (importId: string) => VaultResult<null>;
}
