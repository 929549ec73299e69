import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { JsonValue } from '../../../src/core/formats/canonical.ts';
import { isArray } from '../../../src/core/formats/canonical.ts';
import type { PageChange, PlanBase } from '../audit/plan.ts';
import { settingRef, TOMBS_NO } from '../book/layout.ts';

/**
 * Tombstones: ids of persons that were removed, so that no older copy or import brings one back. A page holds
 * [personId, time, logId, seq] rows; ids are random and say nothing about anybody. public/spec/page-v1.md.
 */
const TOMBS_PER_PAGE = 256;

const tombPageNumbers = (base: PlanBase): readonly number[] =>
  base.book.head.pages.filter((page) => page.kind === 'setting' && page.no >= TOMBS_NO).map((page) => page.no);

/** True for the id of a person who was removed: none of that id comes back. Errors are the reader's. */
export const hasTomb = async (id: PersonId, base: PlanBase): Promise<Result<boolean, VaultError>> => {
  for (const no of tombPageNumbers(base)) {
    const page = await base.pages.read(settingRef(no));
    if (!page.ok) return page;
    const { tombs = [] } = page.value ?? {};
    if (!isArray(tombs)) return err({ type: 'DatabaseDamaged', page: `setting/${no}` });
    if (tombs.some((tomb) => isArray(tomb) && tomb[0] === id)) return ok(true);
  }
  return ok(false);
};

/** A person who goes, and the seq of the entry that says so. */
export interface Removal {
  readonly id: PersonId;
  readonly seq: number;
}

/** The pages with the tombstones of `removals` added. Errors are the reader's. */
export const tombChanges = async (removals: readonly Removal[], base: PlanBase): Promise<Result<readonly PageChange[], VaultError>> => {
  const rows: JsonValue[] = removals.map(({ id, seq }) => [id, base.time, base.book.head.storeId, seq]);
  const lastNo = tombPageNumbers(base).at(-1) ?? TOMBS_NO;
  const last = await base.pages.read(settingRef(lastNo));
  if (!last.ok) return last;
  const { tombs = [], ...unknown } = last.value ?? {};
  if (!isArray(tombs)) return err({ type: 'DatabaseDamaged', page: `setting/${lastNo}` });
  const pages: PageChange[] = [];
  const all = [...tombs, ...rows];
  for (let from = 0, no = lastNo; from < all.length; from += TOMBS_PER_PAGE, no += 1) {
    // What a newer writer added belongs to the page that was there.
    const content = { tombs: all.slice(from, from + TOMBS_PER_PAGE), ...(no === lastNo ? unknown : {}) };
    pages.push({ ref: settingRef(no), content });
  }
  return ok(pages);
};
