/** How long a worker that was asked may say nothing at all, neither an answer nor an event. */
export interface Silence {
  readonly seconds: number;
  /** A second has passed. */
  readonly wait: () => Promise<void>;
}

/** Longer than a foreign copy's password takes on a slow tablet; jobs that take longer tell of their progress meanwhile. */
const SECONDS = 180;

export const SILENCE: Silence = {
  seconds: SECONDS,
  wait: () =>
    new Promise((settle) => {
      setTimeout(settle, 1000);
    }),
};

export interface SilenceWatch {
  /** Calls under way: watched while there are any. */
  readonly waiting: (calls: number) => void;
  /** Something came from the worker. */
  readonly heard: () => void;
}

/** Calls `onSilent` once the silence is over its measure; counted in seconds the page was awake, so that a sleep is no silence. */
export const watchSilence = (silence: Silence, onSilent: () => void): SilenceWatch => {
  let calls = 0;
  let quiet = 0;
  let counting = false;

  const count = async (): Promise<void> => {
    counting = true;
    while (calls > 0) {
      await silence.wait();
      quiet += 1;
      if (calls > 0 && quiet >= silence.seconds) {
        quiet = 0;
        onSilent();
      }
    }
    counting = false;
  };

  return {
    waiting: (next) => {
      if (calls === 0) quiet = 0;
      calls = next;
      if (calls > 0 && !counting) void count();
    },
    heard: () => {
      quiet = 0;
    },
  };
};
