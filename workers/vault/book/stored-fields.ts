import { isPersonKind } from '../../../src/core/domain/person/person-kind.ts';
import type { PersonFields } from '../../../src/core/domain/person/person.ts';
import { isPurposeCode } from '../../../src/core/domain/person/purpose.ts';
import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { isArray, isObject } from '../../../src/core/formats/canonical.ts';

/**
 * PersonFields as they lie in a person page. Only shapes are checked: what was valid when it was stored stays readable when
 * a rule becomes stricter. Fields and purposes a newer writer added are kept.
 */
const TEXTS = ['name', 'kana', 'code', 'relationship', 'postalCode', 'address'] as const;
const OPTIONAL_TEXTS = ['parentId', 'corporateNumber'] as const;
const OPTIONAL_DATES = ['birthDate', 'relationFrom', 'relationTo'] as const;

const isText = (value: JsonValue | undefined): boolean => typeof value === 'string';

const isWrittenDate = (value: JsonValue | undefined): boolean =>
  isObject(value) && isText(value['date']) && isText(value['written']) && isText(value['calendar']);

const isPersonFields = (value: JsonObject): boolean =>
  isPersonKind(value['kind']) &&
  typeof value['corporate'] === 'boolean' &&
  TEXTS.every((key) => isText(value[key])) &&
  OPTIONAL_TEXTS.every((key) => value[key] === null || isText(value[key])) &&
  OPTIONAL_DATES.every((key) => value[key] === null || isWrittenDate(value[key])) &&
  isArray(value['purposes']) &&
  value['purposes'].every(isText);

/** Null when a field is missing or of another shape. */
export const parseStoredFields = (value: JsonValue | undefined): PersonFields | null => {
  if (!isObject(value) || !isPersonFields(value)) return null;
  const fields: unknown = value;
  return fields as PersonFields;
};

/** Without purposes of a newer writer: what a page may show and send back. */
export const knownFields = (fields: PersonFields): PersonFields => ({ ...fields, purposes: fields.purposes.filter(isPurposeCode) });

/** `next` in the place of `stored`, with everything a newer writer added to what was stored; a date that stays keeps its own. */
export const keepNewerFields = (stored: PersonFields, next: PersonFields): PersonFields => {
  const dates = OPTIONAL_DATES.map((key) => {
    const [before, after] = [stored[key], next[key]];
    const same = before !== null && after !== null && before.date === after.date && before.written === after.written && before.calendar === after.calendar;
    return [key, same ? before : after];
  });
  const newer = stored.purposes.filter((purpose) => !isPurposeCode(purpose) && !next.purposes.includes(purpose));
  return { ...stored, ...next, ...Object.fromEntries(dates), purposes: [...next.purposes, ...newer] };
};

/** Plain data already; brands and `readonly` are all that tells it from a JsonObject. */
export const storedFieldsToJson = (fields: PersonFields): JsonObject => {
  const plain: unknown = fields;
  return plain as JsonObject;
};
