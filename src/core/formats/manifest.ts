import type { CopyId, VaultId } from '../domain/ids.ts';
import { isId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import { isBase64urlOf } from './base64url.ts';
import type { JsonValue } from './canonical.ts';
import { isCount, parseCanonicalJson, readFields, readList } from './canonical.ts';
import { HASH_BYTES, MANIFEST_TYPE } from './consts.ts';
import type { ContainerCounts, Manifest } from './container.ts';
import { MAX_BUILD_CHARS, MAX_MANIFEST_CHECKPOINTS, MAX_NOTE_BYTES } from './limits.ts';
import { isNoteText } from './signed-note.ts';
import type { NoteProblem, VerifyDeps } from './signed-note-verify.ts';
import { verifySignedNote } from './signed-note-verify.ts';
import type { Table } from './table.ts';
import { memberSigners } from './table-chain.ts';
import { mayWrite } from './table-rights.ts';

/** Text of the manifest: the signed end of a container. public/spec/container-v1.md §5. */

const COUNTS = ['lines', 'pages', 'persons', 'numbers', 'entries'] as const;
const BUILD = /^[A-Za-z0-9_.:/+=-]*$/;

const headlineOf = (vaultId: VaultId): string => `${MANIFEST_TYPE} ${vaultId}`;

/** The text to sign: headline, one line of canonical JSON, LF. */
export const encodeManifestText = (manifest: Manifest): string => {
  const { copyId, counts, sha256, checkpoints, build } = manifest;
  const { lines, pages, persons, numbers, entries } = counts;
  const body = { copyId, counts: { lines, pages, persons, numbers, entries }, sha256, checkpoints, build };
  return `${headlineOf(manifest.vaultId)}\n${JSON.stringify(body)}\n`;
};

const parseCounts = (value: JsonValue): ContainerCounts | null => {
  const fields = readFields(value, COUNTS);
  if (fields === null) return null;
  const { lines, pages, persons, numbers, entries } = fields;
  const all = isCount(lines) && isCount(pages) && isCount(persons) && isCount(numbers) && isCount(entries);
  return all ? { lines, pages, persons, numbers, entries } : null;
};

const parseCheckpoint = (value: JsonValue): string | null =>
  typeof value === 'string' && value.length <= MAX_NOTE_BYTES && isNoteText(value) ? value : null;

/**
 * The whole text of the note, headline included. Shape only; the signature is another matter. A newer type is not looked for:
 * the container's header has said before whether this reader may read on.
 */
export const parseManifestText = (text: string): Result<Manifest, 'NotAManifest'> => {
  const [headline, line, end, ...rest] = text.split('\n');
  if (headline === undefined || line === undefined || end !== '' || rest.length > 0) return err('NotAManifest');
  const vaultId = headline.slice(MANIFEST_TYPE.length + 1);
  if (!headline.startsWith(`${MANIFEST_TYPE} `) || !isId(vaultId)) return err('NotAManifest');
  const json = parseCanonicalJson(line);
  const fields = json.ok ? readFields(json.value, ['copyId', 'counts', 'sha256', 'checkpoints', 'build']) : null;
  if (fields === null) return err('NotAManifest');
  const { copyId, sha256, build } = fields;
  const counts = parseCounts(fields.counts);
  const checkpoints = readList(fields.checkpoints, MAX_MANIFEST_CHECKPOINTS, parseCheckpoint);
  if (!isId(copyId) || counts === null || !isBase64urlOf(sha256, HASH_BYTES) || checkpoints === null) return err('NotAManifest');
  if (typeof build !== 'string' || build.length > MAX_BUILD_CHARS || !BUILD.test(build)) return err('NotAManifest');
  return ok({ vaultId: vaultId as VaultId, copyId: copyId as CopyId, counts, sha256, checkpoints, build });
};

export type ManifestProblem = NoteProblem | 'NotAllowed';

/**
 * After the table chain was verified: the note must be signed by a member of its newest table who may make copies.
 * Returns the signer's memberId.
 */
export const verifyManifest = async (
  note: string,
  vaultId: VaultId,
  table: Table,
  deps: VerifyDeps,
): Promise<Result<string, ManifestProblem>> => {
  const verified = await verifySignedNote(note, headlineOf(vaultId), memberSigners(table), deps);
  if (!verified.ok) return verified;
  const signer = table.members.find((member) => verified.value.signedBy.includes(member.id) && mayWrite(member.role, 'copy'));
  return signer === undefined ? err('NotAllowed') : ok(signer.id);
};
