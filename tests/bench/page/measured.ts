// Runs in the bench's vault worker alone: tells how long the calls took that tests/bench/measured-modules.ts lists.

const timed = <T>(name: string, run: () => T): T => {
  const start = performance.now();
  const tell = (): void => {
    performance.measure(name, { start, end: performance.now() });
  };
  let result: T;
  try {
    result = run();
  } catch (cause) {
    tell();
    throw cause;
  }
  if (result instanceof Promise) void result.then(tell, tell);
  else tell();
  return result;
};

/** The function, each call of it a measure of that name. */
export const measuredCall =
  <Args extends readonly unknown[], T>(name: string, original: (...args: Args) => T) =>
  (...args: Args): T =>
    timed(name, () => original(...args));

/** The factory; calls of the named methods of what it makes are measures. */
export const measuredMethods =
  <Args extends readonly unknown[], Made extends object>(names: Readonly<Record<string, string>>, factory: (...args: Args) => Made) =>
  (...args: Args): Made => {
    const made = factory(...args);
    const wrapped = Object.entries(names).map(([key, name]) => {
      const method: unknown = Reflect.get(made, key);
      if (typeof method !== 'function') throw new Error(`nothing to measure under ${key}`);
      return [key, (...given: readonly unknown[]): unknown => timed(name, () => Reflect.apply(method, made, given))];
    });
    return { ...made, ...Object.fromEntries(wrapped) };
  };

export type Parts = Readonly<Record<string, number>>;

interface Span {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Every moment belongs to the span that began last and has not ended: parts add up to the time in which anything was under way. */
export const partsOf = (spans: readonly Span[]): Parts => {
  const moments = spans.flatMap((span) => [
    { at: span.start, span, opens: true },
    { at: span.end, span, opens: false },
  ]);
  moments.sort((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens));
  const parts: Record<string, number> = {};
  // Kept in the order of their beginning.
  const open = new Set<Span>();
  let last = 0;
  let newest: Span | undefined;
  for (const { at, span, opens } of moments) {
    if (newest !== undefined) parts[newest.name] = (parts[newest.name] ?? 0) + at - last;
    last = at;
    if (opens) {
      open.add(span);
      newest = span;
    } else {
      open.delete(span);
      if (newest === span) newest = [...open].at(-1);
    }
  }
  return parts;
};

/** Parts of all that was measured since it was asked last. */
export const takeParts = (): Parts => {
  const spans = performance.getEntriesByType('measure').map(({ name, startTime, duration }) => ({ name, start: startTime, end: startTime + duration }));
  performance.clearMeasures();
  return partsOf(spans);
};
