import { daysBetween, tokyoDateOf } from '../date/civil-date.ts';

/** A verification says something of the record for a month. */
const VERIFIED_DAYS = 30;

/** Both in UTC ms; days are Tokyo's. True when the record has to be verified again before anything is said of it. */
export const isVerificationOld = (verifiedAt: number, now: number): boolean => daysBetween(tokyoDateOf(verifiedAt), tokyoDateOf(now)) > VERIFIED_DAYS;
