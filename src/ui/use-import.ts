import { createImportModel } from '../app/models/import-model.ts';
import { vaultModel } from './vault-context.ts';

/** The import under way: looking elsewhere, say at the recovery sheet, does not lose what was decided. */
export const useImport = vaultModel(createImportModel);
