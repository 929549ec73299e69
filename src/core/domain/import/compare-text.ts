/** Texts that differ only in width, spaces and kinds of hyphens say the same; the one that is kept stays as it is. */
const plain = (text: string): string =>
  text.normalize('NFKC').replace(/\s/g, '').replace(/[\p{Pd}\u2212]/gu, '-');

export const sameText = (a: string, b: string): boolean => a === b || plain(a) === plain(b);
