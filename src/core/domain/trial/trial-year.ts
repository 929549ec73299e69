import type { PRINTED_SHEETS } from '../audit/codes.ts';
import type { CivilDate } from '../date/civil-date.ts';
import { addDays, civilDateOf, dayNumberOf, partsOf, startOfDayMs, tokyoDateOf } from '../date/civil-date.ts';
import type { RevealReason } from '../reveal/reason.ts';
import type { TrialWho } from './trial-firm.data.ts';

/** What the sample business does. Each is one act of a user, played by the services that a user's hand would reach. */
export type TrialAct =
  | { readonly type: 'open' }
  /** A password that was wrong, before the next opening. */
  | { readonly type: 'mistype' }
  | { readonly type: 'close' }
  | { readonly type: 'rehearse' }
  /** With the first day of the relation, where it lies in the year. */
  | { readonly type: 'register'; readonly who: TrialWho; readonly from: CivilDate | null }
  | { readonly type: 'number'; readonly who: TrialWho }
  | { readonly type: 'reveal'; readonly who: TrialWho; readonly reason: RevealReason }
  /** What is kept of `who` is compared with a paper that has the number of `paper` on it. */
  | { readonly type: 'match'; readonly who: TrialWho; readonly paper: TrialWho }
  | { readonly type: 'leave'; readonly who: TrialWho; readonly on: CivilDate }
  | { readonly type: 'print'; readonly what: (typeof PRINTED_SHEETS)[number] }
  | { readonly type: 'verify' }
  | { readonly type: 'give-log' }
  | { readonly type: 'copy' };

export interface TimedAct {
  /** UTC ms */
  readonly at: number;
  readonly act: TrialAct;
}

/** Long enough that every month of the calendar has its visit, whatever day it is today. */
const DAYS = 390;
/** The last visit before today: then somebody new was entered whose number is still missing. */
const LAST_VISIT_DAYS = 9;
/** Of the monthly visits; between them and the last one a few days pass. */
const MONTHLY_UNTIL_DAYS = 12;
/** Since then no copy was made: the newest is old. */
const COPIES_UNTIL_DAYS = 40;

/** The day of the visit in each month; others on the 7th. Away from the turn of the year and its holidays. */
const DAY_OF: Readonly<Partial<Record<number, number>>> = { 1: 22, 4: 6, 12: 8 };
const USUAL_DAY = 7;

/** Nobody works on Saturday and Sunday: the Friday before. */
const workday = (day: CivilDate): CivilDate => {
  const weekday = (dayNumberOf(day) + 4) % 7;
  return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, -2) : day;
};

const registered = (who: TrialWho, from: CivilDate | null = null): readonly TrialAct[] => [
  { type: 'register', who, from },
  { type: 'number', who },
];

const lastDayOfMonthBefore = (day: CivilDate): CivilDate => addDays(day, -partsOf(day).day);
const firstDayOfMonth = (day: CivilDate): CivilDate => addDays(day, 1 - partsOf(day).day);

const withholding = (who: TrialWho): TrialAct => ({ type: 'reveal', who, reason: 'wage-withholding' });
const remuneration = (who: TrialWho): TrialAct => ({ type: 'reveal', who, reason: 'remuneration-report' });

/** Staff and their families, as the forms at the end of the year want them. */
const WITHHOLDING: readonly TrialAct[] = (['senior', 'daughter', 'leaver', 'joiner', 'spouse'] as const).map(withholding);

/** What a month brings beside the copy. Whoever is not there yet, or has left, is left out later. */
const SEASONS: Readonly<Partial<Record<number, (day: CivilDate) => readonly TrialAct[]>>> = {
  1: () => [...WITHHOLDING, remuneration('accountant'), remuneration('designer'), { type: 'print', what: 'log' }],
  2: () => [{ type: 'reveal', who: 'owner', reason: 'owner-return' }],
  3: () => [{ type: 'print', what: 'checkpoint' }],
  4: (day) => [
    ...registered('joiner', firstDayOfMonth(day)),
    ...registered('spouse'),
    { type: 'match', who: 'joiner', paper: 'joiner' },
    { type: 'reveal', who: 'joiner', reason: 'employment-insurance' },
  ],
  5: (day) => registered('designer', firstDayOfMonth(day)),
  6: () => [{ type: 'reveal', who: 'senior', reason: 'inquiry' }],
  8: () => [{ type: 'verify' }, { type: 'give-log' }, { type: 'print', what: 'checkpoint' }],
  9: (day) => [
    { type: 'reveal', who: 'leaver', reason: 'employment-insurance' },
    { type: 'leave', who: 'leaver', on: lastDayOfMonthBefore(day) },
  ],
  11: () => [{ type: 'verify' }],
  12: () => WITHHOLDING,
};
/** On these the password is mistyped first. */
const MISTYPED: Readonly<Partial<Record<number, number>>> = { 6: 2, 10: 1 };

