import { createHomeModel } from '../app/models/home-model.ts';
import { vaultModel } from './vault-context.ts';

/** Figures and tasks of the open vault; one for all screens, so that saving can say whether there is a copy. */
export const useHome = vaultModel(createHomeModel);
