import type { Word } from './word-list.ts';
import { WORDS } from './word-list.ts';

/** Six words of 2,048: 66 bits, which Argon2id makes enough against a stolen file. */
export const PASSPHRASE_WORDS = 6;
/** Two random bytes a word: 65,536 is a multiple of 2,048, so that every word is as likely as any other. */
export const PASSPHRASE_BYTES = PASSPHRASE_WORDS * 2;

/** Words nobody wants to show a customer; the list itself never changes. */
const UNWELCOME: ReadonlySet<string> = new Set(
  'satsujin ihan taiho satan sabetsu hakai nusumu tataku hisan byouki'.split(' '),
);

export interface Passphrase {
  /** The password itself: the words in Latin letters, joined by hyphens, which stay visible on paper. */
  readonly text: string;
  readonly words: readonly Word[];
}

/** The word two bytes stand for: the low 11 bits of the big-endian number. */
const wordAt = (bytes: Uint8Array, at: number): Word => {
  const number = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  const word = WORDS[number % WORDS.length];
  if (word === undefined) throw new RangeError('word list is empty');
  return word;
};

/** Words for an even number of random bytes, two a word. Also for fingerprints that are read out. */
export const wordsOf = (bytes: Uint8Array): readonly Word[] => {
  if (bytes.length === 0 || bytes.length % 2 !== 0) throw new RangeError('two bytes a word');
  return Array.from({ length: bytes.length / 2 }, (_, at) => wordAt(bytes, at * 2));
};

/** A passphrase from exactly 12 bytes of a cryptographic generator. */
export const passphraseOf = (bytes: Uint8Array): Passphrase => {
  if (bytes.length !== PASSPHRASE_BYTES) throw new RangeError(`${PASSPHRASE_BYTES} bytes wanted`);
  const words = wordsOf(bytes);
  return { text: words.map(({ romaji }) => romaji).join('-'), words };
};

/** One that is not is drawn anew, whole: every welcome one stays as likely as any other. */
export const isWelcome = ({ words }: Passphrase): boolean => !words.some(({ romaji }) => UNWELCOME.has(romaji));
