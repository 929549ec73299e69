import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { MemberId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { Keyring } from '../../../src/core/formats/keyring.ts';
import type { Entry } from '../../../src/core/formats/log/entry.ts';
import { parseEntry } from '../../../src/core/formats/log/entry.ts';
import { verifyTableChain } from '../../../src/core/formats/table-chain.ts';
import type { VerifiedTable } from '../../../src/core/formats/table.ts';
import type { BookRows } from '../audit/load-book.ts';
import { openBook } from '../audit/open.ts';
import type { PageSealer } from '../audit/ports.ts';
import type { VaultWriter } from '../audit/writer.ts';
import { importSealKey } from '../crypto/seal.ts';
import type { FoundKeyring } from '../storage/keyring-store.ts';
import { settleKeyring, slotsThatCount } from './keyring-edit.ts';
import { readNewestMark } from './marks.ts';
import { createNoteSigner } from './note-signing.ts';
import type { OpenedKeys } from './open-keys.ts';
import { keysAreNamed, openKeys } from './open-keys.ts';
import type { OpenedWay } from './open-way.ts';
import type { SessionPlatform, StoreFiles } from './platform.ts';
import type { SessionState } from './session-state.ts';
import { ownEntry } from './session-state.ts';
import { createSessionWriter } from './session-writer.ts';
import { readSettings } from './settings-page.ts';

export interface OpenStoreInput {
  readonly files: StoreFiles;
  readonly found: FoundKeyring;
  readonly memberId: MemberId;
  /** Its user secret key is zeroed here. */
  readonly way: OpenedWay;
  /** Marks of this store: those that the page keeps, and the one in the folder. */
  readonly marks: readonly string[];
  /** The book as it lies there, sealed; asked for before there was a key. */
  readonly rows: Promise<Result<BookRows, VaultError>>;
}

/** A store that is open and believed: keys fit the tables, the tables lead back to the vault's id, the pages to the head. */
export interface OpenedStore {
  /** Asked by the mark keeper for the key in use; the session takes it over. */
  readonly current: { state: SessionState };
  readonly writer: VaultWriter;
  readonly lastEntry: Entry;
  /**
   * Set when a renewal of the member's keys was cut off before its transaction: the table that lists them, and the epoch to go to.
   * Nothing may be written before it is carried through.
   */
  readonly pending: { readonly table: VerifiedTable; readonly sealer: PageSealer } | null;
}

const damagedPage = (page: string): Result<never, VaultError> => err({ type: 'DatabaseDamaged', page });

const readLastEntry = async (writer: VaultWriter): Promise<Result<Entry, VaultError>> => {
  const size = writer.log.size();
  const lines = await writer.log.readLines(size - 1, size);
  if (!lines.ok) return lines;
  const entry = parseEntry(lines.value.lines[0] ?? '');
  return entry.ok ? ok(entry.value) : damagedPage('tail');
};

interface Believed {
  readonly table: VerifiedTable;
  readonly pending: OpenedStore['pending'];
}

/**
 * The tables in the pages must lead from the vault's id to the one the database is at, and that one must name the keys in use.
 * When it is the version before the keyring's, a rotation was cut off: with the same member keys nothing has happened, with
 * renewed ones the keyring's table must be a true successor, and the renewal is still to be carried through.
 */
const believeTables = async (
  platform: SessionPlatform,
  keyring: Keyring,
  memberId: MemberId,
  opened: OpenedKeys,
  writer: VaultWriter,
): Promise<Result<Believed, VaultError>> => {
  const notes = await writer.log.tables();
  if (!notes.ok) return notes;
  const { head } = writer.book();
  const { verifyDeps } = platform.crypto.notes;
  const chain = await verifyTableChain([...notes.value], keyring.vaultId, verifyDeps);
  const newest = chain.ok ? chain.value.at(-1) : undefined;
  if (newest === undefined || newest.hash !== head.tableHash) return damagedPage('table');
  const store = newest.table.stores.find((one) => one.id === keyring.storeId);
  const row = newest.table.members.find((one) => one.id === memberId);
  if (store === undefined || row === undefined || store.epoch !== head.epoch) return damagedPage('table');
  if (!keysAreNamed(opened, store.epoch, store.keys)) return err({ type: 'KeyringDamaged' });

  const { publicKeys } = opened.keys;
  if (row.sign === publicKeys.sign && row.hpke === publicKeys.hpke) return ok({ table: newest, pending: null });
  const next = await verifyTableChain([...notes.value, opened.table.note], keyring.vaultId, verifyDeps);
  const sealer = opened.sealers.find((one) => one.epoch === store.epoch + 1);
  if (!next.ok || sealer === undefined) return err({ type: 'KeyringDamaged' });
  return ok({ table: newest, pending: { table: opened.table, sealer } });
};

/**
 * From a way in that opened to a session that may be used. Errors: KeyringDamaged; DatabaseMissing, DatabaseOlder, DatabaseDamaged,
 * NewerFormat, StorageFailed; WrongSecret for a way in that a later change has put out of use.
 */
export const openStore = async (platform: SessionPlatform, input: OpenStoreInput): Promise<Result<OpenedStore, VaultError>> => {
  const { files, memberId, way } = input;
  const { keyring } = input.found;
  const { crypto, audit } = platform;
  const { vaultId, storeId } = keyring;
  const usk = await importSealKey(way.usk);
  way.usk.fill(0);
  const [opened, mark] = await Promise.all([
    openKeys(crypto, keyring, memberId, usk),
    readNewestMark(crypto.seals, usk, { vaultId, storeId }, input.marks),
  ]);
  if (!opened.ok) return opened;

  const { sealers, accepted } = opened.value;
  const book = await openBook({ rows: await input.rows, sealers, tables: accepted, mark, sha256: audit.sha256 });
  if (!book.ok) return book;

  const { keys } = opened.value;
  const shared: { current: OpenedStore['current'] | null } = { current: null };
  const writer = createSessionWriter(platform, {
    files,
    book: book.value,
    signer: createNoteSigner(crypto.notes, memberId, keys),
    usk: () => shared.current?.state.usk ?? usk,
  });

  // Side by side; nothing of it counts unless the tables do.
  const [believed, settings, lastEntry] = await Promise.all([
    believeTables(platform, keyring, memberId, opened.value, writer),
    readSettings(writer.pages),
    readLastEntry(writer),
  ]);
  if (!believed.ok) return believed;
  if (!settings.ok) return settings;
  if (!lastEntry.ok) return lastEntry;

  const { table, pending } = believed.value;
  const counting = slotsThatCount(ownEntry({ keyring, memberId }), settings.value);
  if (!counting.some((slot) => slot.id === way.slot.id)) return err({ type: 'WrongSecret' });

  // What a cut-off change left in the slots goes now. Should the disk refuse, the writer tries again: the settings say what counts.
  const settled = pending === null ? settleKeyring(keyring, book.value.sealer.epoch, table.note, settings.value) : keyring;
  if (settled !== keyring || !input.found.twin) await writer.putSlots(settled);

  const current = { state: { memberId, keyring: settled, usk, keys, table, sealer: book.value.sealer, settings: settings.value } };
  shared.current = current;
  return ok({ current, writer, lastEntry: lastEntry.value, pending });
};
