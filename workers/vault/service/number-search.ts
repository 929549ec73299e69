import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { IndividualNumber } from '../../../src/core/domain/number/individual-number.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { ok } from '../../../src/core/domain/result.ts';
import type { BookState } from '../audit/book-state.ts';
import type { PageReader } from '../audit/page-reader.ts';

/**
 * Who has which number now. Every number page is opened each time: an index of numbers, hashed or not, would be the numbers
 * themselves (10¹¹ values are searched in hours). The map lives for one use case and is never stored.
 */
export const holdersOfNumbers = async (
  book: BookState,
  pages: PageReader,
): Promise<Result<ReadonlyMap<IndividualNumber, readonly PersonId[]>, VaultError>> => {
  const numberPages = [...book.index.values()].flatMap((index) => index.pages.filter((page) => page.kind === 'number'));
  const opened = await Promise.all(numberPages.map((page) => pages.readNumberPage(page.no)));
  const holders = new Map<IndividualNumber, readonly PersonId[]>();
  for (const page of opened) {
    if (!page.ok) return page;
    for (const record of page.value?.records ?? []) {
      if (record.to === null) holders.set(record.value, [...(holders.get(record.value) ?? []), record.person]);
    }
  }
  return ok(holders);
};
