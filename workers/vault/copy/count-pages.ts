import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { CopyCounts } from '../../../src/core/contract/copy-api.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import { isArray } from '../../../src/core/formats/canonical.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';

/** The list whose length counts, by kind of page. */
const LISTS = { person: 'persons', number: 'numbers', log: 'entries' } as const;

/**
 * What lies in opened pages: persons, numbers (earlier ones too), entries of all logs. Counted from the content itself, once when a
 * copy is written and once when it is read back, so that equal counts mean something. `contentOf` is asked for no other page; null: it
 * is none. Errors: DatabaseDamaged.
 */
export const countPages = <P extends { readonly ref: PageRef }>(
  pages: readonly P[],
  contentOf: (page: P) => JsonObject | null,
): Result<CopyCounts, VaultError> => {
  const counts = { persons: 0, numbers: 0, entries: 0 };
  for (const page of pages) {
    const { kind } = page.ref;
    if (kind !== 'person' && kind !== 'number' && kind !== 'log') continue;
    const name = LISTS[kind];
    const list = contentOf(page)?.[name];
    if (!isArray(list)) return err({ type: 'DatabaseDamaged', page: pageRefKey(page.ref) });
    counts[name] += list.length;
  }
  return ok(counts);
};
