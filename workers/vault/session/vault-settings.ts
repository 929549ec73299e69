import type { MemberId, SlotId } from '../../../src/core/domain/ids.ts';
import { isId } from '../../../src/core/domain/ids.ts';
import type { EntityType } from '../../../src/core/domain/person/entity-type.ts';
import { isEntityType } from '../../../src/core/domain/person/entity-type.ts';
import { IDLE_MINUTES } from '../../../src/core/domain/vault/limits.ts';
import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { isCount, isObject, isText, readList } from '../../../src/core/formats/canonical.ts';
import { MAX_KEYRING_MEMBERS, MAX_NAME_CHARS, MAX_SLOTS_PER_MEMBER } from '../../../src/core/formats/limits.ts';

/** Content of the page ['own', 'setting', 0]: what belongs to the vault and not to this device. */
export interface VaultSettings {
  readonly label: string;
  readonly entityType: EntityType;
  readonly paysSalary: boolean;
  /** Minutes without a touch until the page locks by itself. */
  readonly idleMinutes: number;
  /** UTC ms; null until three groups of the recovery code were asked back. */
  readonly rehearsedAt: number | null;
  /** UTC ms of the recovery code in use; null when nobody can have seen it. */
  readonly kitMadeAt: number | null;
  /**
   * Slots that count, by member. A change of password or kit commits its new slot here: whatever else a cut-off change left in
   * the keyring is no way in any more and goes at the next unlock.
   */
  readonly ways: readonly WaysIn[];
  /** Fields a newer writer added. */
  readonly unknown: JsonObject;
}

export interface WaysIn {
  readonly member: MemberId;
  readonly slots: readonly SlotId[];
}

export const encodeSettings = (settings: VaultSettings): JsonObject => ({
  label: settings.label,
  entityType: settings.entityType,
  paysSalary: settings.paysSalary,
  idleMinutes: settings.idleMinutes,
  rehearsedAt: settings.rehearsedAt,
  kitMadeAt: settings.kitMadeAt,
  ways: settings.ways.map((way) => ({ member: way.member, slots: way.slots })),
  ...settings.unknown,
});

const isTime = (value: JsonValue | undefined): value is number | null => value === null || isCount(value);

const parseSlotId = (value: JsonValue): SlotId | null => (isId(value) ? (value as SlotId) : null);

const parseWays = (value: JsonValue): WaysIn | null => {
  if (!isObject(value)) return null;
  const slots = readList(value['slots'], MAX_SLOTS_PER_MEMBER, parseSlotId);
  return isId(value['member']) && slots !== null ? { member: value['member'] as MemberId, slots } : null;
};

/** Content of the opened page; null when it is not the settings. */
export const parseSettings = (content: JsonObject): VaultSettings | null => {
  const { label, entityType, paysSalary, idleMinutes, rehearsedAt, kitMadeAt, ways: wayList, ...unknown } = content;
  const ways = readList(wayList, MAX_KEYRING_MEMBERS, parseWays);
  if (!isText(label, MAX_NAME_CHARS) || !isEntityType(entityType) || typeof paysSalary !== 'boolean') return null;
  if (!isCount(idleMinutes, IDLE_MINUTES.min) || !isTime(rehearsedAt) || !isTime(kitMadeAt) || ways === null) return null;
  return { label, entityType, paysSalary, idleMinutes, rehearsedAt, kitMadeAt, ways, unknown };
};

/** `settings` with the member's slots replaced. */
export const withWays = (settings: VaultSettings, member: MemberId, slots: readonly SlotId[]): VaultSettings => ({
  ...settings,
  ways: [...settings.ways.filter((way) => way.member !== member), { member, slots }],
});
