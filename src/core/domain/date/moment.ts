/** The last moment a date of ECMAScript can express, in UTC ms: what is shown to people must be showable. */
export const LAST_MOMENT = 8_640_000_000_000_000;

/** UTC ms in ISO 8601, for programs. Whatever is said to be a time can be written: what lies behind the last moment is that one. */
export const isoTimeOf = (ms: number): string => new Date(Math.min(LAST_MOMENT, Math.max(-LAST_MOMENT, ms))).toISOString();
