import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { sameBytes } from '../../../src/core/formats/bytes.ts';
import type { Keyring, KeySlot } from '../../../src/core/formats/keyring.ts';
import type { EntryDraft } from '../audit/plan.ts';
import type { SlotSecret } from '../crypto/slot.ts';
import { findMember, withSlots } from './keyring-edit.ts';
import type { OpenSession } from './open-session.ts';
import { openWay } from './open-way.ts';
import type { SessionPlatform } from './platform.ts';
import { ownEntry } from './session-state.ts';
import { planEntries } from './settings-page.ts';
import type { VaultSettings } from './vault-settings.ts';
import { withWays } from './vault-settings.ts';

export interface NewWay {
  /** What opens the new slot; slots of the same kind go. */
  readonly secret: SlotSecret;
  readonly usk: Uint8Array<ArrayBuffer>;
  readonly entries: readonly EntryDraft[];
  /** What else changes in the settings. */
  readonly change?: Partial<VaultSettings>;
}

/** The slots as they lie on the disk now, opened as the next unlock will open them. */
const provesToOpen = async (platform: SessionPlatform, session: OpenSession, way: NewWay, slot: KeySlot): Promise<Result<null, VaultError>> => {
  const found = await session.files.keyring.read();
  if (!found.ok) return found;
  const member = findMember(found.value.keyring, session.state().memberId);
  const kept = member?.slots.find((one) => one.id === slot.id);
  if (member === null || kept === undefined) return err({ type: 'StorageFailed', name: 'ReadBackError' });
  const opened = await openWay(platform.crypto.slots, found.value.keyring.vaultId, { id: member.id, slots: [kept] }, way.secret);
  if (!opened.ok) return err({ type: 'StorageFailed', name: 'ReadBackError' });
  const same = sameBytes(opened.value.usk, way.usk);
  opened.value.usk.fill(0);
  return same ? ok(null) : err({ type: 'StorageFailed', name: 'ReadBackError' });
};

/**
 * A new password or recovery code for the acting member. The order is what makes it safe; what a crash behind each step leaves:
 *   1. slots := old and new          both are there, but the settings name the old one: the new is no way in yet
 *   2. read back, open the new slot  the same
 *   3. commit: settings name the new slot, entry     the old one is no way in any more, and goes at the next unlock
 *   4. slots := new                  done
 * At every point exactly one of the two opens the vault, and it is one that was proved to open.
 */
export const replaceSlot = async (platform: SessionPlatform, session: OpenSession, way: NewWay): Promise<Result<null, VaultError>> => {
  // Slots that refused before and may yet be rewritten behind a commit would undo what is written here.
  if (!(await session.writer.settleSlots())) return err({ type: 'StorageFailed', name: 'SlotsRefused' });
  // A writer that halted behind a rotation may know more than this session does: slots without the keys of the database would lock everybody out.
  if (session.writer.isHalted()) return err({ type: 'Halted' });
  const state = session.state();
  const before = state.keyring;
  if (!before.epochs.some(({ epoch }) => epoch === session.writer.book().head.epoch)) return err({ type: 'ChangedMeanwhile' });
  const member = ownEntry(state);
  const owner = { vaultId: before.vaultId, memberId: member.id, generation: member.generation };
  const slot = await platform.crypto.slots.makeSlot(owner, way.secret, way.usk);
  const staying = member.slots.filter((one) => one.kind !== slot.kind);
  const both: Keyring = withSlots(before, member.id, [...member.slots, slot]);
  const next: Keyring = withSlots(before, member.id, [...staying, slot]);

  const written = await session.files.keyring.write(both);
  const proved = written.ok ? await provesToOpen(platform, session, way, slot) : written;
  if (!proved.ok) {
    // Whatever lies in the slots, the settings still name the old way; this only tidies up.
    await session.writer.putSlots(before);
    return proved;
  }
  const settings = withWays({ ...state.settings, ...way.change }, member.id, [...staying, slot].map((one) => one.id));
  const stored = await session.writer.commitWithKeyring(planEntries(way.entries, settings), { before, both, next });
  if (!stored.ok) return stored;
  session.replace({ ...session.state(), keyring: next, settings });
  return ok(null);
};
