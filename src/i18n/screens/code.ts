import { kit as kitEn } from '../en/kit.ts';
import { kit as kitJa } from '../ja/kit.ts';
import { unlock as unlockEn } from '../en/unlock.ts';
import { unlock as unlockJa } from '../ja/unlock.ts';
import type { ScreenWords } from '../screen-words.ts';

export const codeWords: ScreenWords<'kit' | 'unlock'> = {
  ja: { kit: kitJa, unlock: unlockJa },
  en: { kit: kitEn, unlock: unlockEn },
};
