/**
 * What `work` makes of each item, in their order, `width` of them under way: the platform reads and opens beside this thread while it
 * looks at what came before. A consumer that stops leaves nothing under way that could fail where nobody listens.
 */
export async function* workAhead<T, R>(items: Iterable<T>, width: number, work: (item: T) => Promise<R>): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  for (const item of items) {
    const one = work(item);
    // Its failure is heard when its turn comes, or by nobody.
    one.catch(() => undefined);
    begun.push(one);
    const first = begun.length < width ? undefined : begun.shift();
    if (first !== undefined) yield await first;
  }
  for (const one of begun) yield await one;
}

/** Stretches of a list, `size` items each, the last one shorter. */
export const inBatches = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
