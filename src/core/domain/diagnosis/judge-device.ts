import { CLOCK_BEHIND_MS } from '../clock/clock-doubt.ts';
import type { Finding } from './checks.ts';
import { findingOf } from './checks.ts';

/** What the browser says of keeping data: null where it has no such promise. `asked` in this visit. */
export const judgeKept = (persisted: boolean | null, asked: boolean): Finding => {
  if (persisted === null) return findingOf('kept', 'unsupported');
  if (persisted) return findingOf('kept', 'granted');
  return findingOf('kept', asked ? 'refused' : 'not-asked');
};

const MEGABYTE = 1_000_000;
/**
 * Below this the user is told. A vault of 10,000 people with 100,000 entries takes some 70 MB. New keys after a leak or a removal, and
 * every restore, write it a second time before the first goes; a browser's database keeps what was replaced for a while; and a new
 * version of the app lies beside the old one until it is taken. 200 MB hold all of that at once, for the largest vault there is.
 */
export const SPACE_LOW_BYTES = 200 * MEGABYTE;
/** Below this the next save of a small vault may fail: a keyring, a page or two, and the room a database asks for in advance. */
export const SPACE_OUT_BYTES = 20 * MEGABYTE;

/** As `navigator.storage.estimate` gives them, or null where it says nothing. Browsers round, and some state less than there is. */
export interface SpaceEstimate {
  readonly quota: number;
  readonly usage: number;
}

export const judgeSpace = (estimate: SpaceEstimate | null): Finding => {
  if (estimate === null) return findingOf('space', 'unstated');
  const bytes = Math.max(0, estimate.quota - estimate.usage);
  if (bytes < SPACE_OUT_BYTES) return findingOf('space', 'out', { bytes });
  return findingOf('space', bytes < SPACE_LOW_BYTES ? 'low' : 'enough', { bytes });
};

/** A version may be dated a little ahead of the day it is given out. */
const DATED_AHEAD_MS = 2 * 86_400_000;

export interface ClockFacts {
  /** UTC ms. */
  readonly now: number;
  /** The day this version is dated with, UTC ms: no clock that is right shows an earlier one. */
  readonly versionAt: number;
  /** Of the newest entry in the open vault's record; null: none is open. */
  readonly newestEntry: number | null;
  /** The vault asks to look at the date, and nobody has answered. */
  readonly doubtful: boolean;
}

export const judgeClock = ({ now, versionAt, newestEntry, doubtful }: ClockFacts): Finding => {
  if (now < versionAt - DATED_AHEAD_MS) return findingOf('clock', 'before-build', { at: now });
  if (newestEntry !== null && newestEntry - now > CLOCK_BEHIND_MS) return findingOf('clock', 'before-record', { at: now });
  return findingOf('clock', doubtful ? 'doubtful' : 'right', { at: now });
};

/** IANA names; the older one is still what some systems say. Dates of the vault are Japan's wherever the device is. */
const TOKYO: readonly string[] = ['Asia/Tokyo', 'Japan'];

export const judgeZone = (zone: string): Finding => {
  if (zone === '') throw new RangeError('no time zone');
  return TOKYO.includes(zone) ? findingOf('zone', 'tokyo') : findingOf('zone', 'other', { name: zone });
};

export interface PrivateFacts {
  /** The app has a window of its own, from the home screen or the desktop: none of them is private. */
  readonly installed: boolean;
  /** The browser has a storage that it refuses to this page, or hides its service workers although the connection is secure. */
  readonly refuses: boolean;
}

/** A private window is not to be known for certain: browsers hide it on purpose. So nothing unseen is ever called good. */
export const judgePrivate = ({ installed, refuses }: PrivateFacts): Finding => {
  if (installed) return findingOf('private', 'installed');
  return findingOf('private', refuses ? 'signs' : 'unseen');
};

/** No page can see the extensions of its browser, and nothing protects from one that may read pages. */
export const judgeExtensions = (): Finding => findingOf('extensions', 'unseen');
