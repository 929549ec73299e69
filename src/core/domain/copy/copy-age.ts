/** How urgent the next copy is. Always shown with words beside the colour. */
export type CopyAge = 'green' | 'amber' | 'red';

export interface CopyFacts {
  /** UTC ms when the newest copy that was read back was made; null when there is none. */
  readonly lastVerifiedAt: number | null;
  /** Changes of persons and numbers since that copy. */
  readonly changesSince: number;
  /** A password or recovery code was changed since: the copy still opens with the one before. */
  readonly waysChanged: boolean;
  /** UTC ms. */
  readonly now: number;
}

const DAY_MS = 86_400_000;
export const COPY_FRESH_DAYS = 7;
export const COPY_STALE_DAYS = 30;
export const COPY_FRESH_CHANGES = 20;

/**
 * Green: at most 7 days old and fewer than 20 changes behind. Red: none, or older than 30 days. Else amber, also when
 * the copy seems to come from the future (with a clock in doubt nothing is called fresh), or opens with a way in of before.
 */
export const copyAgeOf = ({ lastVerifiedAt, changesSince, waysChanged, now }: CopyFacts): CopyAge => {
  if (lastVerifiedAt === null) return 'red';
  const age = now - lastVerifiedAt;
  if (age > COPY_STALE_DAYS * DAY_MS) return 'red';
  return !waysChanged && age >= 0 && age <= COPY_FRESH_DAYS * DAY_MS && changesSince < COPY_FRESH_CHANGES ? 'green' : 'amber';
};
