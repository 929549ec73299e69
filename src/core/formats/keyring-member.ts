import type { MemberId, SlotId } from '../domain/ids.ts';
import { isId } from '../domain/ids.ts';
import { isBase64urlOf } from './base64url.ts';
import type { JsonValue } from './canonical.ts';
import { hasDuplicates, isCount, isText, readFields, readList } from './canonical.ts';
import { KEY_BYTES, P256_POINT_BYTES, SEAL_OVERHEAD, SEAL_TAG_BYTES, SLOT_SALT_BYTES } from './consts.ts';
import { isKeyName } from './key-name.ts';
import type { Grant, KeyringMember, KeySlot, SealedMemberKeys } from './keyring.ts';
import { MAX_NAME_CHARS, MAX_SEALED_KEY_BYTES, MAX_SLOTS_PER_MEMBER } from './limits.ts';

/** Members, slots and grants: the parts that keyring and container have in common. public/spec/keyring-v1.md §4, §5. */

type MemberParts = Omit<KeyringMember, 'id' | 'name'>;

const slotToJson = (slot: KeySlot) => ({
  id: slot.id,
  kind: slot.kind,
  generation: slot.generation,
  kdf: slot.kdf,
  params: slot.params,
  salt: slot.salt,
  sealed: slot.sealed,
});

/** Fields behind id (and name), in their order. */
export const memberToJson = (member: MemberParts) => ({
  generation: member.generation,
  slots: member.slots.map(slotToJson),
  keys: { hpke: member.keys.hpke, sign: member.keys.sign },
});

export const grantToJson = (grant: Grant) => ({ member: grant.member, key: grant.key, enc: grant.enc, ct: grant.ct });

/** Shape only: whether the numbers are acceptable is decided by the KDF, before it takes memory. */
const parseParams = (value: JsonValue, kdf: JsonValue): readonly number[] | null => {
  const params = readList(value, 3, (item) => (isCount(item) ? item : null));
  if (params === null) return null;
  return params.length === (kdf === 'argon2id' ? 3 : 0) ? params : null;
};

const parseSlot = (value: JsonValue): KeySlot | null => {
  const fields = readFields(value, ['id', 'kind', 'generation', 'kdf', 'params', 'salt', 'sealed']);
  if (fields === null) return null;
  const { id, kind, generation, kdf, salt, sealed } = fields;
  const params = parseParams(fields.params, kdf);
  if (!isId(id) || !isCount(generation, 1) || params === null) return null;
  // A password never goes through the fast KDF, whatever the file says.
  const fits = (kind === 'password' && kdf === 'argon2id') || (kind === 'recovery' && kdf === 'hkdf');
  if (!fits || !isBase64urlOf(salt, SLOT_SALT_BYTES) || !isBase64urlOf(sealed, SEAL_OVERHEAD + KEY_BYTES)) return null;
  return { id: id as SlotId, kind, generation, kdf, params, salt, sealed };
};

const parseSealedKeys = (value: JsonValue): SealedMemberKeys | null => {
  const fields = readFields(value, ['hpke', 'sign']);
  if (fields === null) return null;
  const { hpke, sign } = fields;
  const isSealed = (text: JsonValue): text is string => isBase64urlOf(text, SEAL_OVERHEAD + 1, MAX_SEALED_KEY_BYTES);
  return isSealed(hpke) && isSealed(sign) ? { hpke, sign } : null;
};

const parseMemberParts = (generation: JsonValue, slotList: JsonValue, keyPair: JsonValue): MemberParts | null => {
  const slots = readList(slotList, MAX_SLOTS_PER_MEMBER, parseSlot);
  const keys = parseSealedKeys(keyPair);
  if (!isCount(generation, 1) || slots === null || keys === null) return null;
  if (hasDuplicates(slots.map((slot) => slot.id)) || slots.some((slot) => slot.generation !== generation)) return null;
  return { generation, slots, keys };
};

export const parseNamedMember = (value: JsonValue): KeyringMember | null => {
  const fields = readFields(value, ['id', 'name', 'generation', 'slots', 'keys']);
  if (fields === null || !isId(fields.id) || !isText(fields.name, MAX_NAME_CHARS)) return null;
  const parts = parseMemberParts(fields.generation, fields.slots, fields.keys);
  return parts === null ? null : { id: fields.id as MemberId, name: fields.name, ...parts };
};

export const parseUnnamedMember = (value: JsonValue): Omit<KeyringMember, 'name'> | null => {
  const fields = readFields(value, ['id', 'generation', 'slots', 'keys']);
  if (fields === null || !isId(fields.id)) return null;
  const parts = parseMemberParts(fields.generation, fields.slots, fields.keys);
  return parts === null ? null : { id: fields.id as MemberId, ...parts };
};

export const parseGrant = (value: JsonValue): Grant | null => {
  const fields = readFields(value, ['member', 'key', 'enc', 'ct']);
  if (fields === null) return null;
  const { member, key, enc, ct } = fields;
  if (!isId(member) || !isKeyName(key)) return null;
  if (!isBase64urlOf(enc, P256_POINT_BYTES) || !isBase64urlOf(ct, KEY_BYTES + SEAL_TAG_BYTES)) return null;
  return { member: member as MemberId, key, enc, ct };
};
