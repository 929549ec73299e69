import { createHandOver } from '../app/models/hand-over.ts';
import { vaultModel } from './vault-context.ts';

/** What one screen of the open vault hands to the next. */
export const useHandOver = vaultModel(() => createHandOver());
