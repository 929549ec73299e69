import { isCivilDate } from '../../core/domain/date/civil-date.ts';
import type { VersionNotes } from '../../i18n/version-notes.ts';

/** What another version of the app says of itself. */
export interface UpdateChanges {
  readonly version: string;
  /** First digits of the hash over its sources. */
  readonly build: string;
  /** Newest first. */
  readonly notes: readonly VersionNotes[];
}

const VERSION = /^(?:0|[1-9]\d{0,4})\.(?:0|[1-9]\d{0,4})\.(?:0|[1-9]\d{0,4})$/;
const BUILD = /^[0-9a-f]{12}$/;
const MOST_NOTES = 20;
const MOST_LINES = 20;
const MOST_CHARS = 400;
/** Line breaks, what turns the direction of writing, what cannot be seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isVersion = (value: unknown): value is string => typeof value === 'string' && VERSION.test(value);

const isLine = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= MOST_CHARS && !UNSEEN.test(value);

const isLines = (value: unknown): value is readonly string[] =>
  // Spread: an array may come with places that hold nothing, which `every` passes over.
  Array.isArray(value) && value.length > 0 && value.length <= MOST_LINES && [...value].every(isLine);

const parseNotes = (value: unknown): VersionNotes | null => {
  if (!isRecord(value)) return null;
  const { version, date, ja, en } = value;
  return isVersion(version) && isCivilDate(date) && isLines(ja) && isLines(en) ? { version, date, ja, en } : null;
};

/** Below 0: `a` is the earlier version. Both as `parseUpdateChanges` lets them through. */
export const compareVersions = (a: string, b: string): number => {
  const [of, than] = [a, b].map((version) => version.split('.').map(Number));
  const at = of?.findIndex((part, no) => part !== than?.[no]) ?? -1;
  return at < 0 ? 0 : (of?.[at] ?? 0) - (than?.[at] ?? 0);
};

/**
 * A border: the answer comes from a program that this one has never seen. Fields not known here are passed over, so that a later version
 * may say more; anything else that is not exactly this shape, or longer, or not newest first, is nothing (null). It is shown as text alone.
 */
export const parseUpdateChanges = (answer: unknown): UpdateChanges | null => {
  if (!isRecord(answer)) return null;
  const { version, build, notes } = answer;
  if (!isVersion(version) || typeof build !== 'string' || !BUILD.test(build)) return null;
  if (!Array.isArray(notes) || notes.length > MOST_NOTES) return null;
  const parsed: VersionNotes[] = [];
  for (const note of notes) {
    const one = parseNotes(note);
    const before = parsed.at(-1);
    if (one === null || compareVersions(one.version, before?.version ?? version) > 0 || one.version === before?.version) return null;
    parsed.push(one);
  }
  return { version, build, notes: parsed };
};
