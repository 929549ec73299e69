/**
 * Versions of the app that users got, newest first, with the day (in Tokyo) on which they got them. A build that a user notices gets a line
 * here, its words in ja/changes.ts and en/changes.ts, and its number in package.json.
 */
export const VERSIONS = [
  { version: '0.2.0', date: '2026-11-23' },
  { version: '0.1.0', date: '2026-11-23' },
] as const;

export type Version = (typeof VERSIONS)[number]['version'];
