import { createCopiesModel } from '../app/models/copies-model.ts';
import { vaultModel } from './vault-context.ts';

/** Copies of the open vault; a copy that was made and not yet saved is not lost by looking elsewhere. */
export const useCopies = vaultModel(createCopiesModel);
