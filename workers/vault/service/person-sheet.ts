import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { PersonRow, PersonSheet, PersonSheetQuery, PersonSheetRow } from '../../../src/core/contract/person-api.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { ok } from '../../../src/core/domain/result.ts';
import { pageNoOfSlot } from '../book/layout.ts';
import type { PersonPage, PersonRecord } from '../book/person-page.ts';
import { knownFields } from '../book/stored-fields.ts';
import type { OpenVault } from '../session/open-vault.ts';
import { todayOf } from './book-commit.ts';

/** Each person page is opened once: sixteen neighbours of a slot lie on it. */
const createRecordReader = ({ writer: { persons, pages } }: OpenVault) => {
  const opened = new Map<number, PersonPage | null>();
  return async ({ id }: PersonRow): Promise<Result<PersonRecord | null, VaultError>> => {
    const slot = persons.get(id)?.slot;
    if (slot === undefined) return ok(null);
    const no = pageNoOfSlot(slot);
    if (!opened.has(no)) {
      const page = await pages.readPersonPage(no);
      if (!page.ok) return page;
      opened.set(no, page.value);
    }
    const record = opened.get(no)?.records.get(slot);
    // A commit between two pages moved the person: asked once more, alone.
    return record?.id === id ? ok(record) : pages.readPerson(id);
  };
};

/**
 * The list for paper: rows as on the screen, with the relation's days from the person pages. The number pages stay sealed: what a row
 * says of a number is the flag of the index. Errors: DatabaseDamaged, StorageFailed.
 */
export const personSheetOf = async (vault: OpenVault, { limit, ...query }: PersonSheetQuery): Promise<Result<PersonSheet, VaultError>> => {
  const { persons } = vault.writer;
  const found = persons.query({ ...query, offset: 0, limit }, todayOf(vault.platform.now()));
  const { total, counts } = found;
  if (total > limit) return ok({ total, counts, rows: [] });
  const recordOf = createRecordReader(vault);
  const rows: PersonSheetRow[] = [];
  for (const row of found.rows) {
    const record = await recordOf(row);
    if (!record.ok) return record;
    // Cancelled meanwhile: whoever is gone stands on no list.
    if (record.value === null) continue;
    const { relationship, relationFrom, relationTo } = knownFields(record.value.fields);
    rows.push({ ...row, relationship, from: relationFrom?.date ?? null, to: relationTo?.date ?? null });
  }
  return ok({ total: rows.length, counts, rows });
};
