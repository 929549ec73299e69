/**
 * Somebody who uses the app: by mouse, by keyboard alone, or through another engine's driver. What is on the screen is
 * named as a person names it, by role and words; a string is the whole name, a pattern part of it.
 */
export interface User {
  readonly open: (address: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** Waits for it, and until it can be pressed. */
  readonly press: (role: 'button' | 'link', name: Name) => Promise<void>;
  /** Replaces what stands in a field, key by key. */
  readonly type: (label: Name, text: string) => Promise<void>;
  /** A radio button or a checkbox; it is on afterwards. */
  readonly choose: (label: Name) => Promise<void>;
  /** Hands files of this machine to the chooser that a button opens. */
  readonly hand: (button: Name, files: readonly string[]) => Promise<void>;
  /** Waits until these words can be seen. */
  readonly sees: (words: Name) => Promise<void>;
  /** All words that can be seen, and those a closed list would offer. */
  readonly text: () => Promise<string>;
  /** Words of each row of the tables that can be seen. */
  readonly rows: () => Promise<readonly string[]>;
  /** The same user, looking only at one group of the screen. */
  readonly within: (group: Name) => User;
}

export type Name = string | RegExp;

const escaped = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Name of a field, whether or not a word behind it says that it may stay empty. */
export const field = (label: string, optional: string): RegExp => new RegExp(`^${escaped(label)}(\\s*${escaped(optional)})?$`);

/** A name that begins with these words, one behind the other: cards and rows say more than their first word. */
export const begins = (...words: readonly string[]): RegExp => new RegExp(`^\\s*${words.map(escaped).join(String.raw`\s*`)}`);

/** Either of them, whole. */
export const either = (...words: readonly string[]): RegExp => new RegExp(`^\\s*(?:${words.map(escaped).join('|')})\\s*$`);

/** Words with something in between that the test does not know: a number, a date. */
export const around = (before: string, after: string): RegExp => new RegExp(`${escaped(before)}.*${escaped(after)}`);
