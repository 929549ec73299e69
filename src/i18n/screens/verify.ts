import { records as recordsEn } from '../en/records.ts';
import { records as recordsJa } from '../ja/records.ts';
import { verify as verifyEn } from '../en/verify.ts';
import { verify as verifyJa } from '../ja/verify.ts';
import { verifyProblems as verifyProblemsEn } from '../en/verify-problems.ts';
import { verifyProblems as verifyProblemsJa } from '../ja/verify-problems.ts';
import type { ScreenWords } from '../screen-words.ts';

export const verifyWords: ScreenWords<'records' | 'verify' | 'verifyProblems'> = {
  ja: { records: recordsJa, verify: verifyJa, verifyProblems: verifyProblemsJa },
  en: { records: recordsEn, verify: verifyEn, verifyProblems: verifyProblemsEn },
};
