import type { PersonRow, PersonView } from '../../../src/core/contract/person-api.ts';
import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import { numberStateOf } from '../../../src/core/domain/person/number-state.ts';
import type { IndexRow } from '../book/index-page.ts';
import type { PersonIndex } from '../book/person-index.ts';
import type { PersonRecord } from '../book/person-page.ts';

/** A row of the list as the page sees it. States are derived for `today`, never stored. */
export const personRowOf = (row: IndexRow, persons: PersonIndex, today: CivilDate): PersonRow => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  kana: row.kana,
  code: row.code,
  corporate: row.corporate,
  parentName: row.parentId === null ? '' : (persons.get(row.parentId)?.name ?? ''),
  state: numberStateOf({ hasNumber: row.hasNumber, corporate: row.corporate, relationTo: row.relationTo, today }),
});

export const personViewOf = (record: PersonRecord, row: IndexRow, persons: PersonIndex, today: CivilDate): PersonView => {
  const parent = row.parentId === null ? null : persons.get(row.parentId);
  return {
    id: record.id,
    rev: record.rev,
    fields: record.fields,
    state: personRowOf(row, persons, today).state,
    hasNumber: row.hasNumber,
    parent: parent === null ? null : { id: parent.id, name: parent.name },
    dependants: persons.dependantsOf(record.id).map((dependant) => personRowOf(dependant, persons, today)),
    registeredAt: record.registeredAt,
    changedAt: record.changedAt,
  };
};
