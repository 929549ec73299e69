import { createRecordsModel } from '../app/models/records-model.ts';
import { createVerifyModel } from '../app/models/verify-model.ts';
import { vaultModel } from './vault-context.ts';

/** The record, as it was left. */
export const useRecords = vaultModel(createRecordsModel);

/** The last verification of this session. */
export const useVerify = vaultModel(createVerifyModel);
