import type { CopyInspection } from '../../../../src/core/contract/copy-api.ts';
import type { VaultError } from '../../../../src/core/contract/errors.ts';
import type { StoreId } from '../../../../src/core/domain/ids.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { ok } from '../../../../src/core/domain/result.ts';
import { parseCheckpoint } from '../../../../src/core/formats/log/checkpoint.ts';
import { parseSignedNote } from '../../../../src/core/formats/signed-note.ts';
import type { ReadContainer } from '../../copy/read-container.ts';
import { readContainer } from '../../copy/read-container.ts';
import { inspectDevice } from '../../session/device-report.ts';
import { markedSize } from '../../session/marks.ts';
import type { SessionPlatform } from '../../session/platform.ts';

/** Stores of this device that hold the same vault as a copy. */
export interface VaultHere {
  /** Live stores of the vault. */
  readonly storeIds: readonly string[];
  /** Entries that the store the copy was made from has beyond the copy, as far as its marks tell. */
  readonly entriesMissing: number;
}

const copiedSize = ({ header, manifest }: ReadContainer): number => {
  const sizes = manifest.checkpoints.flatMap((note) => {
    const signed = parseSignedNote(note);
    const checkpoint = signed.ok ? parseCheckpoint(signed.value.text) : null;
    return checkpoint?.ok === true && checkpoint.value.logId === header.storeId ? [checkpoint.value.size] : [];
  });
  return Math.max(0, ...sizes);
};

/** What this device knows of the copy's vault. Needs no key. Errors: StorageFailed. */
export const findVaultHere = async (
  platform: SessionPlatform,
  container: ReadContainer,
  marksOf: (storeId: StoreId) => readonly string[],
): Promise<Result<VaultHere, VaultError>> => {
  const report = await inspectDevice(platform, []);
  if (!report.ok) return report;
  const { vaultId, storeId } = container.header;
  const storeIds = report.value.stores.filter((store) => store.vaultId === vaultId).map((store) => store.storeId);
  if (!storeIds.includes(storeId)) return ok({ storeIds, entriesMissing: 0 });
  const files = await platform.device.openFiles(storeId);
  const mark = files.ok ? await files.value.mark.read() : null;
  const size = markedSize(storeId, [...marksOf(storeId), mark?.ok === true ? mark.value : null]) ?? 0;
  return ok({ storeIds, entriesMissing: Math.max(0, size - copiedSize(container)) });
};

export interface InspectedFiles {
  readonly usable: readonly CopyInspection[];
  readonly refused: readonly { readonly index: number; readonly fileName: string; readonly error: VaultError }[];
}

/** Reads every file whole; usable ones newest first. Errors: StorageFailed. */
export const inspectFiles = async (
  platform: SessionPlatform,
  files: readonly File[],
  marksOf: (storeId: StoreId) => readonly string[],
): Promise<Result<InspectedFiles, VaultError>> => {
  const usable: CopyInspection[] = [];
  const refused: { readonly index: number; readonly fileName: string; readonly error: VaultError }[] = [];
  for (const [index, file] of files.entries()) {
    const fileName = file.name;
    const read = await readContainer(platform.crypto, file, (done, total) => {
      platform.emit({ type: 'Progress', job: 'restore', done: index * total + done, total: files.length * total });
    });
    if (!read.ok) {
      refused.push({ index, fileName, error: read.error });
      continue;
    }
    const here = await findVaultHere(platform, read.value, marksOf);
    if (!here.ok) return here;
    const { persons, numbers, entries } = read.value.manifest.counts;
    usable.push({
      index,
      fileName,
      vaultId: read.value.header.vaultId,
      createdAt: read.value.header.created,
      counts: { persons, numbers, entries },
      sameVaultHere: here.value.storeIds.length > 0,
      entriesMissing: here.value.entriesMissing,
    });
  }
  return ok({ usable: usable.toSorted((a, b) => b.createdAt - a.createdAt), refused });
};
