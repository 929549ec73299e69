import { copies as copiesEn } from '../en/copies.ts';
import { copies as copiesJa } from '../ja/copies.ts';
import { home as homeEn } from '../en/home.ts';
import { home as homeJa } from '../ja/home.ts';
import type { ScreenWords } from '../screen-words.ts';

export const homeWords: ScreenWords<'copies' | 'home'> = {
  ja: { copies: copiesJa, home: homeJa },
  en: { copies: copiesEn, home: homeEn },
};
