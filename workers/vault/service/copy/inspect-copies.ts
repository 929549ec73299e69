import type { CopyInspection } from '../../../../src/core/contract/copy-api.ts';
import type { VaultError } from '../../../../src/core/contract/errors.ts';
import type { StoreId } from '../../../../src/core/domain/ids.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { ok } from '../../../../src/core/domain/result.ts';
import { parseCheckpoint } from '../../../../src/core/formats/log/checkpoint.ts';
import { parseSignedNote } from '../../../../src/core/formats/signed-note.ts';
import { parseTableText } from '../../../../src/core/formats/table-text.ts';
import type { ReadContainer } from '../../copy/read-container.ts';
import { readContainer } from '../../copy/read-container.ts';
import { inspectDevice } from '../../session/device-report.ts';
import { markedSize } from '../../session/marks.ts';
import type { SessionPlatform } from '../../session/platform.ts';

/** Stores of this device that hold the same vault as a copy. */
export interface VaultHere {
  /** A store of the vault here is under a later table than the copy: it was restored, or rotated, after the copy was made. */
  readonly isOlder: boolean;
  /** Live stores of the vault. */
  readonly storeIds: readonly string[];
  /** Vaults that are no samples and not the copy's. */
  readonly others: number;
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

/** Version of the table in a store's keyring; 0 where it cannot be read. Needs no key, and is believed only to warn. */
const tableVersionOf = async (platform: SessionPlatform, storeId: StoreId): Promise<number> => {
  const files = await platform.device.openFiles(storeId);
  const found = files.ok ? await files.value.keyring.read() : files;
  const note = found.ok ? parseSignedNote(found.value.keyring.table) : null;
  const text = note?.ok === true ? parseTableText(note.value.text) : null;
  return text?.ok === true ? text.value.table.version : 0;
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
  const others = report.value.stores.filter((store) => store.keyring === 'ready' && store.vaultId !== vaultId && !store.experience).length;
  const known = report.value.stores.some((store) => store.storeId === storeId);
  const files = known ? await platform.device.openFiles(storeId) : null;
  const mark = files?.ok === true ? await files.value.mark.read() : null;
  // The page's marks outlast a store that is gone: they still tell what a copy of it lacks.
  const size = markedSize(storeId, [...marksOf(storeId), mark?.ok === true ? mark.value : null]) ?? 0;
  const versions = await Promise.all(storeIds.map((id) => tableVersionOf(platform, id)));
  const copied = container.tables.length;
  return ok({ storeIds, others, entriesMissing: Math.max(0, size - copiedSize(container)), isOlder: versions.some((version) => version > copied) });
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
      otherVaultHere: here.value.storeIds.length === 0 && here.value.others > 0,
      entriesMissing: here.value.entriesMissing,
    });
  }
  return ok({ usable: usable.toSorted((a, b) => b.createdAt - a.createdAt), refused });
};
