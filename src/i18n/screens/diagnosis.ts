import { checks as checksEn } from '../en/checks.ts';
import { checks as checksJa } from '../ja/checks.ts';
import type { ScreenWords } from '../screen-words.ts';

export const diagnosisWords: ScreenWords<'checks'> = { ja: { checks: checksJa }, en: { checks: checksEn } };
