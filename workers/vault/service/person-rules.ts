import type { InvalidField, VaultError } from '../../../src/core/contract/errors.ts';
import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { Business } from '../../../src/core/domain/person/entity-type.ts';
import type { PersonInput } from '../../../src/core/domain/person/parse-person.ts';
import { parsePersonFields } from '../../../src/core/domain/person/parse-person.ts';
import type { PersonFields } from '../../../src/core/domain/person/person.ts';
import type { PurposeCode } from '../../../src/core/domain/person/purpose.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { auditCode } from '../../../src/core/domain/audit/codes.ts';
import type { EntryDraft } from '../audit/plan.ts';
import type { PersonIndex } from '../book/person-index.ts';
import { knownFields } from '../book/stored-fields.ts';

/** Rules about one person that need the others. The page checks too; what counts is checked here. */
export interface PersonSurroundings {
  readonly persons: PersonIndex;
  readonly business: Business;
  readonly today: CivilDate;
}

const invalid = (fields: readonly InvalidField[]): { readonly ok: false; readonly error: VaultError } =>
  err({ type: 'InvalidInput', fields });

const findParentProblem = (id: PersonId, parentId: PersonId | null, persons: PersonIndex): InvalidField | null => {
  if (parentId === null) return null;
  const parent = persons.get(parentId);
  const mayCarry = parent !== null && parent.id !== id && (parent.kind === 'employee' || parent.kind === 'owner');
  return mayCarry ? null : { field: 'parentId', problem: 'Unknown' };
};

/** Staff numbers and payee codes join imports to persons, so no two persons of one kind may have the same one. */
const findCodeProblem = (id: PersonId, fields: PersonFields, persons: PersonIndex): InvalidField | null => {
  if (fields.code === '' || fields.kind === 'dependant') return null;
  const taken = persons.all().some((row) => row.id !== id && row.kind === fields.kind && row.code === fields.code);
  return taken ? { field: 'code', problem: 'Taken' } : null;
};

/** Reads the fields anew and holds them against the other persons. Errors: InvalidInput with every field that is wrong. */
export const checkPerson = (
  id: PersonId,
  input: PersonInput,
  { persons, business, today }: PersonSurroundings,
): Result<PersonFields, VaultError> => {
  const parsed = parsePersonFields(input, { today, business });
  if (!parsed.ok) return invalid(parsed.error.map(({ field, type }) => ({ field, problem: type })));
  const problems = [findParentProblem(id, parsed.value.parentId, persons), findCodeProblem(id, parsed.value, persons)];
  const found = problems.filter((problem) => problem !== null);
  return found.length === 0 ? ok(parsed.value) : invalid(found);
};

export const purposeCodes = (purposes: readonly PurposeCode[]): readonly string[] =>
  purposes.map((purpose) => auditCode('purpose', purpose));

/** The entries of changed fields: purposes are an entry of their own, which says what they are from now on. */
export const changeEntries = (id: PersonId, before: PersonFields, after: PersonFields): readonly EntryDraft[] => {
  const others = !sameFields({ ...before, purposes: after.purposes }, after);
  const purposes = JSON.stringify(before.purposes) !== JSON.stringify(after.purposes);
  return [
    ...(others ? [{ action: 'change', subjectId: id, codes: [] }] : []),
    ...(purposes ? [{ action: 'purpose-changed', subjectId: id, codes: purposeCodes(knownFields(after).purposes) }] : []),
  ];
};

export const sameFields = (a: PersonFields, b: PersonFields): boolean => {
  const keys = Object.keys(a) as (keyof PersonFields)[];
  return keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));
};
