/** Of a list that is not empty; the mean of the two in the middle. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Linear between neighbours, as most programs count it. */
export const percentile = (values: readonly number[], share: number): number => {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
};

/** The median of the ratios of each round: what slowed a round down slowed down both. */
export const medianRatio = (ours: readonly number[], limit: readonly number[]): number =>
  median(ours.map((value, at) => value / (limit[at] ?? Number.NaN)));

/** Median of each part, the largest first; those under a hundredth of the whole are left out. */
export const medianParts = (all: readonly Readonly<Record<string, number>>[], whole: number): readonly (readonly [string, number])[] => {
  const names = new Set(all.flatMap((parts) => Object.keys(parts)));
  const medians = [...names].map((name): readonly [string, number] => [name, median(all.map((parts) => parts[name] ?? 0))]);
  const rest = whole - medians.reduce((sum, [, ms]) => sum + ms, 0);
  return [...medians.toSorted((a, b) => b[1] - a[1]), ['elsewhere', rest] as const].filter(([, ms]) => ms >= whole / 100);
};
