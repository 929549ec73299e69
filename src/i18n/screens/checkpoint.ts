import { checkpoints as checkpointsEn } from '../en/checkpoints.ts';
import { checkpoints as checkpointsJa } from '../ja/checkpoints.ts';
import { records as recordsEn } from '../en/records.ts';
import { records as recordsJa } from '../ja/records.ts';
import { verify as verifyEn } from '../en/verify.ts';
import { verify as verifyJa } from '../ja/verify.ts';
import type { ScreenWords } from '../screen-words.ts';

export const checkpointWords: ScreenWords<'checkpoints' | 'records' | 'verify'> = {
  ja: { checkpoints: checkpointsJa, records: recordsJa, verify: verifyJa },
  en: { checkpoints: checkpointsEn, records: recordsEn, verify: verifyEn },
};
