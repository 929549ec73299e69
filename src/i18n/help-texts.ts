import type { HelpKeyTexts } from './help-keys.ts';

/** Topics of the help under their headings, in the order of the list. */
export const HELP_GROUPS = [
  { id: 'begin', topics: ['start', 'trial', 'install', 'kit', 'unlock', 'recover'] },
  { id: 'persons', topics: ['home', 'register', 'persons', 'number', 'look', 'cancel', 'import'] },
  { id: 'record', topics: ['records', 'verify', 'checkpoint'] },
  { id: 'copies', topics: ['copies', 'restore'] },
  { id: 'care', topics: ['settings', 'keys', 'password', 'leak', 'system', 'erase', 'update', 'diagnosis', 'trouble'] },
] as const;

type HelpGroup = (typeof HELP_GROUPS)[number];

/** The ordinal in an address is the place in this list, counted from 1. */
export const HELP_IDS: readonly HelpId[] = HELP_GROUPS.flatMap(({ topics }): readonly HelpId[] => topics);

export type HelpId = HelpGroup['topics'][number];

export interface HelpAnswer {
  readonly ask: string;
  readonly answer: string;
}

export interface HelpTopic {
  readonly title: string;
  /** One sentence: what it is for. */
  readonly lead: string;
  readonly steps: readonly string[];
  /** In place of a picture. */
  readonly keys?: HelpKeyTexts;
  readonly asks: readonly HelpAnswer[];
  /** Other words people would search it by. */
  readonly words: string;
}

/** What a typed sentence holds beside the words that matter. Of two that begin alike the longer stands first. */
export interface HelpQuery {
  /** Cut a text wherever they stand. */
  readonly joins: readonly string[];
  /** Left out where they stand alone or at the beginning of a run of kana. */
  readonly particles: readonly string[];
  /** Left out at the end of a run of kana. */
  readonly endings: readonly string[];
}

export interface HelpTexts {
  readonly title: string;
  readonly why: string;
  readonly search: string;
  readonly searchHint: string;
  readonly topics: string;
  readonly groups: Readonly<Record<HelpGroup['id'], string>>;
  readonly steps: string;
  readonly asks: string;
  readonly found: (topics: number) => string;
  readonly none: string;
  readonly noneWhy: string;
  readonly back: string;
  readonly all: string;
  readonly picture: (title: string) => string;
  readonly next: string;
  /** Words of the topics and how they are read: who types by the sound finds them too. The longer of two that begin alike stands first. */
  readonly readings: readonly (readonly [word: string, reading: string])[];
  readonly query: HelpQuery;
  readonly texts: Readonly<Record<HelpId, HelpTopic>>;
}
