/**
 * How a check comes out. 'note' is something to know that nobody has to mend, and never counts as a fault. 'unknown': the check itself
 * failed, which is never said to be good.
 */
export type CheckState = 'good' | 'note' | 'warn' | 'bad' | 'unknown';

/** What can be done about it: one act each. */
export const WAYS_OUT = ['persist', 'again', 'date', 'window', 'copies', 'verify', 'kit', 'rehearse', 'help'] as const;
export type WayOut = (typeof WAYS_OUT)[number];

export interface Verdict {
  readonly state: CheckState;
  /** Never null where something is not as it should be. */
  readonly way: WayOut | null;
}

const good: Verdict = { state: 'good', way: null };
const note: Verdict = { state: 'note', way: null };
const told = (way: WayOut): Verdict => ({ state: 'note', way });
const warn = (way: WayOut): Verdict => ({ state: 'warn', way });
const bad = (way: WayOut): Verdict => ({ state: 'bad', way });
/** Of a part that was tried in the worker. */
const part = { works: good, lacks: bad('help'), fails: bad('help') };

/** Every check with all it can find, in the order of the screen; what is found decides the state. Words: i18n `checks`. */
export const VERDICTS = {
  kept: { granted: good, 'not-asked': warn('persist'), refused: warn('help'), unsupported: warn('help') },
  files: { works: good, lacks: warn('help'), refused: bad('help'), full: bad('help'), fails: bad('again') },
  database: { works: good, unstated: note, lacks: bad('help'), refused: bad('help'), full: bad('help'), fails: bad('again') },
  space: { enough: good, unstated: note, low: warn('help'), out: bad('help') },
  clock: { right: good, doubtful: warn('date'), 'before-record': bad('help'), 'before-build': bad('help') },
  zone: { tokyo: good, other: note },
  private: { installed: good, unseen: note, signs: warn('help') },
  extensions: { unseen: told('help') },
  offline: { ready: good, keeping: warn('again'), missing: warn('help'), absent: warn('help'), unsupported: warn('help') },
  update: { newest: good, waiting: told('help') },
  window: { own: good, shared: note, framed: bad('window'), insecure: bad('help') },
  seals: part,
  keys: part,
  kdf: { ...part, slow: note },
  locks: part,
  readback: { has: good, lacks: note },
  defects: { none: good, some: warn('help') },
  copy: {
    fresh: good,
    nothing: note,
    due: warn('copies'),
    before: warn('copies'),
    unverified: warn('copies'),
    old: bad('copies'),
    restored: bad('copies'),
    none: bad('copies'),
  },
  record: { verified: good, stale: warn('verify'), never: warn('verify'), broken: bad('verify') },
  sheet: { rehearsed: good, due: warn('rehearse'), never: bad('kit') },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Verdict>>>>;

export type CheckId = keyof typeof VERDICTS;
export type Reason<C extends CheckId> = keyof (typeof VERDICTS)[C] & string;

/** Three groups: what the device and browser are, how the app is on it, how the open vault stands. */
export const CARDS = {
  device: ['kept', 'files', 'database', 'space', 'clock', 'zone', 'private', 'extensions'],
  app: ['offline', 'update', 'window', 'seals', 'keys', 'kdf', 'locks', 'readback', 'defects'],
  vault: ['copy', 'record', 'sheet'],
} as const satisfies Readonly<Record<string, readonly CheckId[]>>;
export type CardId = keyof typeof CARDS;

/** Figures behind a finding. Never a text that a person typed, and nothing that names a person, a firm or a vault. */
export interface Figures {
  readonly count?: number;
  readonly total?: number;
  readonly bytes?: number;
  readonly ms?: number;
  /** UTC ms. */
  readonly at?: number;
  /** Of a closed list, or by the platform: time zone, class of an error. */
  readonly name?: string;
}

export interface Finding extends Verdict {
  readonly check: CheckId;
  /** One of the check's own, or 'unanswered'. */
  readonly reason: string;
  readonly figures: Figures;
}

export const findingOf = <C extends CheckId>(check: C, reason: Reason<C>, figures: Figures = {}): Finding => {
  const verdicts: Readonly<Record<string, Verdict>> = VERDICTS[check];
  return { check, reason, figures, ...(verdicts[reason] ?? UNANSWERED) };
};

const UNANSWERED: Verdict = { state: 'unknown', way: 'again' };

/** The check failed itself, or nobody answered it in time. */
export const unanswered = (check: CheckId): Finding => ({ check, reason: 'unanswered', figures: {}, ...UNANSWERED });

const URGENCY: readonly CheckState[] = ['bad', 'warn', 'unknown', 'note', 'good'];

/** What is worst first; else as it was. */
export const byUrgency = (a: Finding, b: Finding): number => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state);

export interface CheckCounts {
  /** All but notes, which judge nothing. */
  readonly judged: number;
  readonly good: number;
  readonly notes: number;
}

export const countOf = (findings: readonly Finding[]): CheckCounts => {
  const of = (state: CheckState): number => findings.filter((finding) => finding.state === state).length;
  return { judged: findings.length - of('note'), good: of('good'), notes: of('note') };
};
