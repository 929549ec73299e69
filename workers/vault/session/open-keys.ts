import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { MemberId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import type { Keyring, KeyringEpoch } from '../../../src/core/formats/keyring.ts';
import type { KeyIds, TableMember, VerifiedTable } from '../../../src/core/formats/table.ts';
import { RIGHTS } from '../../../src/core/formats/table-rights.ts';
import { parseTableText, tableHash } from '../../../src/core/formats/table-text.ts';
import type { AcceptedTable } from '../audit/open.ts';
import type { PageSealer } from '../audit/ports.ts';
import type { GrantedKeys } from '../crypto/grants.ts';
import { areNamed, openGrantedKeys } from '../crypto/grants.ts';
import type { MemberKeys } from '../crypto/member-keys.ts';
import { findMember } from './keyring-edit.ts';
import { createPageSealer } from './page-sealer.ts';
import type { VaultCrypto } from './platform.ts';

/** What the keyring opens to. Nothing in it is believed yet: the chain of tables lies in the pages that these keys open. */
export interface OpenedKeys {
  readonly keys: MemberKeys;
  /** The keyring's table; whether it ends a chain from the vault's id is checked by whoever reads the chain. */
  readonly table: VerifiedTable;
  /** One for each epoch of the keyring that the table allows. */
  readonly sealers: readonly PageSealer[];
  /** By epoch: what a table must name the keys of its sealer. */
  readonly keyIds: ReadonlyMap<number, Partial<KeyIds>>;
  /** Where the database may be: at the keyring's table or, when a rotation was cut off, at the one before. */
  readonly accepted: readonly AcceptedTable[];
}

const DAMAGED: Result<never, VaultError> = err({ type: 'KeyringDamaged' });

const readTable = (crypto: VaultCrypto, note: string): VerifiedTable | null => {
  const signed = parseSignedNote(note);
  const text = signed.ok ? parseTableText(signed.value.text) : null;
  if (!signed.ok || text?.ok !== true) return null;
  return { table: text.value.table, hash: tableHash(signed.value.text, crypto.hasher.sha256), note };
};

/** Opens the grants of an epoch. Null when one is missing that the member has a right to: without the key of the list, the vault would open as an empty one. */
const openEpoch = async (
  crypto: VaultCrypto,
  keyring: Keyring,
  { id: memberId, role }: TableMember,
  pair: CryptoKeyPair,
  epoch: KeyringEpoch,
): Promise<{ readonly sealer: PageSealer; readonly granted: GrantedKeys } | null> => {
  const scope = { vaultId: keyring.vaultId, storeId: keyring.storeId, epoch: epoch.epoch };
  const granted = await openGrantedKeys(scope, memberId, pair, epoch.grants);
  if (!granted.ok || RIGHTS[role].keys.some((name) => granted.value.keys[name] === undefined)) return null;
  return { sealer: createPageSealer(crypto, scope, granted.value.keys), granted: granted.value };
};

/**
 * From the user secret key to the keys of pages. An epoch in the keyring that the table does not name, and that is not the one
 * before it, is not opened at all: somebody planted it. The keys of the one before are held against a table by whoever reads it.
 * Errors: KeyringDamaged.
 */
export const openKeys = async (
  crypto: VaultCrypto,
  keyring: Keyring,
  memberId: MemberId,
  usk: CryptoKey,
): Promise<Result<OpenedKeys, VaultError>> => {
  const member = findMember(keyring, memberId);
  const table = readTable(crypto, keyring.table);
  const row = table?.table.members.find((one) => one.id === memberId);
  const store = table?.table.stores.find((one) => one.id === keyring.storeId);
  if (member === null || table === null || row === undefined || store === undefined) return DAMAGED;

  const owner = { vaultId: keyring.vaultId, memberId, generation: member.generation };
  const keys = await crypto.members.openMemberKeys(owner, usk, member.keys, row);
  if (!keys.ok) return DAMAGED;

  const sealers: PageSealer[] = [];
  const accepted: AcceptedTable[] = [];
  const keyIds = new Map<number, Partial<KeyIds>>();
  for (const epoch of keyring.epochs) {
    const current = epoch.epoch === store.epoch;
    const left = keyring.epochs.length > 1 && epoch.epoch === store.epoch - 1;
    if (!current && !left) continue;
    const opened = await openEpoch(crypto, keyring, row, keys.value.hpke, epoch);
    if (opened === null || (current && !areNamed(opened.granted, store.keys))) return DAMAGED;
    sealers.push(opened.sealer);
    keyIds.set(epoch.epoch, opened.granted.ids);
    accepted.push(
      current
        ? { version: table.table.version, hash: table.hash, epoch: epoch.epoch }
        : { version: table.table.version - 1, hash: table.table.prev, epoch: epoch.epoch },
    );
  }
  return sealers.length === 0 ? DAMAGED : ok({ keys: keys.value, table, sealers, keyIds, accepted });
};

/** Whether the keys of an epoch are those that a table of the verified chain names for it. */
export const keysAreNamed = ({ keyIds }: OpenedKeys, epoch: number, named: KeyIds): boolean => {
  const ids = keyIds.get(epoch);
  return ids !== undefined && areNamed({ ids }, named);
};
