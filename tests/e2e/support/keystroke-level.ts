/**
 * Seconds an act takes, after the keystroke-level model of Card, Moran and Newell (1980), for hands that do not type much: half a second
 * a key instead of 0.28. A click is pointing (1.1) and pressing (0.1).
 */
const SECONDS = { keys: 0.5, clicks: 1.2, homings: 0.4, thoughts: 1.35 } as const;

export interface Acts {
  readonly keys: number;
  readonly clicks: number;
  /** The hand goes from the keys to the mouse or back. */
  readonly homings: number;
  /** One for every screen, every answer, and every four digits that are looked up. */
  readonly thoughts: number;
}

export interface Tally {
  readonly acts: () => Acts;
  readonly seconds: () => number;
  readonly think: (times?: number) => void;
  readonly stroke: (keys: number) => void;
  readonly click: (times?: number) => void;
}

/** Counts what a pair of hands does. It begins at the mouse. */
export const createTally = (): Tally => {
  let [keys, clicks, homings, thoughts] = [0, 0, 0, 0];
  let isAtKeys = false;
  const go = (toKeys: boolean): void => {
    if (isAtKeys !== toKeys) homings += 1;
    isAtKeys = toKeys;
  };
  const acts = (): Acts => ({ keys, clicks, homings, thoughts });
  return {
    acts,
    seconds: () => keys * SECONDS.keys + clicks * SECONDS.clicks + homings * SECONDS.homings + thoughts * SECONDS.thoughts,
    think: (times = 1) => {
      thoughts += times;
    },
    stroke: (more) => {
      if (more === 0) return;
      go(true);
      keys += more;
    },
    click: (times = 1) => {
      go(false);
      clicks += times;
    },
  };
};
