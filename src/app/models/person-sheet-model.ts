import type { PersonSheet, PersonSheetQuery } from '../../core/contract/person-api.ts';
import type { OpenVault } from './open-vault.ts';
import { MOST_ON_PAPER } from './print-sheet.ts';
import type { Reading } from './reading.ts';
import { createReading } from './reading.ts';

export type PersonSheetFilter = Omit<PersonSheetQuery, 'limit'>;

/** The list of persons as it goes on paper. */
export const createPersonSheetModel = ({ api }: Pick<OpenVault, 'api'>, filter: PersonSheetFilter): Reading<PersonSheet> =>
  createReading(() => api.viewPersonSheet({ ...filter, limit: MOST_ON_PAPER }));
