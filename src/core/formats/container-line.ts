import type { CopyId, StoreId, VaultId } from '../domain/ids.ts';
import { isId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import { encodeBase64url, parseBase64url } from './base64url.ts';
import type { JsonObject, JsonValue } from './canonical.ts';
import { isArray, isCount, isObject, isTime, parseCanonicalJson, readOpenFields } from './canonical.ts';
import { CONTAINER_VERSION, SEAL_OVERHEAD } from './consts.ts';
import type { ContainerHeader, ContainerLine, ContainerPage, ContainerProblem } from './container.ts';
import { grantToJson, memberToJson, parseGrant, parseUnnamedMember } from './keyring-member.ts';
import { MAX_BLOB_BYTES, MAX_NOTE_BYTES } from './limits.ts';
import { isBook, isPageKind } from './page.ts';

/** One line of a container, without its LF. public/spec/container-v1.md §3. */

/** `other`: a kind of line that a newer writer declared safe to pass over. */
export type ParsedLine = ContainerLine | { readonly type: 'manifest'; readonly note: string } | { readonly type: 'other' };

export type LineProblem = Extract<ContainerProblem, { readonly type: 'NewerFormat' | 'TooLarge' }> | { readonly type: 'Damaged' };

const HEADER_KEYS = ['kinko', 'minReader', 'kind', 'vaultId', 'storeId', 'copyId', 'created'] as const;
const OTHER_KEY = /^[a-z][A-Za-z0-9]{0,39}$/;

const headerToJson = (header: ContainerHeader) => ({
  kinko: header.version,
  minReader: header.minReader,
  kind: header.kind,
  vaultId: header.vaultId,
  storeId: header.storeId,
  copyId: header.copyId,
  created: header.created,
  ...Object.fromEntries(header.unknown),
});

const lineToJson = (line: ContainerLine | { readonly type: 'manifest'; readonly note: string }): unknown => {
  switch (line.type) {
    case 'header':
      return headerToJson(line.header);
    case 'table':
      return { table: line.note };
    case 'member':
      return { member: { id: line.member.id, ...memberToJson(line.member) } };
    case 'grant':
      return { grant: grantToJson(line.grant) };
    case 'page':
      return { page: [line.page.book, line.page.kind, line.page.no, line.page.rev, encodeBase64url(line.page.blob)] };
    default:
      return { manifest: line.note };
  }
};

export const encodeContainerLine = (line: ContainerLine | { readonly type: 'manifest'; readonly note: string }): string =>
  JSON.stringify(lineToJson(line));

const damaged: Result<never, LineProblem> = err({ type: 'Damaged' });

const parseHeader = (value: JsonObject): Result<ContainerLine, LineProblem> => {
  const start = readOpenFields(value, HEADER_KEYS.slice(0, 2));
  if (start === null) return damaged;
  const { kinko: version, minReader } = start.fields;
  if (!isCount(version, 1) || !isCount(minReader, 1) || minReader > version) return damaged;
  if (minReader > CONTAINER_VERSION) return err({ type: 'NewerFormat', found: version });
  const whole = readOpenFields(value, HEADER_KEYS);
  if (whole === null || (version === CONTAINER_VERSION && whole.unknown.length > 0)) return damaged;
  const { kind, vaultId, storeId, copyId, created } = whole.fields;
  if (kind !== 'own' || !isId(vaultId) || !isId(storeId) || !isId(copyId) || !isTime(created)) return damaged;
  const ids = { vaultId: vaultId as VaultId, storeId: storeId as StoreId, copyId: copyId as CopyId };
  return ok({ type: 'header', header: { version, minReader, kind, ...ids, created, unknown: whole.unknown } });
};

const parsePageLine = (value: JsonValue): ContainerPage | null => {
  if (!isArray(value) || value.length !== 5) return null;
  const [book, kind, no, rev, text] = value;
  if (!isBook(book) || !isPageKind(kind) || !isCount(no) || !isCount(rev)) return null;
  const blob = typeof text === 'string' ? parseBase64url(text) : null;
  return blob === null || blob.length <= SEAL_OVERHEAD || blob.length > MAX_BLOB_BYTES ? null : { book, kind, no, rev, blob };
};

const parseNote = (value: JsonValue): string | null =>
  typeof value === 'string' && value.length <= MAX_NOTE_BYTES ? value : null;

const parseKnown = (key: string, value: JsonValue): ParsedLine | null => {
  switch (key) {
    case 'table': {
      const note = parseNote(value);
      return note === null ? null : { type: 'table', note };
    }
    case 'member': {
      const member = parseUnnamedMember(value);
      return member === null ? null : { type: 'member', member };
    }
    case 'grant': {
      const grant = parseGrant(value);
      return grant === null ? null : { type: 'grant', grant };
    }
    case 'page': {
      const page = parsePageLine(value);
      return page === null ? null : { type: 'page', page };
    }
    case 'manifest': {
      const note = parseNote(value);
      return note === null ? null : { type: 'manifest', note };
    }
    default:
      return null;
  }
};

const KNOWN = new Set(['table', 'member', 'grant', 'page', 'manifest', 'kinko']);

/** `version` is the header's; 0 while the header is still to come. The caller has checked the line's length. */
export const parseContainerLine = (text: string, version: number): Result<ParsedLine, LineProblem> => {
  const json = parseCanonicalJson(text);
  if (!json.ok) return json.error === 'TooDeep' ? err({ type: 'TooLarge', limit: 'depth' }) : damaged;
  if (!isObject(json.value)) return damaged;
  if (version === 0) return parseHeader(json.value);
  const [entry, ...more] = Object.entries(json.value);
  if (entry === undefined || more.length > 0) return damaged;
  const [key, value] = entry;
  if (version > CONTAINER_VERSION && !KNOWN.has(key) && OTHER_KEY.test(key)) return ok({ type: 'other' });
  const line = parseKnown(key, value);
  return line === null ? damaged : ok(line);
};
