/** One after the other, in the order of the calls. A call that throws does not hold up the next. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T>;

export const createAlone = (): Alone => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  };
};
