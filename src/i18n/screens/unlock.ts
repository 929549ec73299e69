import { unlock as unlockEn } from '../en/unlock.ts';
import { unlock as unlockJa } from '../ja/unlock.ts';
import type { ScreenWords } from '../screen-words.ts';

export const unlockWords: ScreenWords<'unlock'> = { ja: { unlock: unlockJa }, en: { unlock: unlockEn } };
