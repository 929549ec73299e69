import { encodeBase64url, isBase64urlOf, parseBase64url } from '../../../src/core/formats/base64url.ts';
import { concatBytes } from '../../../src/core/formats/bytes.ts';
import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { isCount, isObject } from '../../../src/core/formats/canonical.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import { MAX_PARTS } from '../book/layout.ts';

/**
 * What an entry commits to without showing it: JSON text, cut into parts when it is long, each part a page. The line holds
 * SHA-256(32 random bytes ‖ UTF-8 of the text): without the page nobody can find the text by trying.
 */
export interface Attached {
  /** base64url of the 32 random bytes. */
  readonly salt: string;
  readonly text: string;
}

export const ATTACHED_SALT_BYTES = 32;
/** UTF-16 units a page: three bytes each at most, doubled at worst by escapes of quotes, below the size of a blob. */
const PART_CHARS = 8_000;

const utf8 = new TextEncoder();

/** `salt` was encoded here or checked by parseAttachedPart; anything else is a defect. */
export const hashAttached = (sha256: Sha256, { salt, text }: Attached): string => {
  const bytes = parseBase64url(salt);
  if (bytes === null) throw new Error('salt of an attachment');
  return encodeBase64url(sha256(concatBytes(bytes, utf8.encode(text))));
};

/** Contents of the pages, in order. Throws when there are more than an attachment has numbers for. */
export const encodeAttached = ({ salt, text }: Attached): readonly JsonObject[] => {
  const parts: string[] = [];
  for (let at = 0; at < Math.max(text.length, 1); ) {
    let end = at + PART_CHARS;
    // Not between the halves of one character: each page must be well-formed by itself.
    if (isHighSurrogate(text.charCodeAt(end - 1))) end -= 1;
    parts.push(text.slice(at, end));
    at = end;
  }
  if (parts.length > MAX_PARTS) throw new Error('attachment has too many parts');
  return parts.map((part, no) => ({ salt, part: no, parts: parts.length, text: part }));
};

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

export interface AttachedPart extends Attached {
  readonly part: number;
  readonly parts: number;
}

export const parseAttachedPart = (content: JsonObject): AttachedPart | null => {
  const { salt, part, parts, text } = content;
  if (!isBase64urlOf(salt, ATTACHED_SALT_BYTES) || !isCount(part) || !isCount(parts, 1) || typeof text !== 'string') return null;
  return parts <= MAX_PARTS && part < parts ? { salt, part, parts, text } : null;
};

/** The text's JSON object; null when it is none. */
export const parseAttachedText = (text: string): JsonObject | null => {
  try {
    // At the parse border; only text whose hash stands in the log comes here.
    const json = JSON.parse(text) as JsonValue;
    return isObject(json) ? json : null;
  } catch {
    return null;
  }
};
