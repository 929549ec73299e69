import type { RevealReason } from './reason.ts';

/** One piece of work: a reason serves ten minutes, for several persons; every showing is logged all the same. */
export const REASON_MS = 10 * 60_000;

export interface GivenReason {
  readonly reason: RevealReason;
  /** UTC ms when the user gave it. Showing a number does not renew it. */
  readonly givenAt: number;
}

/** UTC ms from which the reason no longer serves. */
export const reasonServesUntil = ({ givenAt }: GivenReason): number => givenAt + REASON_MS;

/** False too when the clock was put back behind the giving. */
export const isReasonServing = (given: GivenReason | null, now: number): given is GivenReason =>
  given !== null && now >= given.givenAt && now < reasonServesUntil(given);
