import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import { MAX_DEPTH, MAX_TIME } from './limits.ts';

/** What JSON.parse can return. Objects may carry an own key `__proto__`: read them with `readFields`, never by assignment. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export type JsonProblem = 'TooDeep' | 'NotJson' | 'NotCanonical';

/** Place of the quote that ends the string whose first character is at `from`; the text's length when none does. */
const endOfString = (text: string, from: number): number => {
  for (let end = text.indexOf('"', from); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1;
    // Of an even number each second one is escaped by the one before it.
    if (slashes % 2 === 0) return end;
  }
  return text.length;
};

/** Nesting of brackets outside strings; counted on the text, so that depth is refused before JSON.parse recurses. */
const exceedsDepth = (text: string, most: number): boolean => {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    // The platform looks for the end of a string: pages of copies are strings of 40 KiB.
    if (char === 0x22) index = endOfString(text, index + 1);
    else if (char === 0x5b || char === 0x7b) {
      depth += 1;
      if (depth > most) return true;
    } else if (char === 0x5d || char === 0x7d) depth -= 1;
  }
  return false;
};

/**
 * Canonical JSON (public/spec/README.md §3): JSON.stringify(JSON.parse(text)) === text. One value has one text, which refuses
 * white space, duplicate keys, other spellings of a number or an escape, and keys that look like array indexes out of order.
 */
export const parseCanonicalJson = (text: string, maxDepth: number = MAX_DEPTH): Result<JsonValue, JsonProblem> => {
  if (exceedsDepth(text, maxDepth)) return err('TooDeep');
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return err('NotJson');
  }
  return JSON.stringify(value) === text ? ok(value) : err('NotCanonical');
};

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isArray = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);

/** The object's fields when it has exactly `keys`, in this order; null otherwise. */
export const readFields = <K extends string>(value: JsonValue | undefined, keys: readonly K[]): Readonly<Record<K, JsonValue>> | null => {
  if (!isObject(value)) return null;
  const found = Object.keys(value);
  if (found.length !== keys.length || keys.some((key, index) => found[index] !== key)) return null;
  return value as Readonly<Record<K, JsonValue>>;
};

/** Fields a newer writer added behind the known ones, kept so that rewriting loses nothing. */
export type UnknownFields = readonly (readonly [key: string, value: JsonValue])[];

const FIELD_NAME = /^[a-z][A-Za-z0-9]{0,39}$/;

/**
 * Like `readFields`, but accepts further fields behind the known ones. For top levels of documents whose `minReader`
 * says that this reader may use them; never for anything nested.
 */
export const readOpenFields = <K extends string>(
  value: JsonValue | undefined,
  keys: readonly K[],
): { readonly fields: Readonly<Record<K, JsonValue>>; readonly unknown: UnknownFields } | null => {
  if (!isObject(value)) return null;
  const found = Object.keys(value);
  if (keys.some((key, index) => found[index] !== key)) return null;
  const unknown = Object.entries(value).slice(keys.length);
  if (unknown.some(([key]) => !FIELD_NAME.test(key))) return null;
  return { fields: value as Readonly<Record<K, JsonValue>>, unknown };
};

/** Integer from `least` to 2⁵³−1. */
export const isCount = (value: JsonValue | undefined, least = 0): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= least;

/** UTC ms that can be shown. */
export const isTime = (value: JsonValue | undefined): value is number => isCount(value) && value <= MAX_TIME;

const CONTROL_OR_SURROGATE = /[\p{Cc}\p{Cs}]/u;

/** Text for people: at most `most` UTF-16 units, well-formed, no control characters. May be empty. */
export const isText = (value: JsonValue | undefined, most: number): value is string =>
  typeof value === 'string' && value.length <= most && !CONTROL_OR_SURROGATE.test(value);

/** Every item parsed, or null when one does not parse or there are more than `most`. */
export const readList = <T>(
  value: JsonValue | undefined,
  most: number,
  parse: (item: JsonValue) => T | null,
): readonly T[] | null => {
  if (!isArray(value) || value.length > most) return null;
  const list: T[] = [];
  for (const item of value) {
    const parsed = parse(item);
    if (parsed === null) return null;
    list.push(parsed);
  }
  return list;
};

export const hasDuplicates = (values: readonly string[]): boolean => new Set(values).size !== values.length;
