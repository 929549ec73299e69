import type { CivilDate } from '../date/civil-date.ts';
import { addYears, LAST_YEAR, partsOf } from '../date/civil-date.ts';
import { RECOVERY_GROUPS } from './recovery-code.ts';

/** So many groups of the recovery code are asked back before any number can be stored. */
export const REHEARSAL_GROUPS = 3;
/** More than enough: a byte is used only when below the largest multiple of 35, 245. */
export const REHEARSAL_BYTES = 32;

/** The 35 ways to take three groups of seven, each in ascending order. */
const CHOICES: readonly (readonly number[])[] = Array.from({ length: 1 << RECOVERY_GROUPS }, (_, bits) =>
  Array.from({ length: RECOVERY_GROUPS }, (__, group) => group).filter((group) => (bits >> group) & 1),
).filter((groups) => groups.length === REHEARSAL_GROUPS);

/**
 * Three different groups (from 0, ascending), every choice as likely as any other, from 32 random bytes.
 * With true randomness all bytes are unusable once in 10^43 times; then it throws.
 */
export const pickGroups = (random: Uint8Array): readonly number[] => {
  const usable = random.find((byte) => byte < Math.floor(256 / CHOICES.length) * CHOICES.length);
  const choice = usable === undefined ? undefined : CHOICES[usable % CHOICES.length];
  if (choice === undefined) throw new RangeError('no usable random byte');
  return choice;
};

/** Paper fades, gets lost, and is shredded by mistake: after a year it is put to the proof again. Of the last year there is, never. */
export const isRehearsalDue = (rehearsed: CivilDate, today: CivilDate): boolean => partsOf(rehearsed).year < LAST_YEAR && addYears(rehearsed, 1) <= today;
