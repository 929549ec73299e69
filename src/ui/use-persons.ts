import { createPersonsModel } from '../app/models/persons-model.ts';
import { vaultModel } from './vault-context.ts';

/** The list of persons, as it was left. */
export const usePersons = vaultModel(createPersonsModel);
