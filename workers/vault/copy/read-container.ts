import type { FileRefusal, VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { ContainerHeader, ContainerMember, ContainerPage, ContainerProblem, Manifest } from '../../../src/core/formats/container.ts';
import { createContainerReader } from '../../../src/core/formats/container-reader.ts';
import type { Grant } from '../../../src/core/formats/keyring.ts';
import { MAX_CONTAINER_BYTES } from '../../../src/core/formats/limits.ts';
import { verifyManifest } from '../../../src/core/formats/manifest.ts';
import { verifyTableChain } from '../../../src/core/formats/table-chain.ts';
import type { VerifiedTable } from '../../../src/core/formats/table.ts';
import type { VaultCrypto } from '../session/platform.ts';
import { hashFile } from './hash-file.ts';

/** A container that is whole, and signed by a member who may make copies of the vault its header names. Still sealed. */
export interface ReadContainer {
  readonly header: ContainerHeader;
  /** Version 1 first. */
  readonly tables: readonly VerifiedTable[];
  readonly members: readonly ContainerMember[];
  readonly grants: readonly Grant[];
  readonly pages: readonly ContainerPage[];
  readonly manifest: Manifest;
  /** SHA-256 over the whole file, base64url. */
  readonly sha256: string;
}

const REFUSALS: { readonly [T in Exclude<ContainerProblem['type'], 'TooLarge'>]: FileRefusal } = {
  NotAContainer: 'NotOurs',
  NewerFormat: 'NewerFormat',
  Truncated: 'Truncated',
  Damaged: 'Damaged',
  Extended: 'Extended',
};

const toError = (problem: ContainerProblem, bytes: number): VaultError => {
  if (problem.type !== 'TooLarge') return { type: 'FileRefused', reason: REFUSALS[problem.type] };
  if (problem.limit === 'bytes') return { type: 'FileTooLarge', bytes, limit: MAX_CONTAINER_BYTES };
  return { type: 'FileRefused', reason: problem.limit === 'lines' ? 'TooManyLines' : 'PartTooLarge' };
};

const refused = (reason: FileRefusal): Result<never, VaultError> => err({ type: 'FileRefused', reason });

/** Between two words on the progress. */
const PIECE_BYTES = 1024 * 1024;

/**
 * Reads a file through once, checks its hash, its tables and its signature. The size is refused before a byte is read.
 * Nothing of it may be believed before this returned ok. Errors: FileTooLarge, FileRefused, FileUnreadable.
 */
export const readContainer = async (
  crypto: VaultCrypto,
  file: Blob,
  onProgress: (done: number, total: number) => void,
): Promise<Result<ReadContainer, VaultError>> => {
  if (file.size > MAX_CONTAINER_BYTES) return err({ type: 'FileTooLarge', bytes: file.size, limit: MAX_CONTAINER_BYTES });
  // The stick was pulled out, or another program changed the file since it was chosen.
  const content = await file.arrayBuffer().catch(() => null);
  if (content?.byteLength !== file.size) return err({ type: 'FileUnreadable' });
  const bytes = new Uint8Array(content);
  const reader = createContainerReader(await hashFile(bytes));
  let header: ContainerHeader | null = null;
  const notes: string[] = [];
  const members: ContainerMember[] = [];
  const grants: Grant[] = [];
  const pages: ContainerPage[] = [];
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    const piece = bytes.subarray(from, from + PIECE_BYTES);
    const lines = reader.push(piece);
    if (!lines.ok) return err(toError(lines.error, file.size));
    for (const line of lines.value) {
      if (line.type === 'header') header = line.header;
      else if (line.type === 'table') notes.push(line.note);
      else if (line.type === 'member') members.push(line.member);
      else if (line.type === 'grant') grants.push(line.grant);
      else pages.push(line.page);
    }
    onProgress(from + piece.length, file.size);
  }
  const end = reader.end();
  if (!end.ok) return err(toError(end.error, file.size));
  if (header === null) return refused('NotOurs');

  const chain = await verifyTableChain(notes, header.vaultId, crypto.notes.verifyDeps);
  const newest = chain.ok ? chain.value.at(-1) : undefined;
  if (!chain.ok || newest === undefined) return refused(chain.ok || chain.error.reason !== 'NewerFormat' ? 'TablesBroken' : 'NewerFormat');
  const signed = await verifyManifest(end.value.note, header.vaultId, newest.table, crypto.notes.verifyDeps);
  if (!signed.ok) return refused('SignerUnknown');
  return ok({ header, tables: chain.value, members, grants, pages, manifest: end.value.manifest, sha256: end.value.sha256 });
};
