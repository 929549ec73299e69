import type { Messages } from './messages.ts';

/**
 * Words of some nouns in both languages. They come in the chunk of the screens that say them, so that a screen that is there has its
 * words, and a change of language waits for nothing. A word that one language lacks does not compile.
 */
export interface ScreenWords<Noun extends keyof Messages> {
  readonly ja: Pick<Messages, Noun>;
  readonly en: Pick<Messages, Noun>;
}
