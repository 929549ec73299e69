import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { isArray, isCount, isObject } from '../../../src/core/formats/canonical.ts';
import { NUMBER_PAGE_STEP, PAGE_SCHEMA_VERSION } from '../../../src/core/formats/consts.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';

/**
 * The plaintext of a page: UTF-8 JSON {"page":[book,kind,no],"schema":1,…content}. The page repeats where it lies, beside
 * the seal's aad, so that a program that opens it wrongly notices too.
 */
export type PageProblem = { readonly type: 'Damaged' } | { readonly type: 'NewerFormat'; readonly found: number };

const SPACE = 0x20;
const utf8 = new TextEncoder();

/** `content` without "page" and "schema". Number pages are padded: their size must not tell how many numbers they hold. */
export const encodePage = (ref: PageRef, content: JsonObject): Uint8Array<ArrayBuffer> => {
  const bytes = utf8.encode(JSON.stringify({ page: [ref.book, ref.kind, ref.no], schema: PAGE_SCHEMA_VERSION, ...content }));
  if (ref.kind !== 'number') return bytes;
  const padded = new Uint8Array(Math.ceil(bytes.length / NUMBER_PAGE_STEP) * NUMBER_PAGE_STEP).fill(SPACE);
  padded.set(bytes);
  return padded;
};

const liesAt = (place: JsonValue | undefined, ref: PageRef): boolean =>
  isArray(place) && place.length === 3 && place[0] === ref.book && place[1] === ref.kind && place[2] === ref.no;

/** The content of a page that opened; its fields are still unchecked. */
export const parsePage = (ref: PageRef, bytes: Uint8Array): Result<JsonObject, PageProblem> => {
  let json: JsonValue;
  try {
    // At the parse border: whatever JSON.parse returns is a JsonValue.
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) as JsonValue;
  } catch {
    return err({ type: 'Damaged' });
  }
  if (!isObject(json)) return err({ type: 'Damaged' });
  const { page, schema, ...content } = json;
  if (!liesAt(page, ref) || !isCount(schema, 1)) return err({ type: 'Damaged' });
  return schema > PAGE_SCHEMA_VERSION ? err({ type: 'NewerFormat', found: schema }) : ok(content);
};
