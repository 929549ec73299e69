import { checkpoints as checkpointsEn } from '../en/checkpoints.ts';
import { checkpoints as checkpointsJa } from '../ja/checkpoints.ts';
import { records as recordsEn } from '../en/records.ts';
import { records as recordsJa } from '../ja/records.ts';
import type { ScreenWords } from '../screen-words.ts';

export const recordsWords: ScreenWords<'checkpoints' | 'records'> = {
  ja: { checkpoints: checkpointsJa, records: recordsJa },
  en: { checkpoints: checkpointsEn, records: recordsEn },
};
