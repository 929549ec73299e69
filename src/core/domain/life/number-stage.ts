import { askingStateOf } from '../ask/number-request.ts';
import type { CivilDate } from '../date/civil-date.ts';
import { addDays } from '../date/civil-date.ts';
import type { WhoChecks } from '../identity/who-checks.ts';
import { keptUntil } from '../retention/retention.ts';
import type { PendingFiling, PersonLife } from './person-life.ts';

/**
 * Where a number stands, from the first asking to its end. Derived each time from facts and the day, never stored: a stored state would be
 * wrong the day after.
 */
export const NUMBER_STAGES = [
  'corporate',
  /** 未依頼 */
  'not-asked',
  /** 依頼中 */
  'asked',
  /** 未提供 */
  'refused',
  /** 差し戻し */
  'returned',
  /** 提供済（確認待ち） */
  'given',
  /** 本人確認済 */
  'checked',
  /** 保管中 */
  'kept',
  /** 利用終了（保存期間中） */
  'use-ended',
  /** 廃棄予定 */
  'due',
  /** 廃棄済: the person stays without a number. What copies still hold is said beside it. */
  'destroyed',
] as const;

export type NumberStage = (typeof NUMBER_STAGES)[number];

export interface StageFacts {
  readonly corporate: boolean;
  readonly hasNumber: boolean;
  /** The last day of the relation; null while it lasts. */
  readonly relationTo: CivilDate | null;
  readonly whoChecks: WhoChecks;
  readonly life: PersonLife;
  /**
   * The day, in Tokyo, by which it is judged. While the clock is in doubt this is the last day that is not: a clock that is wrong makes
   * nothing due.
   */
  readonly asOf: CivilDate;
}

/** Filings of an ended relation that no use was recorded for. */
export const openFilings = ({ pending, uses }: PersonLife): readonly PendingFiling[] =>
  pending.filter(({ filing, year }) => !uses.some((use) => use.filing === filing && use.year === year));

/**
 * The first day on which a number may not be kept any longer, once its relation has ended: the day after the relation, or after the last paper
 * that must be kept with it. Null: the relation lasts, or a filing is still to be made.
 */
export const dueFrom = ({ relationTo, life }: Pick<StageFacts, 'relationTo' | 'life'>): CivilDate | null => {
  if (relationTo === null || openFilings(life).length > 0) return null;
  const until = keptUntil(life.papers);
  return addDays(until === null || until < relationTo ? relationTo : until, 1);
};

/** A check was made, or by law nobody of the business has to make one. */
export const isChecked = ({ whoChecks, life }: Pick<StageFacts, 'whoChecks' | 'life'>): boolean =>
  whoChecks.checker === 'nobody' || whoChecks.checker === 'employee' || life.checks.length > 0;

export const numberStageOf = (facts: StageFacts): NumberStage => {
  const { corporate, hasNumber, relationTo, life, asOf } = facts;
  if (corporate) return 'corporate';
  if (!hasNumber) {
    if (life.destroyedOn !== null) return 'destroyed';
    if (life.returned !== null) return 'returned';
    return askingStateOf(life.requests, asOf).type;
  }
  // The last day itself still counts as use.
  if (relationTo !== null && relationTo < asOf) {
    const due = dueFrom(facts);
    return due !== null && due <= asOf ? 'due' : 'use-ended';
  }
  if (!isChecked(facts)) return 'given';
  return life.uses.length > 0 ? 'kept' : 'checked';
};
