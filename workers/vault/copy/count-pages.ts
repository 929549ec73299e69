import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { CopyCounts } from '../../../src/core/contract/copy-api.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { isArray } from '../../../src/core/formats/canonical.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import { parsePage } from '../../../src/core/formats/page-text.ts';

export interface PlainPage {
  readonly ref: PageRef;
  readonly plaintext: Uint8Array<ArrayBuffer>;
}

/** The list whose length counts, by kind of page. */
const LISTS = { person: 'persons', number: 'numbers', log: 'entries' } as const;

/**
 * What lies in opened pages: persons, numbers (earlier ones too), entries of all logs. Counted from the content itself, once when a
 * copy is written and once when it is read back, so that equal counts mean something. Errors: DatabaseDamaged.
 */
export const countPages = (pages: readonly PlainPage[]): Result<CopyCounts, VaultError> => {
  const counts = { persons: 0, numbers: 0, entries: 0 };
  for (const { ref, plaintext } of pages) {
    if (ref.kind !== 'person' && ref.kind !== 'number' && ref.kind !== 'log') continue;
    const name = LISTS[ref.kind];
    const content = parsePage(plaintext, ref);
    const list = content.ok ? content.value[name] : undefined;
    if (!isArray(list)) return err({ type: 'DatabaseDamaged', page: pageRefKey(ref) });
    counts[name] += list.length;
  }
  return ok(counts);
};
