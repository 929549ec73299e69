import { copies as copiesEn } from '../en/copies.ts';
import { copies as copiesJa } from '../ja/copies.ts';
import type { ScreenWords } from '../screen-words.ts';

export const copiesWords: ScreenWords<'copies'> = { ja: { copies: copiesJa }, en: { copies: copiesEn } };
