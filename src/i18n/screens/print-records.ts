import { checkpoints as checkpointsEn } from '../en/checkpoints.ts';
import { checkpoints as checkpointsJa } from '../ja/checkpoints.ts';
import { prints as printsEn } from '../en/prints.ts';
import { prints as printsJa } from '../ja/prints.ts';
import { records as recordsEn } from '../en/records.ts';
import { records as recordsJa } from '../ja/records.ts';
import type { ScreenWords } from '../screen-words.ts';

export const printRecordsWords: ScreenWords<'checkpoints' | 'prints' | 'records'> = {
  ja: { checkpoints: checkpointsJa, prints: printsJa, records: recordsJa },
  en: { checkpoints: checkpointsEn, prints: printsEn, records: recordsEn },
};
