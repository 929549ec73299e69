import type { VaultError } from '../../../../src/core/contract/errors.ts';
import type { ExistingPerson, ImportContext } from '../../../../src/core/domain/import/import-context.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { charactersOutsideForms } from '../../../../src/core/formats/jis-x-0208.ts';
import type { BookState } from '../../audit/book-state.ts';
import type { PageReader } from '../../audit/page-reader.ts';
import { pageNoOfSlot } from '../../book/layout.ts';
import type { PersonPage } from '../../book/person-page.ts';
import { knownFields } from '../../book/stored-fields.ts';
import type { OpenVault } from '../../session/open-vault.ts';
import { todayOf } from '../book-commit.ts';
import { holdersOfNumbers } from '../number-search.ts';

const readExisting = async (book: BookState, pages: PageReader): Promise<Result<readonly ExistingPerson[], VaultError>> => {
  const rows = [...book.index.values()].flatMap((index) => index.rows);
  const numbers = [...new Set(rows.map((row) => pageNoOfSlot(row.slot)))];
  const read = await Promise.all(numbers.map((no) => pages.readPersonPage(no)));
  const byNo = new Map<number, PersonPage>();
  for (const page of read) {
    if (!page.ok) return page;
    if (page.value !== null) byNo.set(page.value.no, page.value);
  }
  const existing: ExistingPerson[] = [];
  for (const row of rows) {
    const record = byNo.get(pageNoOfSlot(row.slot))?.records.get(row.slot);
    if (record?.id !== row.id) return err({ type: 'DatabaseDamaged', page: `own/person/${pageNoOfSlot(row.slot)}` });
    existing.push({ id: record.id, fields: knownFields(record.fields), hasNumber: row.hasNumber });
  }
  return ok(existing);
};

/** What rows are judged by: everybody in the vault, read for this once. Errors: DatabaseDamaged, StorageFailed, NotAllowed. */
export const importContextOf = async (vault: OpenVault, book: BookState, pages: PageReader): Promise<Result<ImportContext, VaultError>> => {
  const existing = await readExisting(book, pages);
  if (!existing.ok) return existing;
  const holders = await holdersOfNumbers(book, pages);
  if (!holders.ok) return holders;
  return ok({
    existing: existing.value,
    holdersOf: (number) => holders.value.get(number) ?? [],
    business: vault.settings(),
    today: todayOf(vault.platform.now()),
    outsideForms: charactersOutsideForms,
  });
};
