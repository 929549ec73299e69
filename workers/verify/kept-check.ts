import type { KeptReport, KeptResult } from '../../src/core/contract/verify-api.ts';
import type { VaultId } from '../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../src/core/formats/base64url.ts';
import type { Checkpoint } from '../../src/core/formats/log/checkpoint.ts';
import { parseCheckpoint } from '../../src/core/formats/log/checkpoint.ts';
import type { VerifyDeps } from '../../src/core/formats/signed-note-verify.ts';
import { verifyNoteSignatures } from '../../src/core/formats/signed-note-verify.ts';
import type { SignedNote } from '../../src/core/formats/signed-note.ts';
import { parseSignedNote } from '../../src/core/formats/signed-note.ts';
import type { LogCheck } from './log-check.ts';
import type { ReportBuilder } from './report-builder.ts';
import type { TableRegister } from './table-register.ts';

/** A checkpoint somebody kept, against the log as it stands in the file now. public/spec/log-v1.md §8.6 */
export interface KeptQuestion {
  readonly kept: string;
  readonly vaultId: VaultId;
  readonly logs: ReadonlyMap<string, LogCheck>;
  readonly tables: TableRegister;
  readonly report: ReportBuilder;
  readonly deps: VerifyDeps;
}

const MALFORMED: KeptReport = { result: 'malformed', logId: '', size: 0, signed: false };

/** What mail programs and editors do to a text: byte order mark, CRLF, empty lines behind. */
const withoutMailMarks = (text: string): string => `${text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n').replace(/\n+$/, '')}\n`;

const parseKept = (kept: string): { readonly note: SignedNote; readonly checkpoint: Checkpoint } | null => {
  const note = parseSignedNote(withoutMailMarks(kept));
  if (!note.ok) return null;
  const checkpoint = parseCheckpoint(note.value.text);
  return checkpoint.ok ? { note: note.value, checkpoint: checkpoint.value } : null;
};

/** Null when it is no checkpoint; that is reported. */
const readKept = (kept: string, report: ReportBuilder): ReturnType<typeof parseKept> => {
  const parsed = parseKept(kept);
  if (parsed === null) report.problem('KeptMalformed', {});
  return parsed;
};

/** When the file could not be read to its end: says only what the kept checkpoint itself says. */
export const describeKept = (kept: string, report: ReportBuilder): KeptReport => {
  const parsed = readKept(kept, report);
  if (parsed === null) return MALFORMED;
  return { result: 'unchecked', logId: parsed.checkpoint.logId, size: parsed.checkpoint.size, signed: false };
};

export const checkKept = async ({ kept, vaultId, logs, tables, report, deps }: KeptQuestion): Promise<KeptReport> => {
  const parsed = readKept(kept, report);
  if (parsed === null) return MALFORMED;
  const { note, checkpoint } = parsed;
  const { logId, size } = checkpoint;
  const place = { logId, seq: size - 1 };
  if (checkpoint.vaultId !== vaultId) {
    report.problem('KeptForeign', place);
    return { result: 'foreign', logId, size, signed: false };
  }
  const signers = tables.signersNamed(note.signatures.map((signature) => signature.name));
  const signed = (await verifyNoteSignatures(note, signers, deps)).ok;
  if (!signed) report.problem('KeptUnsigned', place);
  const result = compare(checkpoint, logs.get(logId));
  if (result === 'truncated') report.problem('Truncated', place);
  if (result === 'rewritten') report.problem('Rewritten', place);
  if (result === 'fork') report.problem('Fork', place);
  return { result, logId, size, signed };
};

// A second signature over another root at the same size is a fork: two statements that contradict each other on their face.
const compare = ({ size, root }: Checkpoint, log: LogCheck | undefined): KeptResult => {
  if (log === undefined || log.tree.size() < size) return 'truncated';
  if (log.tree.rootsAt(new Set([size])).get(size) === encodeBase64url(root)) return 'consistent';
  return log.signedSizes.has(size) ? 'fork' : 'rewritten';
};
