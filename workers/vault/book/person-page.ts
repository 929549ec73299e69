import type { PersonId } from '../../../src/core/domain/ids.ts';
import { isId } from '../../../src/core/domain/ids.ts';
import type { PersonFields } from '../../../src/core/domain/person/person.ts';
import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { isCount, isObject, isTime, readList } from '../../../src/core/formats/canonical.ts';
import { pageNoOfSlot, SLOTS_PER_PAGE } from './layout.ts';
import { parseStoredFields, storedFieldsToJson } from './stored-fields.ts';
import type { StoredLife } from './stored-life.ts';
import { parseStoredLife, storedLifeToJson } from './stored-life.ts';
import type { VersionVector } from './version-vector.ts';
import { parseVector, vectorToJson } from './version-vector.ts';

export interface PersonRecord {
  readonly id: PersonId;
  /** Counts the changes, from 1: who edits an older one is told so. */
  readonly rev: number;
  readonly version: VersionVector;
  /** UTC ms */
  readonly registeredAt: number;
  readonly changedAt: number;
  readonly fields: PersonFields;
  readonly life: StoredLife;
  /** Fields a newer writer added. */
  readonly unknown: JsonObject;
}

export interface PersonPage {
  readonly no: number;
  readonly records: ReadonlyMap<number, PersonRecord>;
  readonly unknown: JsonObject;
}

const lifeToJson = (stored: StoredLife): JsonObject => {
  const life = storedLifeToJson(stored);
  return life === null ? {} : { life };
};

const recordToJson = (slot: number, record: PersonRecord): JsonObject => ({
  slot,
  id: record.id,
  rev: record.rev,
  v: vectorToJson(record.version),
  registeredAt: record.registeredAt,
  changedAt: record.changedAt,
  fields: storedFieldsToJson(record.fields),
  ...lifeToJson(record.life),
  ...record.unknown,
});

const parseRecord = (value: JsonValue): readonly [slot: number, record: PersonRecord] | null => {
  if (!isObject(value)) return null;
  const { slot, id, rev, v, registeredAt, changedAt, fields: plain, life: plainLife, ...unknown } = value;
  const version = parseVector(v);
  const fields = parseStoredFields(plain);
  const life = parseStoredLife(plainLife);
  if (version === null || fields === null || life === null) return null;
  if (!isCount(slot) || !isId(id) || !isCount(rev, 1) || !isTime(registeredAt) || !isTime(changedAt)) return null;
  return [slot, { id: id as PersonId, rev, version, registeredAt, changedAt, fields, life, unknown }];
};

export const encodePersonPage = (page: PersonPage): JsonObject => ({
  persons: [...page.records].toSorted(([a], [b]) => a - b).map(([slot, record]) => recordToJson(slot, record)),
  ...page.unknown,
});

/** Null when it is no person page, or holds a slot that belongs elsewhere. */
export const parsePersonPage = (no: number, content: JsonObject): PersonPage | null => {
  const { persons, ...unknown } = content;
  const records = readList(persons, SLOTS_PER_PAGE, parseRecord);
  if (records === null || records.some(([slot]) => pageNoOfSlot(slot) !== no)) return null;
  const bySlot = new Map(records);
  return bySlot.size === records.length ? { no, records: bySlot, unknown } : null;
};

export const emptyPersonPage = (no: number): PersonPage => ({ no, records: new Map(), unknown: {} });
