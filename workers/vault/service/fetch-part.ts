import { PATIENCE, withPatience } from '../storage/patience.ts';

/** A slow line needs some seconds for the largest part; who waits longer had better be told. */
const PART_PATIENCE = { ...PATIENCE, seconds: 30 };

/**
 * A part of this worker that is fetched when it is needed. Null when it does not come: a host that is gone, was updated under the page,
 * or takes the question and never answers, as some lines in hotels and trains do.
 */
export const fetchPart = <T>(part: Promise<T>, patience = PART_PATIENCE): Promise<T | null> =>
  withPatience(patience, part, () => undefined).catch(() => null);
