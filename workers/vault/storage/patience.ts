/** How an answer of the browser is waited for: its file system, its line to the host. */
export interface Patience {
  readonly seconds: number;
  /** A second has passed. */
  readonly wait: () => Promise<void>;
}

/** On a loaded machine answers take milliseconds. */
const SECONDS = 15;

export const PATIENCE: Patience = {
  seconds: SECONDS,
  wait: () =>
    new Promise((settle) => {
      setTimeout(settle, 1000);
    }),
};

/**
 * The answer, or a TimeoutError when it does not come: what stands in line behind an answer that never comes would wait for ever. One
 * that comes after that goes to `dropLate`. Counted are seconds that were seen to pass: while a password is worked on, this thread
 * stands still, and an answer that came meanwhile must not be too late for it.
 */
export const withPatience = <T>(patience: Patience, asked: Promise<T>, dropLate: (late: T) => void): Promise<T> =>
  new Promise((settle, fail) => {
    let waiting = true;
    asked.then(
      (answer) => {
        if (waiting) settle(answer);
        else dropLate(answer);
        waiting = false;
      },
      (cause: unknown) => {
        waiting = false;
        fail(cause instanceof Error ? cause : new Error(String(cause)));
      },
    );
    const count = async (): Promise<void> => {
      for (let second = 0; second < patience.seconds; second += 1) {
        await patience.wait();
        if (!waiting) return;
      }
      waiting = false;
      fail(new DOMException('no answer', 'TimeoutError'));
    };
    void count();
  });
