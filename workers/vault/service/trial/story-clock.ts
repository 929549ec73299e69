/** The clock of a story that has already happened; from its end on, the platform's. */
export interface StoryClock {
  /** UTC ms. What the story's vault takes for now, as long as it is told. */
  readonly now: () => number;
  /** Throws when the story is over, and for a time that lies before the last one or in the future: nothing of it may be told then. */
  readonly goTo: (time: number) => void;
  /** For good: there is no way back into the story. */
  readonly end: () => void;
}

/**
 * The only clock beside the platform's. Whoever holds it writes entries of other times, so it is made in one place, for a vault that is
 * being made as a sample, and is over before anybody else gets hold of that vault (create-trial.ts).
 */
export const createStoryClock = (platformNow: () => number): StoryClock => {
  let told: number | null = 0;
  return {
    now: () => told ?? platformNow(),
    goTo: (time) => {
      if (told === null || time < told || time > platformNow()) throw new RangeError('the story is over, or was not yet');
      told = time;
    },
    end: () => {
      told = null;
    },
  };
};
