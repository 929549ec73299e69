import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { StoreId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { Checkpoint } from '../../../src/core/formats/log/checkpoint.ts';
import { parseCheckpoint } from '../../../src/core/formats/log/checkpoint.ts';
import { createLogExportWriter } from '../../../src/core/formats/log/log-export.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import type { ClosedLog } from '../audit/head.ts';
import type { LogReader } from '../audit/log-reader.ts';
import type { OpenVault } from '../session/open-vault.ts';

interface KeptCheckpoint {
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

const parseCheckpoints = (notes: readonly string[]): readonly KeptCheckpoint[] | null => {
  const parsed: KeptCheckpoint[] = [];
  for (const note of notes) {
    const body = parseSignedNote(note);
    const checkpoint = body.ok ? parseCheckpoint(body.value.text) : null;
    if (checkpoint === null || !checkpoint.ok) return null;
    parsed.push({ note, checkpoint: checkpoint.value });
  }
  return parsed;
};

/** Notes of one log by the size they cover; the same size may be vouched for by two members. */
const bySize = (kept: readonly KeptCheckpoint[], logId: StoreId): ReadonlyMap<number, readonly string[]> => {
  const sizes = new Map<number, readonly string[]>();
  for (const { note, checkpoint } of kept) {
    if (checkpoint.logId !== logId) continue;
    const notes = sizes.get(checkpoint.size) ?? [];
    if (!notes.includes(note)) sizes.set(checkpoint.size, [...notes, note]);
  }
  return sizes;
};

export interface WrittenLogExport {
  readonly parts: readonly string[];
  readonly entries: number;
  readonly size: number;
}

/**
 * All logs as a plain export (public/spec/log-v1.md §6), in parts for a Blob, with every checkpoint that is kept: verifiers tell those that
 * fit no place. `onProgress` hears of done and total entries.
 * Errors: DatabaseDamaged, StorageFailed.
 */
export const writeLogExport = async (
  vault: OpenVault,
  onProgress: (done: number, total: number) => void,
): Promise<Result<WrittenLogExport, VaultError>> => {
  const log: LogReader = vault.writer.log;
  const tables = await log.tables();
  if (!tables.ok) return tables;
  const notes = await log.checkpoints();
  if (!notes.ok) return notes;
  const kept = parseCheckpoints(notes.value);
  if (kept === null) return err({ type: 'DatabaseDamaged', page: 'checkpoint' });

  const size = log.size();
  const logs: readonly { readonly logId: StoreId; readonly size: number; readonly closed?: ClosedLog }[] = [
    ...log.closed().map((closed) => ({ logId: closed.logId, size: closed.size, closed })),
    { logId: vault.storeId, size },
  ];
  const total = logs.reduce((sum, part) => sum + part.size, 0);
  const writer = createLogExportWriter(vault.vaultId);
  const parts: string[] = [writer.header(), ...tables.value.map((note) => writer.table(note))];
  let done = 0;
  for (const part of logs) {
    const checkpoints = bySize(kept, part.logId);
    parts.push(writer.log(part.logId));
    const read = await log.eachStretch(({ first, lines }) => {
      const written = lines.map((line, at) => {
        const after = (checkpoints.get(first + at + 1) ?? []).map((note) => writer.checkpoint(note));
        return writer.entry(line) + after.join('');
      });
      parts.push(written.join(''));
      done += lines.length;
      onProgress(done, total);
    }, part.closed);
    if (!read.ok) return read;
    // They vouch for entries that are gone: left out, the one proof of that would stay on the device.
    for (const [covered, after] of checkpoints) if (covered > part.size) parts.push(...after.map((note) => writer.checkpoint(note)));
  }
  const isOfALog = ({ checkpoint }: KeptCheckpoint): boolean => logs.some(({ logId }) => logId === checkpoint.logId);
  parts.push(...kept.filter((one) => !isOfALog(one)).map(({ note }) => writer.checkpoint(note)), writer.end());
  return ok({ parts, entries: total, size });
};
