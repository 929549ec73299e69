import { isPersonKind } from '../../../src/core/domain/person/person-kind.ts';
import type { PersonFields } from '../../../src/core/domain/person/person.ts';
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

/** Plain data already; brands and `readonly` are all that tells it from a JsonObject. */
export const storedFieldsToJson = (fields: PersonFields): JsonObject => {
  const plain: unknown = fields;
  return plain as JsonObject;
};
