import { restore as restoreEn } from '../en/restore.ts';
import { restore as restoreJa } from '../ja/restore.ts';
import { unlock as unlockEn } from '../en/unlock.ts';
import { unlock as unlockJa } from '../ja/unlock.ts';
import type { ScreenWords } from '../screen-words.ts';

export const restoreWords: ScreenWords<'restore' | 'unlock'> = {
  ja: { restore: restoreJa, unlock: unlockJa },
  en: { restore: restoreEn, unlock: unlockEn },
};
