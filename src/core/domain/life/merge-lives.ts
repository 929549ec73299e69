import type { CivilDate } from '../date/civil-date.ts';
import type { PersonLife } from './person-life.ts';
import { LIFE_LIMITS } from './person-life.ts';

/** Each once, by the day it is of, the newest `limit` of them. */
const joined = <T>(a: readonly T[], b: readonly T[], dayOf: (one: T) => CivilDate, limit: number): readonly T[] => {
  const known = new Map([...a, ...b].map((one) => [JSON.stringify(one), one]));
  return [...known.values()].toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : Number(dayOf(one) > dayOf(other)))).slice(-limit);
};

/** What is known of one human who stood in the list twice. Where only one thing can be true, that of `kept` is. */
export const mergeLives = (kept: PersonLife, dropped: PersonLife): PersonLife => ({
  requests: joined(kept.requests, dropped.requests, ({ askedOn }) => askedOn, LIFE_LIMITS.requests),
  notices: joined(kept.notices, dropped.notices, ({ on }) => on, LIFE_LIMITS.notices),
  checks: joined(kept.checks, dropped.checks, ({ on }) => on, LIFE_LIMITS.checks),
  returned: kept.returned ?? dropped.returned,
  uses: joined(kept.uses, dropped.uses, ({ on }) => on, LIFE_LIMITS.uses),
  papers: joined(kept.papers, dropped.papers, ({ anchor }) => anchor, LIFE_LIMITS.papers),
  pending: joined(kept.pending, dropped.pending, ({ dueOn }) => dueOn, LIFE_LIMITS.pending),
  payment: kept.payment ?? dropped.payment,
  lastPay: kept.lastPay ?? dropped.lastPay,
  destroyedOn: kept.destroyedOn ?? dropped.destroyedOn,
});
