import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import { tokyoDateOf } from '../../../src/core/domain/date/civil-date.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { ok } from '../../../src/core/domain/result.ts';
import type { EntryDraft, PageChange, PlanBase, Planner } from '../audit/plan.ts';
import { createBookEdit } from '../book/book-edit.ts';
import type { BookEdit } from '../book/book-edit.ts';

/** What a use case decides inside a commit: its entries, pages beside those of persons, and its answer. */
export interface BookOutcome<T> {
  readonly entries: readonly EntryDraft[];
  readonly pages?: readonly PageChange[];
  readonly value: T;
}

export type BookStep<T> = (edit: BookEdit, base: PlanBase) => Promise<Result<BookOutcome<T>, VaultError>>;

/**
 * A planner for changes of persons and numbers. The step runs anew when another writer was faster, so it must decide from
 * `edit` and `base` alone. Without entries nothing is written.
 */
export const planBook =
  <T>(step: BookStep<T>): Planner<T> =>
  async (base) => {
    const edit = createBookEdit({
      index: base.book.index,
      pages: base.pages,
      stamp: { logId: base.book.head.storeId, seq: base.firstSeq, time: base.time },
    });
    const outcome = await step(edit, base);
    if (!outcome.ok) return outcome;
    const { entries, pages = [], value } = outcome.value;
    return ok({ plan: entries.length === 0 ? { entries } : { book: edit.change(), pages, entries }, value });
  };

/** Today in Tokyo. */
export const todayOf = (now: number): CivilDate => tokyoDateOf(now);
