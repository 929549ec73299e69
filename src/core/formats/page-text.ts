import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import { parseUtf8 } from './bytes.ts';
import type { JsonObject } from './canonical.ts';
import { isCount, isObject } from './canonical.ts';
import { HEAD_SCHEMA_VERSION, NUMBER_PAGE_STEP, PAGE_SCHEMA_VERSION, SEAL_OVERHEAD } from './consts.ts';
import { MAX_BLOB_BYTES } from './limits.ts';
import type { PageRef } from './page.ts';

/** Plaintext of a page: JSON that repeats its own place, because the place in the store can be changed by anyone. */

/** Everything of the page but its place and schema. Keys are the page kind's own; unknown ones are kept by whoever reads. */
export type PageContent = JsonObject;

export type PageTextProblem =
  | { readonly type: 'NotAPage' }
  /** The page says it belongs elsewhere: it was moved. */
  | { readonly type: 'WrongPlace' }
  | { readonly type: 'NewerFormat'; readonly found: number };

const SPACE = 0x20;

/** What is written, and the newest that is read. public/spec/page-v1.md §4. */
const schemaOf = ({ kind }: PageRef): number => (kind === 'head' ? HEAD_SCHEMA_VERSION : PAGE_SCHEMA_VERSION);

/**
 * TooLarge: sealed it would exceed 48 KiB; the caller splits what it stores. Content must not have the keys `page` and
 * `schema`. The caller owns the bytes: for number pages it overwrites them after sealing.
 */
export const encodePage = (ref: PageRef, content: PageContent): Result<Uint8Array<ArrayBuffer>, 'TooLarge'> => {
  if (Object.hasOwn(content, 'page') || Object.hasOwn(content, 'schema')) throw new Error('page content may not name its own place');
  const json = new TextEncoder().encode(
    JSON.stringify({ page: [ref.book, ref.kind, ref.no], schema: schemaOf(ref), ...content }),
  );
  const length = ref.kind === 'number' ? Math.ceil(json.length / NUMBER_PAGE_STEP) * NUMBER_PAGE_STEP : json.length;
  if (length + SEAL_OVERHEAD > MAX_BLOB_BYTES) return err('TooLarge');
  if (length === json.length) return ok(json);
  const padded = new Uint8Array(length).fill(SPACE);
  padded.set(json, 0);
  json.fill(0);
  return ok(padded);
};

/** `expected`: where the page was found. */
export const parsePage = (bytes: Uint8Array, expected: PageRef): Result<PageContent, PageTextProblem> => {
  const text = parseUtf8(bytes);
  if (text === null) return err({ type: 'NotAPage' });
  let value: JsonObject;
  try {
    const parsed = JSON.parse(text) as JsonObject;
    if (!isObject(parsed)) return err({ type: 'NotAPage' });
    value = parsed;
  } catch {
    return err({ type: 'NotAPage' });
  }
  const { page, schema, ...content } = value;
  const place = JSON.stringify([expected.book, expected.kind, expected.no]);
  if (page === undefined || !isCount(schema, 1)) return err({ type: 'NotAPage' });
  if (JSON.stringify(page) !== place) return err({ type: 'WrongPlace' });
  if (schema > schemaOf(expected)) return err({ type: 'NewerFormat', found: schema });
  return ok(content);
};
