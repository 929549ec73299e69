/** What became of the runs of a campaign, by outcome; plain data, so that several processes can add theirs up. */
export interface Tally {
  readonly runs: number;
  readonly outcomes: Readonly<Record<string, number>>;
  /** What must not have happened: one line each, the first ones only. */
  readonly failures: readonly string[];
  readonly failed: number;
}

const MOST_LISTED = 20;

export interface TallyKeeper {
  readonly count: (outcome: string) => void;
  /** Counts as a run too. */
  readonly fail: (line: string) => void;
  readonly tally: () => Tally;
}

export const createTally = (): TallyKeeper => {
  const outcomes = new Map<string, number>();
  const failures: string[] = [];
  let runs = 0;
  let failed = 0;
  return {
    count: (outcome) => {
      runs += 1;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    },
    fail: (line) => {
      runs += 1;
      failed += 1;
      if (failures.length < MOST_LISTED) failures.push(line);
    },
    tally: () => ({ runs, outcomes: Object.fromEntries(outcomes), failures: [...failures], failed }),
  };
};
