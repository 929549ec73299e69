/** How far the clock may have moved on since the last entry before it is doubted. */
export const CLOCK_AHEAD_MS = 48 * 3_600_000;
/** Clocks are set by the network now and then: a step back of this size is no doubt. */
export const CLOCK_BEHIND_MS = 2 * 60_000;

export interface ClockDoubt {
  readonly type: 'Ahead' | 'Behind';
  /** Ms between clock and last entry, positive. */
  readonly by: number;
}

/**
 * A clock more than 48 h ahead of the last entry, or behind it, makes nothing due and shortens nothing until the user
 * confirms the date. Long absence looks the same as a clock put forward; both are answered by looking at the date.
 * Times in UTC ms; without an entry there is nothing to compare with.
 */
export const findClockDoubt = (lastEntryAt: number | null, now: number): ClockDoubt | null => {
  if (lastEntryAt === null) return null;
  const ahead = now - lastEntryAt;
  if (ahead > CLOCK_AHEAD_MS) return { type: 'Ahead', by: ahead };
  return -ahead > CLOCK_BEHIND_MS ? { type: 'Behind', by: -ahead } : null;
};
