import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { OldKeys, PersonApi, PersonView } from '../../../src/core/contract/person-api.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { PersonRecord } from '../book/person-page.ts';
import { keepNewerFields } from '../book/stored-fields.ts';
import { NO_STORED_LIFE } from '../book/stored-life.ts';
import { stepVector } from '../book/version-vector.ts';
import type { OpenVault, VaultRef } from '../session/open-vault.ts';
import { planBook, todayOf } from './book-commit.ts';
import { oldKeysOf } from './old-keys.ts';
import { changeEntries, checkPerson, purposeCodes, sameFields } from './person-rules.ts';
import type { PersonSurroundings } from './person-rules.ts';
import { personSheetOf } from './person-sheet.ts';
import { personViewOf } from './person-view.ts';
import { hasTomb, tombChanges } from './tombs.ts';
import { countCopiesThatKeep } from './copy/copies-that-keep.ts';
import { whileOpen } from './while-open.ts';

const NOT_FOUND: Result<never, VaultError> = err({ type: 'NotFound' });
/** More than anybody cancels by hand, few enough for one rotation with progress. */
const MAX_CANCEL = 200;

const surroundingsOf = (vault: OpenVault): PersonSurroundings => ({
  persons: vault.writer.persons,
  business: vault.settings(),
  today: todayOf(vault.platform.now()),
});

const viewOf = (vault: OpenVault, record: PersonRecord): Result<PersonView, VaultError> => {
  const { persons } = vault.writer;
  const row = persons.get(record.id);
  return row === null ? NOT_FOUND : ok(personViewOf(record, row, persons, todayOf(vault.platform.now())));
};

const view = async (vault: OpenVault, id: PersonId): Promise<Result<PersonView, VaultError>> => {
  const record = await vault.writer.pages.readPerson(id);
  if (!record.ok) return record;
  return record.value === null ? NOT_FOUND : viewOf(vault, record.value);
};

const register = async (vault: OpenVault, input: Parameters<PersonApi['registerPerson']>[0]): Promise<Result<PersonView, VaultError>> => {
  const stored = await vault.writer.commit(
    planBook<PersonRecord>(async (edit, base) => {
      const checked = checkPerson(input.id, input.fields, surroundingsOf(vault));
      if (!checked.ok) return checked;
      const existing = await edit.readPerson(input.id);
      if (!existing.ok) return existing;
      // The same call again, after an answer that was lost: nothing to write. Another content under the same id is a change.
      if (existing.value !== null) return sameFields(existing.value.fields, checked.value) ? ok({ entries: [], value: existing.value }) : err({ type: 'ChangedMeanwhile' });
      // Registered and cancelled since: under its id the next copy or import would take this person for the one that is gone.
      const removed = await hasTomb(input.id, base);
      if (!removed.ok) return removed;
      if (removed.value) return err({ type: 'ChangedMeanwhile' });
      const record: PersonRecord = {
        id: input.id,
        rev: 1,
        version: stepVector({}, vault.storeId, base.firstSeq),
        registeredAt: base.time,
        changedAt: base.time,
        fields: checked.value,
        life: NO_STORED_LIFE,
        unknown: {},
      };
      const put = await edit.putPerson(record);
      if (!put.ok) return put;
      return ok({ entries: [{ action: 'register', subjectId: input.id, codes: purposeCodes(checked.value.purposes) }], value: record });
    }),
  );
  return stored.ok ? viewOf(vault, stored.value.value) : stored;
};

const change = async (vault: OpenVault, input: Parameters<PersonApi['changePerson']>[0]): Promise<Result<PersonView, VaultError>> => {
  const stored = await vault.writer.commit(
    planBook<PersonRecord>(async (edit, base) => {
      const existing = await edit.readPerson(input.id);
      if (!existing.ok) return existing;
      if (existing.value === null) return NOT_FOUND;
      const checked = checkPerson(input.id, input.fields, surroundingsOf(vault));
      if (!checked.ok) return checked;
      const before = existing.value.fields;
      const fields = keepNewerFields(before, checked.value);
      if (sameFields(before, fields)) return ok({ entries: [], value: existing.value });
      if (existing.value.rev !== input.rev) return err({ type: 'ChangedMeanwhile' });
      if (before.kind !== fields.kind) return err({ type: 'InvalidInput', fields: [{ field: 'kind', problem: 'NotChangeable' }] });
      if (fields.corporate && vault.writer.persons.get(input.id)?.hasNumber === true)
        return err({ type: 'InvalidInput', fields: [{ field: 'corporate', problem: 'HasNumber' }] });
      const record: PersonRecord = {
        ...existing.value,
        rev: existing.value.rev + 1,
        version: stepVector(existing.value.version, vault.storeId, base.firstSeq),
        changedAt: base.time,
        fields,
      };
      const put = await edit.putPerson(record);
      if (!put.ok) return put;
      return ok({ entries: changeEntries(input.id, before, fields), value: record });
    }),
  );
  return stored.ok ? viewOf(vault, stored.value.value) : stored;
};

const cancel = async (vault: OpenVault, ids: readonly PersonId[]): Promise<Result<{ readonly oldKeys: OldKeys }, VaultError>> => {
  const removed = await vault.rotate(
    planBook<null>(async (edit, base) => {
      const removals = ids.map((id, at) => ({ id, seq: base.firstSeq + at }));
      for (const { id, seq } of removals) {
        const gone = await edit.removePerson(id, seq);
        if (!gone.ok) return gone;
      }
      const tombs = await tombChanges(removals, base);
      if (!tombs.ok) return tombs;
      return ok({ entries: ids.map((id) => ({ action: 'cancel', subjectId: id, codes: [] })), pages: tombs.value, value: null });
    }),
  );
  return removed.ok ? ok({ oldKeys: oldKeysOf(vault, removed.value) }) : removed;
};

/** Persons: register, change, list, cancel. Every write is one commit with its entry. */
export const createPersonService = (vaultRef: VaultRef): PersonApi => {
  const withVault = whileOpen(vaultRef);

  return {
    listPersons: (query) => withVault(async (vault) => ok(vault.writer.persons.query(query, todayOf(vault.platform.now())))),
    viewPersonSheet: (query) => withVault((vault) => personSheetOf(vault, query)),
    viewPerson: (id) => withVault((vault) => view(vault, id)),
    registerPerson: (input) => withVault((vault) => register(vault, input)),
    changePerson: (input) => withVault((vault) => change(vault, input)),
    previewCancel: (id) =>
      withVault(async (vault) => {
        const { persons } = vault.writer;
        const row = persons.get(id);
        if (row === null) return NOT_FOUND;
        const copies = await countCopiesThatKeep(vault, id);
        if (!copies.ok) return copies;
        const today = todayOf(vault.platform.now());
        return ok({
          name: row.name,
          hasNumber: row.hasNumber,
          dependants: persons.dependantsOf(id).map((dependant) => persons.toPersonRow(dependant, today)),
          copiesThatKeepIt: copies.value,
        });
      }),
    cancelPersons: (ids) =>
      withVault(async (vault) => {
        const distinct = [...new Set(ids)];
        if (distinct.length === 0 || distinct.length > MAX_CANCEL) return err({ type: 'InvalidInput', fields: [{ field: 'ids', problem: 'OutOfRange' }] });
        return cancel(vault, distinct);
      }),
  };
};