/**
 * The visit, counted from the first, on which the recovery sheet is put to the proof: late enough that it is not due again today. Nobody
 * who tries the sample has that sheet.
 */
const REHEARSAL_VISIT = 3;

const FIRST_DAY: readonly TrialAct[] = [
  ...registered('owner'),
  ...registered('senior'),
  ...registered('daughter'),
  ...registered('leaver'),
  ...registered('accountant'),
  { type: 'copy' },
  { type: 'print', what: 'checkpoint' },
  { type: 'close' },
];

const lastVisit = (day: CivilDate): readonly TrialAct[] => [
  { type: 'open' },
  { type: 'register', who: 'newcomer', from: firstDayOfMonth(day) },
  // The paper said another number: a doubt that nobody has settled yet.
  { type: 'match', who: 'designer', paper: 'accountant' },
  { type: 'close' },
];

const repeated = (act: TrialAct, times: number): readonly TrialAct[] => Array.from({ length: times }, () => act);

const monthlyVisits = (start: CivilDate, today: CivilDate): readonly (readonly [CivilDate, readonly TrialAct[]])[] => {
  const { year, month } = partsOf(start);
  const ordinary = Array.from({ length: 15 }, (_, at) => {
    const no = month - 1 + at;
    const parts = { year: year + Math.floor(no / 12), month: (no % 12) + 1 };
    const day = civilDateOf({ ...parts, day: DAY_OF[parts.month] ?? USUAL_DAY });
    return day.ok ? [workday(day.value)] : [];
  }).flat();
  const days = ordinary.filter((day) => day > addDays(start, 3) && day <= addDays(today, -MONTHLY_UNTIL_DAYS));
  return days.map((day, at) => {
    const nth = partsOf(day).month;
    // A month that comes twice in thirteen is lived through once, and the second time nothing but a copy is made.
    const isAgain = days.slice(0, at).some((earlier) => partsOf(earlier).month === nth);
    return [
      day,
      [
        ...repeated({ type: 'mistype' }, MISTYPED[nth] ?? 0),
        { type: 'open' },
        ...(isAgain ? [] : (SEASONS[nth]?.(day) ?? [])),
        ...(day <= addDays(today, -COPIES_UNTIL_DAYS) ? [{ type: 'copy' } as const] : []),
        { type: 'close' },
      ],
    ];
  });
};

/** Without acts about somebody who is not there yet, or not there any more. */
const possible = (acts: readonly TimedAct[]): readonly TimedAct[] => {
  const there = new Set<TrialWho>();
  return acts.filter(({ act }) => {
    if (act.type === 'register') there.add(act.who);
    if (act.type === 'leave') return there.delete(act.who);
    return !('who' in act) || there.has(act.who);
  });
};

/**
 * The year of the sample business up to `now` (UTC ms), oldest act first. The first one is what follows on the vault's making, and
 * `madeAt` when it was made. All acts lie on workdays between nine and noon in Tokyo, the last of them days before today.
 */
export const trialYear = (now: number): { readonly madeAt: number; readonly acts: readonly TimedAct[] } => {
  const today = tokyoDateOf(now);
  const start = workday(addDays(today, -DAYS));
  const end = workday(addDays(today, -LAST_VISIT_DAYS));
  const visits = [[start, FIRST_DAY] as const, ...monthlyVisits(start, today), [end, lastVisit(end)] as const];
  const timed = visits.flatMap(([day, own], visit) => {
    const acts = own.flatMap((act): readonly TrialAct[] => (visit === REHEARSAL_VISIT && act.type === 'open' ? [act, { type: 'rehearse' }] : [act]));
    const begin = startOfDayMs(day) + (9 * 60 + ((visit * 41) % 97)) * 60_000 + ((visit * 17) % 60) * 1000;
    return acts.map((act, at) => ({ at: begin + (at + 1) * 97_000 + ((at * at * 13) % 40) * 1000, act }));
  });
  return { madeAt: (timed[0]?.at ?? now) - 97_000, acts: possible(timed) };
};
