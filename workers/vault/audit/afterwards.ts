import type { Serial } from './serial.ts';

/**
 * Work behind an answer that nobody waits for. It rests a moment first: files are written synchronously here, and would else stand before
 * what the page asks next, or before a second commit.
 */
export interface Afterwards {
  /** Runs after the pause, in the order of the calls. */
  readonly put: (job: () => Promise<unknown>) => void;
  /** Runs at once what was put so far; resolves when it is through. */
  readonly settle: () => Promise<void>;
}

/** Longer than a page takes to ask for what it shows, too short for a person to notice. Counted from the first job, so that none waits for ever. */
const PAUSE_MS = 100;

export const createAfterwards = (serial: Serial, pauseMs = PAUSE_MS): Afterwards => {
  let jobs: (() => Promise<unknown>)[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  const settle = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const mine = jobs;
    jobs = [];
    // One that fails does not keep the others from running.
    await Promise.allSettled(mine.map((job) => serial.run(job)));
    // The pause may have ended a moment ago: then they wait in the series already.
    await serial.idle();
  };

  return {
    put: (job) => {
      jobs.push(job);
      timer ??= setTimeout(() => void settle(), pauseMs);
    },
    settle,
  };
};
