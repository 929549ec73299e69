import { home as homeEn } from '../en/home.ts';
import { home as homeJa } from '../ja/home.ts';
import type { ScreenWords } from '../screen-words.ts';

export const savedWords: ScreenWords<'home'> = { ja: { home: homeJa }, en: { home: homeEn } };
