/** Crockford base32: no I, L, O, U. https://www.crockford.com/base32.html */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twice a value in GF(2^5) with x^5 + x^2 + 1. */
const double = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/**
 * The check value of the data values (0 to 31) of one group: the sum over GF(32) of data times weight, plus the
 * group's number + 1. The weights are 2, 4, 8, 16, ..., all different, none 0 and none 1, which is the check
 * character's own weight. Therefore every single wrong character, every exchange of two characters of a group, the
 * check character's included, and every exchange of two whole groups is noticed. At most 30 data values a group.
 */
export const checkValue = (group: number, values: readonly number[]): number => {
  let sum = group + 1;
  let shift = 1;
  for (const value of values) {
    let term = value;
    for (let times = 0; times < shift; times += 1) term = double(term);
    sum ^= term;
    shift += 1;
  }
  return sum & 31;
};
