import type { Keyring, KeySlot } from '../../../src/core/formats/keyring.ts';
import type { VerifiedTable } from '../../../src/core/formats/table.ts';
import { KEY_BYTES } from '../../../src/core/formats/consts.ts';
import type { MemberKeys } from '../crypto/member-keys.ts';
import { importSealKey } from '../crypto/seal.ts';
import type { SlotSecret } from '../crypto/slot.ts';
import type { MadeEpoch } from './epoch-keys.ts';
import { makeEpoch, regrantEpoch } from './epoch-keys.ts';
import { withMember } from './keyring-edit.ts';
import type { SessionPlatform } from './platform.ts';
import type { SessionState } from './session-state.ts';
import { currentEpoch, ownEntry, signingMember } from './session-state.ts';
import { createTableMaker, membersWith, storesWith } from './table-maker.ts';

/** Everything new that a suspected leak brings, made in memory; nothing of it lies on the disk yet. */
export interface RenewedMember {
  readonly usk: CryptoKey;
  readonly keys: MemberKeys;
  /** Password and recovery slot of the new generation, in this order. */
  readonly slots: readonly [password: KeySlot, recovery: KeySlot];
  readonly table: VerifiedTable;
  readonly epoch: MadeEpoch;
  /** Opens, with the new ways in alone, the epoch that is left and the new one. */
  readonly both: Keyring;
  readonly next: Keyring;
}

/**
 * New user secret key, key pairs and epoch for the acting member. The new table is signed with the OLD key: that is what makes
 * the new keys the member's, and not a finder's of the old password. It lists the new keys.
 */
export const renewMember = async (
  platform: SessionPlatform,
  state: SessionState,
  password: SlotSecret,
  recovery: SlotSecret,
): Promise<RenewedMember> => {
  const { random, members, slots } = platform.crypto;
  const { keyring } = state;
  const { vaultId, storeId } = keyring;
  const before = ownEntry(state);
  const owner = { vaultId, memberId: before.id, generation: before.generation + 1 };

  const raw = random.bytes(KEY_BYTES);
  const usk = await importSealKey(raw);
  const made = await members.makeMemberKeys(owner, usk);
  const ways = [await slots.makeSlot(owner, password, raw), await slots.makeSlot(owner, recovery, raw)] as const;
  raw.fill(0);

  const { table } = state.table;
  const row = table.members.find((member) => member.id === before.id);
  if (row === undefined) throw new Error('the table has lost the acting member');
  const rows = membersWith(table, { ...row, ...made.keys.publicKeys });
  const now = currentEpoch(state);
  const epoch = await makeEpoch(random, { vaultId, storeId, epoch: now.epoch + 1 }, rows, null);
  const next = await createTableMaker(platform.crypto).makeNext(
    vaultId,
    state.table,
    { time: platform.audit.now(), members: rows, stores: storesWith(table, storeId, epoch.epoch, epoch.keyIds) },
    signingMember(before.id, state.keys),
  );
  const left = await regrantEpoch(
    { from: { vaultId, storeId, epoch: now.epoch }, memberId: before.id, pair: state.keys.hpke, grants: now.grants, names: [] },
    rows,
  );
  const entry = { ...before, generation: owner.generation, slots: ways, keys: made.sealed };
  const both = { ...withMember(keyring, entry), table: next.note, epochs: [left, epoch.grants] };
  return { usk, keys: made.keys, slots: ways, table: next, epoch, both, next: { ...both, epochs: [epoch.grants] } };
};
