import type { MemberId, SlotId } from '../../../src/core/domain/ids.ts';
import { isId } from '../../../src/core/domain/ids.ts';
import type { EntityType } from '../../../src/core/domain/person/entity-type.ts';
import { isEntityType } from '../../../src/core/domain/person/entity-type.ts';
import { IDLE_MINUTES } from '../../../src/core/domain/vault/limits.ts';
import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { isCount, isObject, isText, isTime, readList } from '../../../src/core/formats/canonical.ts';
import { MAX_KEYRING_MEMBERS, MAX_NAME_CHARS, MAX_SLOTS_PER_MEMBER } from '../../../src/core/formats/limits.ts';

/** Content of the page ['own', 'setting', 0]: what belongs to the vault and not to this device. */
export interface VaultSettings {
  readonly label: string;
  /** A sample business. */
  readonly experience: boolean;
  readonly entityType: EntityType;
  readonly paysSalary: boolean;
  /** Minutes without a touch until the page locks by itself. */
  readonly idleMinutes: number;
  /** UTC ms; null until three groups of the recovery code were asked back. */
  readonly rehearsedAt: number | null;
  /** UTC ms of the recovery code in use; null when nobody can have seen it. */
  readonly kitMadeAt: number | null;
  /**
   * UTC ms of the last entry before the clock came into doubt; null while it is in none. What a session in doubt writes has the doubted
   * time itself, so the newest entry says nothing of it.
   */
  readonly clockTrustedAt: number | null;
  readonly members: readonly MemberSetting[];
  /** Fields a newer writer added. */
  readonly unknown: JsonObject;
}

export interface MemberSetting {
  readonly id: MemberId;
  /** The keyring has it in the clear; a copy has it here alone. */
  readonly name: string;
  /**
   * Slots that count. A change of password or kit commits its new slot here: whatever else a cut-off change left in the keyring is
   * no way in any more and goes at the next unlock.
   */
  readonly slots: readonly SlotId[];
  /** Fields a newer writer added. */
  readonly unknown: JsonObject;
}

export const encodeSettings = (settings: VaultSettings): JsonObject => ({
  label: settings.label,
  experience: settings.experience,
  entityType: settings.entityType,
  paysSalary: settings.paysSalary,
  idleMinutes: settings.idleMinutes,
  rehearsedAt: settings.rehearsedAt,
  kitMadeAt: settings.kitMadeAt,
  ...(settings.clockTrustedAt === null ? {} : { clockTrustedAt: settings.clockTrustedAt }),
  members: settings.members.map(({ id, name, slots, unknown }) => ({ id, name, slots, ...unknown })),
  ...settings.unknown,
});

const isTimeOrNull = (value: JsonValue | undefined): value is number | null => value === null || isTime(value);

const parseSlotId = (value: JsonValue): SlotId | null => (isId(value) ? (value as SlotId) : null);

const parseMember = (value: JsonValue): MemberSetting | null => {
  if (!isObject(value)) return null;
  const { id, name, slots: slotList, ...unknown } = value;
  const slots = readList(slotList, MAX_SLOTS_PER_MEMBER, parseSlotId);
  return isId(id) && isText(name, MAX_NAME_CHARS) && slots !== null ? { id: id as MemberId, name, slots, unknown } : null;
};

/** Content of the opened page; null when it is not the settings. */
export const parseSettings = (content: JsonObject): VaultSettings | null => {
  const { label, experience, entityType, paysSalary, idleMinutes, rehearsedAt, kitMadeAt, clockTrustedAt = null, members: memberList, ...unknown } = content;
  const members = readList(memberList, MAX_KEYRING_MEMBERS, parseMember);
  if (!isText(label, MAX_NAME_CHARS) || typeof experience !== 'boolean' || !isEntityType(entityType) || typeof paysSalary !== 'boolean') return null;
  if (!isCount(idleMinutes, IDLE_MINUTES.min) || !isTimeOrNull(rehearsedAt) || !isTimeOrNull(kitMadeAt) || !isTimeOrNull(clockTrustedAt) || members === null) return null;
  return { label, experience, entityType, paysSalary, idleMinutes, rehearsedAt, kitMadeAt, clockTrustedAt, members, unknown };
};

/** `settings` with the member's slots replaced. */
export const withWays = (settings: VaultSettings, id: MemberId, slots: readonly SlotId[]): VaultSettings => ({
  ...settings,
  members: settings.members.map((member) => (member.id === id ? { ...member, slots } : member)),
});
