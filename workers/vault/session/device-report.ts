import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { DeviceReport, PageMark, StoreSummary } from '../../../src/core/contract/session-api.ts';
import type { StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { ok } from '../../../src/core/domain/result.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { parseTableText } from '../../../src/core/formats/table-text.ts';
import type { KeyringError, FoundKeyring } from '../storage/keyring-store.ts';
import type { FoundStore } from '../storage/store-registry.ts';
import { markedSize } from './marks.ts';
import type { SessionPlatform } from './platform.ts';

/** What one store looks like from outside: shown, lost, or the leftover of a building that was cut off. */
type Finding =
  | { readonly type: 'shown'; readonly store: StoreSummary }
  | { readonly type: 'lost' }
  | { readonly type: 'leftover' }
  | { readonly type: 'nothing' };

const keyringStateOf = (error: KeyringError): StoreSummary['keyring'] => {
  if (error.type === 'NewerFormat') return 'newer';
  return error.type === 'KeyringMissing' ? 'missing' : 'damaged';
};

/** Of a table that is none, nothing. */
const storesIn = (note: string): readonly StoreId[] => {
  const signed = parseSignedNote(note);
  const text = signed.ok ? parseTableText(signed.value.text) : signed;
  return text.ok ? text.value.table.stores.map(({ id }) => id) : [];
};

const summaryOf = (found: FoundStore, keyring: Result<FoundKeyring, KeyringError>, tries: number): StoreSummary => {
  // A database that cannot be opened just now is said at the unlock, with its error; it is not a missing one.
  const database = found.database === 'failed' ? 'ready' : found.database;
  const storeId = found.storeId as StoreId;
  if (keyring.ok) {
    const { vaultId, label, experience, members, table } = keyring.value.keyring;
    const names = members.map(({ id, name }) => ({ id, name }));
    return { storeId, vaultId, label, experience, members: names, keyring: 'ready', database, failedUnlocks: tries, knows: storesIn(table) };
  }
  const state = keyringStateOf(keyring.error);
  // Nothing is known of its vault: an empty id stands for that, as an empty label does.
  return { storeId, vaultId: '' as VaultId, label: '', experience: false, members: [], keyring: state, database, failedUnlocks: tries, knows: [] };
};

const lookAt = async (platform: SessionPlatform, found: FoundStore, marks: readonly string[]): Promise<Finding> => {
  const remembered = marks.length > 0;
  if (!found.folder) {
    if (found.database === 'missing') return remembered ? { type: 'lost' } : { type: 'nothing' };
    return { type: 'shown', store: summaryOf(found, { ok: false, error: { type: 'KeyringMissing' } }, 0) };
  }
  const files = await platform.device.openFiles(found.storeId);
  if (!files.ok) return { type: 'shown', store: summaryOf(found, { ok: false, error: { type: 'KeyringDamaged' } }, 0) };
  const keyring = await files.value.keyring.read();
  if (keyring.ok && keyring.value.keyring.state === 'staged') return { type: 'leftover' };
  if (!keyring.ok && found.database === 'missing') {
    const inFolder = await files.value.mark.read();
    const known = markedSize(found.storeId, [...marks, inFolder.ok ? inFolder.value : null]) !== null;
    // Without database and mark there never was a vault: the first slots were being written, or the last erased.
    // What cannot be read just now may be anything.
    const isRead = keyring.error.type === 'KeyringMissing' || keyring.error.type === 'KeyringDamaged';
    if (!known && isRead) return { type: 'leftover' };
    if (keyring.error.type === 'KeyringMissing') return { type: 'lost' };
  }
  return { type: 'shown', store: summaryOf(found, keyring, await files.value.tries.read()) };
};

/**
 * Under the store's lock: another tab may be building it at this moment. And looked at once more there: between the first look and the lock,
 * which may lie hours apart in a tab that sleeps, it may have become a vault. What is found then; null: it is gone, or left to the next look.
 */
const removeLeftover = async (platform: SessionPlatform, storeId: string, marks: readonly string[]): Promise<Finding | null> => {
  const lock = await platform.locks.acquire(storeId);
  if (lock === null) return null;
  const listed = await platform.device.registry.list([]);
  const found = listed.ok ? listed.value.find((one) => one.storeId === storeId) : undefined;
  const finding = found === undefined ? null : await lookAt(platform, found, marks);
  // A failure leaves it for the next look; nothing can be reached through it.
  if (finding?.type === 'leftover') await platform.device.registry.erase(storeId);
  await lock.release();
  return finding?.type === 'leftover' ? null : finding;
};

/**
 * All stores of this device, and those that marks remember although nothing of them is left. Never an empty answer where something
 * was: an empty device and a lost vault are told apart. Errors: StorageFailed.
 */
export const inspectDevice = async (platform: SessionPlatform, marks: readonly PageMark[]): Promise<Result<DeviceReport, VaultError>> => {
  const listed = await platform.device.registry.list(marks.map((mark) => mark.storeId));
  if (!listed.ok) return listed;
  const stores: StoreSummary[] = [];
  const lost: StoreId[] = [];
  for (const found of listed.value) {
    const own = marks.filter((mark) => mark.storeId === found.storeId).map((mark) => mark.mark);
    const first = await lookAt(platform, found, own);
    const finding = first.type === 'leftover' ? await removeLeftover(platform, found.storeId, own) : first;
    if (finding?.type === 'shown') stores.push(finding.store);
    if (finding?.type === 'lost') lost.push(found.storeId as StoreId);
  }
  return ok({ stores, lost, opfs: platform.device.opfs });
};
