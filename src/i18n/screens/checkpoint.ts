import { checkpoints as checkpointsEn } from '../en/checkpoints.ts';
import { checkpoints as checkpointsJa } from '../ja/checkpoints.ts';
import { verify as verifyEn } from '../en/verify.ts';
import { verify as verifyJa } from '../ja/verify.ts';
import type { ScreenWords } from '../screen-words.ts';

export const checkpointWords: ScreenWords<'checkpoints' | 'verify'> = {
  ja: { checkpoints: checkpointsJa, verify: verifyJa },
  en: { checkpoints: checkpointsEn, verify: verifyEn },
};
