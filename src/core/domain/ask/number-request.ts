import type { CivilDate } from '../date/civil-date.ts';
import { addDays, daysBetween } from '../date/civil-date.ts';

/** By what way a number was asked for. */
export const REQUEST_WAYS = ['spoken', 'letter', 'mail', 'telephone'] as const;
export type RequestWay = (typeof REQUEST_WAYS)[number];

/** Why somebody does not give a number, as the record of requests says it. */
export const REFUSALS = ['unwilling', 'no-document', 'no-answer', 'other'] as const;
export type Refusal = (typeof REFUSALS)[number];

/**
 * One time of asking. Who refuses is told of the duty and asked again, and the record of all this explains a field that is left blank
 * (NTA FAQ Q1-13).
 */
export interface NumberRequest {
  readonly askedOn: CivilDate;
  readonly way: RequestWay;
  /** That the duty by law was explained. */
  readonly explained: boolean;
  /** Null: no answer yet. */
  readonly refused: { readonly on: CivilDate; readonly reason: Refusal } | null;
}

/** After so many days without an answer it is time to ask again. Nothing in law says when: a suggestion. */
export const REMINDER_DAYS = 14;

export type AskingState =
  | { readonly type: 'not-asked' }
  /** `remindOn`: the first day on which to ask again. */
  | { readonly type: 'asked'; readonly last: NumberRequest; readonly remindOn: CivilDate; readonly overdue: boolean }
  | { readonly type: 'refused'; readonly last: NumberRequest };

/** In order of the days of asking; of one day, in the order given. */
export const sortRequests = (requests: readonly NumberRequest[]): readonly NumberRequest[] => requests.toSorted((a, b) => daysBetween(b.askedOn, a.askedOn));

/** Where the asking stands while no number was given. */
export const askingStateOf = (requests: readonly NumberRequest[], today: CivilDate): AskingState => {
  const last = sortRequests(requests).at(-1);
  if (last === undefined) return { type: 'not-asked' };
  if (last.refused !== null) return { type: 'refused', last };
  const remindOn = addDays(last.askedOn, REMINDER_DAYS);
  return { type: 'asked', last, remindOn, overdue: today >= remindOn };
};

/** The record explains a blank field once the duty was explained and the person was asked again: at least two times of asking. */
export const explainsBlank = (requests: readonly NumberRequest[]): boolean => requests.length >= 2 && requests.some(({ explained }) => explained);
