import { WORD_KANA, WORD_ROMAJI } from './word-list.data.ts';

export interface Word {
  readonly kana: string;
  /** Lower-case Latin letters, one of its own for every word: password fields switch Japanese input off. */
  readonly romaji: string;
}

const ROMAJI = WORD_ROMAJI.split(' ');

/** 2,048 words in fixed order. Order and spelling never change: kits, notes and fingerprints rely on both. */
export const WORDS: readonly Word[] = WORD_KANA.split(' ').map((kana, at) => ({ kana, romaji: ROMAJI[at] ?? '' }));
