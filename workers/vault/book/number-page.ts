import type { NumberId, PersonId } from '../../../src/core/domain/ids.ts';
import { isId } from '../../../src/core/domain/ids.ts';
import type { IndividualNumber } from '../../../src/core/domain/number/individual-number.ts';
import { isIndividualNumber } from '../../../src/core/domain/number/individual-number.ts';
import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { hasDuplicates, isObject, isTime, readList } from '../../../src/core/formats/canonical.ts';
import type { VersionVector } from './version-vector.ts';
import { parseVector, vectorToJson } from './version-vector.ts';

/**
 * A number is a record of its own: a changed number (番号変更) is two of them. The page says whose each is, and the reader
 * compares that with the person's row, so a number never comes out as somebody else's.
 */
export interface NumberRecord {
  readonly id: NumberId;
  readonly person: PersonId;
  readonly value: IndividualNumber;
  /** UTC ms from and until which it is the person's; null while it is. */
  readonly from: number;
  readonly to: number | null;
  readonly version: VersionVector;
  readonly unknown: JsonObject;
}

export interface NumberPage {
  readonly no: number;
  readonly records: readonly NumberRecord[];
  readonly unknown: JsonObject;
}

/**
 * What 16 persons may keep together, earlier numbers included (public/spec/page-v1.md §5.4); far above anything real, and below the size
 * of a blob. Whoever makes a page asks first: one number more, and no number on it can be read.
 */
export const MAX_NUMBERS = 160;

const recordToJson = (record: NumberRecord): JsonObject => ({
  id: record.id,
  person: record.person,
  value: record.value,
  from: record.from,
  to: record.to,
  v: vectorToJson(record.version),
  ...record.unknown,
});

const parseRecord = (json: JsonValue): NumberRecord | null => {
  if (!isObject(json)) return null;
  const { id, person, value, from, to, v, ...unknown } = json;
  const version = parseVector(v);
  if (version === null || !isId(id) || !isId(person) || typeof value !== 'string' || !isIndividualNumber(value)) return null;
  if (!isTime(from) || (to !== null && !isTime(to))) return null;
  return { id: id as NumberId, person: person as PersonId, value, from, to, version, unknown };
};

export const encodeNumberPage = (page: NumberPage): JsonObject => ({ numbers: page.records.map(recordToJson), ...page.unknown });

export const parseNumberPage = (no: number, content: JsonObject): NumberPage | null => {
  const { numbers, ...unknown } = content;
  const records = readList(numbers, MAX_NUMBERS, parseRecord);
  if (records === null || hasDuplicates(records.map((record) => record.id))) return null;
  return { no, records, unknown };
};

export const emptyNumberPage = (no: number): NumberPage => ({ no, records: [], unknown: {} });

/** The number in force, null when there is none. */
export const currentNumber = (records: readonly NumberRecord[], person: PersonId): NumberRecord | null =>
  records.find((record) => record.person === person && record.to === null) ?? null;
