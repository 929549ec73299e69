import type { PersonView } from '../../../src/core/contract/person-api.ts';
import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import type { IndexRow } from '../book/index-page.ts';
import type { PersonIndex } from '../book/person-index.ts';
import type { PersonRecord } from '../book/person-page.ts';
import { knownFields } from '../book/stored-fields.ts';

/** States are derived for `today`, never stored. */
export const personViewOf = (record: PersonRecord, row: IndexRow, persons: PersonIndex, today: CivilDate): PersonView => {
  const parent = row.parentId === null ? null : persons.get(row.parentId);
  return {
    id: record.id,
    rev: record.rev,
    fields: knownFields(record.fields),
    state: persons.toPersonRow(row, today).state,
    hasNumber: row.hasNumber,
    parent: parent === null ? null : { id: parent.id, name: parent.name },
    dependants: persons.dependantsOf(record.id).map((dependant) => persons.toPersonRow(dependant, today)),
    registeredAt: record.registeredAt,
    changedAt: record.changedAt,
  };
};
