import type { MemberId } from '../../../src/core/domain/ids.ts';
import type { Keyring, KeyringMember, KeySlot } from '../../../src/core/formats/keyring.ts';
import type { VaultSettings } from './vault-settings.ts';

/** Pure changes of a keyring document. Nothing here touches the disk. */

export const findMember = (keyring: Keyring, id: MemberId): KeyringMember | null =>
  keyring.members.find((member) => member.id === id) ?? null;

export const withMember = (keyring: Keyring, changed: KeyringMember): Keyring => ({
  ...keyring,
  members: keyring.members.map((member) => (member.id === changed.id ? changed : member)),
});

export const withSlots = (keyring: Keyring, id: MemberId, slots: readonly KeySlot[]): Keyring => ({
  ...keyring,
  members: keyring.members.map((member) => (member.id === id ? { ...member, slots } : member)),
});

/**
 * Slots of a member that the settings name. Of a kind of which they name none that is there (a slot file put back by hand), all
 * stay: no rule may lock the owner out.
 */
export const slotsThatCount = (member: KeyringMember, settings: VaultSettings): readonly KeySlot[] => {
  const named = settings.members.find((one) => one.id === member.id)?.slots ?? [];
  const known = new Set(member.slots.filter((slot) => named.includes(slot.id)).map((slot) => slot.kind));
  return member.slots.filter((slot) => named.includes(slot.id) || !known.has(slot.kind));
};

/**
 * What the keyring must look like for a database in `epoch` with these settings: one epoch, the slots that count, label,
 * names and whether it is a sample as the sealed settings have them.
 * `table` is the database's newest note. The same document when nothing is to be changed, so that `===` tells.
 */
export const settleKeyring = (keyring: Keyring, epoch: number, table: string, settings: VaultSettings): Keyring => {
  const epochs = keyring.epochs.filter((one) => one.epoch === epoch);
  const members = keyring.members.map((member) => {
    const slots = slotsThatCount(member, settings);
    const name = settings.members.find((one) => one.id === member.id)?.name ?? member.name;
    return slots.length === member.slots.length && name === member.name ? member : { ...member, name, slots };
  });
  const same =
    epochs.length === keyring.epochs.length &&
    members.every((member, at) => member === keyring.members[at]) &&
    keyring.label === settings.label &&
    keyring.experience === settings.experience &&
    keyring.table === table;
  return same ? keyring : { ...keyring, label: settings.label, experience: settings.experience, table, members, epochs };
};
