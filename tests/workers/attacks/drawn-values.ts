/** Values of one kind that a random source was asked for: keys, salts, ids. */
export interface DrawnKind {
  readonly name: string;
  readonly values: readonly Uint8Array[];
  readonly length: number;
  /** First bytes that the encoding fixes, such as the 0x04 of a point. */
  readonly fixed?: number;
}

/**
 * What cannot be when each value was drawn by itself, all of it: two alike, one of another length, a place where too few bytes occur, a bit
 * that stands still. Of 300 draws 177 different bytes are to be expected at a place, give or take 6; of fewer draws nearly as many as draws.
 */
export const flawsOf = ({ name, values, length, fixed = 0 }: DrawnKind): readonly string[] => {
  const flaws: string[] = [];
  if (values.some((value) => value.length !== length)) flaws.push(`${name}: not ${length} bytes`);
  const all = new Set(values.map((value) => Buffer.from(value).toString('hex')));
  if (all.size < values.length) flaws.push(`${name}: ${values.length - all.size} twice`);
  const least = Math.min(100, Math.floor(values.length / 2));
  for (let place = fixed; place < length; place += 1) {
    const found = new Set(values.map((value) => value[place]));
    if (found.size < least) flaws.push(`${name}: ${found.size} bytes at ${place}`);
    for (let bit = 0; bit < 8; bit += 1) {
      const ones = values.filter((value) => (((value[place] ?? 0) >> bit) & 1) === 1).length;
      // Six standard deviations from a half.
      if (Math.abs(ones - values.length / 2) > 3 * Math.sqrt(values.length)) flaws.push(`${name}: bit ${bit} of ${place} is set ${ones} times`);
    }
  }
  return flaws;
};
