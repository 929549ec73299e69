/** Runs jobs one after the other, in the order in which they were handed over; one that fails does not stop the next. */
export interface Serial {
  readonly run: <T>(job: () => Promise<T>) => Promise<T>;
  /** Resolves when every job handed over so far is through. */
  readonly idle: () => Promise<void>;
}

export const createSerial = (): Serial => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (job) => {
      const mine = last.then(job);
      last = mine.catch(() => undefined);
      return mine;
    },
    idle: async () => {
      await last;
    },
  };
};
