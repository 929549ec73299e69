import type { VerifyProblemType } from '../../src/core/contract/verify-api.ts';
import { sameBytes } from '../../src/core/formats/bytes.ts';
import type { Checkpoint } from '../../src/core/formats/log/checkpoint.ts';
import { parseCheckpoint } from '../../src/core/formats/log/checkpoint.ts';
import type { NoteSigner, VerifyDeps } from '../../src/core/formats/signed-note-verify.ts';
import { verifyNoteSignatures } from '../../src/core/formats/signed-note-verify.ts';
import { parseSignedNote } from '../../src/core/formats/signed-note.ts';

export interface CheckpointQuestion {
  readonly note: string;
  /** What the entries before it really come to. */
  readonly head: Checkpoint;
  /** The member of the last entry, with the key of the table that entry acted under. */
  readonly signer: NoteSigner | null;
  /** Size of the checkpoint before it. */
  readonly vouched: number;
  readonly deps: VerifyDeps;
}

export interface CheckpointFinding {
  readonly problems: readonly VerifyProblemType[];
  /** Speaks of all the entries before it, and is the first to do so. */
  readonly placed: boolean;
  readonly signed: boolean;
}

/** public/spec/log-v1.md §8.4 */
export const checkCheckpoint = async ({ note, head, signer, vouched, deps }: CheckpointQuestion): Promise<CheckpointFinding> => {
  const parsed = parseSignedNote(note);
  const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : null;
  if (!parsed.ok || checkpoint?.ok !== true) return { problems: ['BadCheckpoint'], placed: false, signed: false };
  const claim = checkpoint.value;
  if (claim.vaultId !== head.vaultId || claim.logId !== head.logId) return { problems: ['ForeignCheckpoint'], placed: false, signed: false };
  if (claim.size !== head.size || claim.size === vouched) return { problems: ['CheckpointPlace'], placed: false, signed: false };

  const problems: VerifyProblemType[] = [];
  if (!sameBytes(claim.root, head.root)) problems.push('CheckpointRoot');
  const signed = signer !== null && (await verifyNoteSignatures(parsed.value, [signer], deps)).ok;
  if (!signed) problems.push('CheckpointSignature');
  return { problems, placed: true, signed };
};
