import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import { APP_WORDS } from './app-words.data.ts';

/** Why a password is refused. NIST SP 800-63B-4 section 3.1.1: length and a blocklist, no rules of composition. */
export type PasswordProblem =
  | { readonly type: 'TooShort'; readonly length: number; readonly min: number }
  | { readonly type: 'TooLong'; readonly max: number }
  | { readonly type: 'Control' }
  /** Very few different characters, a short piece again and again, or runs of alphabet, digits or keyboard. */
  | { readonly type: 'Repeated' }
  /** Little is left when known passwords and words of this app are taken out. */
  | { readonly type: 'Common' };

export interface PasswordRules {
  /** True when the password is the only factor. */
  readonly alone: boolean;
  /** Known passwords, and words an attacker would know: the vault's label, names. Compared folded. */
  readonly blocklist: readonly string[];
}

export const PASSWORD_MIN_ALONE = 15;
export const PASSWORD_MIN_WITH_OTHER = 8;
export const PASSWORD_MAX = 1024;

/** A piece repeated up to this length makes no password. */
const MAX_PIECE = 5;
/** A blocked word shorter than this is no evidence: 'aa' is in every text. */
const MIN_BLOCKED = 4;
/** What must remain when each blocked word and each run counts as one character: it costs a guesser little more. */
const MIN_REMAINDER = 8;

/** Fewer different characters than this make no password of any length. */
const MIN_DISTINCT = 5;
/** A run shorter than this is no evidence either. */
const MIN_RUN = 4;

const RUNS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb'];
/** Each run twice, so that it may begin anew at its end, and backwards too. */
const RUN_LINES: readonly string[] = RUNS.flatMap((run) => [run, Array.from(run).toReversed().join('')]).map((run) => run + run);

/** Stands for one known piece; no password holds it, so that what stood apart cannot join to a new word. */
const MARK = '\u0000';

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s_.-]/g, '');

const isPieceRepeated = (text: string): boolean => {
  for (let size = 1; size <= MAX_PIECE; size += 1)
    if (text.slice(0, size).repeat(Math.ceil(text.length / size)).startsWith(text)) return true;
  return false;
};

/** Length of the run that begins at a place, 1 when none does. */
const runLengthAt = (text: string, at: number): number => {
  let length = 1;
  while (at + length < text.length && RUN_LINES.some((line) => line.includes(text.slice(at, at + length + 1)))) length += 1;
  return length;
};

const markRuns = (text: string): string => {
  let marked = '';
  for (let at = 0; at < text.length; ) {
    const length = runLengthAt(text, at);
    marked += length >= MIN_RUN ? MARK : text.charAt(at);
    at += length >= MIN_RUN ? length : 1;
  }
  return marked;
};

const markWords = (text: string, blocklist: readonly string[]): string =>
  [...new Set(blocklist.map(fold))]
    .filter((word) => word.length >= MIN_BLOCKED && text.includes(word))
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, MARK), text);

const isRepetitive = (folded: string): boolean =>
  isPieceRepeated(folded) || new Set(folded).size < MIN_DISTINCT || markRuns(folded).length < MIN_REMAINDER;

/**
 * The password in the form that goes into the KDF: NFKC, nothing else changed, spaces kept. Length in code points,
 * after normalising: at least 15 when it is the only factor, at most 1,024. Pasting and every character are welcome.
 */
export const parsePassword = (text: string, { alone, blocklist }: PasswordRules): Result<string, PasswordProblem> => {
  if (text.length > PASSWORD_MAX * 4) return err({ type: 'TooLong', max: PASSWORD_MAX });
  const password = text.normalize('NFKC');
  const length = Array.from(password).length;
  const min = alone ? PASSWORD_MIN_ALONE : PASSWORD_MIN_WITH_OTHER;
  if (/\p{Cc}/u.test(password)) return err({ type: 'Control' });
  if (length < min) return err({ type: 'TooShort', length, min });
  if (length > PASSWORD_MAX) return err({ type: 'TooLong', max: PASSWORD_MAX });
  const folded = fold(password);
  if (isRepetitive(folded)) return err({ type: 'Repeated' });
  const remainder = markRuns(markWords(folded, [...APP_WORDS, ...blocklist])).length;
  return remainder < MIN_REMAINDER ? err({ type: 'Common' }) : ok(password);
};

/**
 * The form in which a password is tried against a slot: the same folding as when it was chosen, no rules, or an old
 * password would be locked out by a new rule.
 */
export const normalisePassword = (text: string): string => text.normalize('NFKC');
