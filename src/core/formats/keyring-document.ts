import type { StoreId, VaultId } from '../domain/ids.ts';
import { isId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import type { JsonValue } from './canonical.ts';
import { hasDuplicates, isCount, isText, parseCanonicalJson, readFields, readList, readOpenFields } from './canonical.ts';
import { KEYRING_VERSION } from './consts.ts';
import type { Keyring, KeyringEpoch, KeyringProblem } from './keyring.ts';
import { grantToJson, memberToJson, parseGrant, parseNamedMember } from './keyring-member.ts';
import { MAX_GRANTS_PER_EPOCH, MAX_KEYRING_EPOCHS, MAX_KEYRING_MEMBERS, MAX_NAME_CHARS, MAX_NOTE_BYTES } from './limits.ts';

/** JSON text of the keyring. public/spec/keyring-v1.md §3. */

const KEYS = [
  'kinkoKeyring',
  'minReader',
  'state',
  'vaultId',
  'storeId',
  'label',
  'experience',
  'table',
  'members',
  'epochs',
] as const;

/** One line of canonical JSON without LF. */
export const encodeKeyring = (keyring: Keyring): string =>
  JSON.stringify({
    kinkoKeyring: keyring.version,
    minReader: keyring.minReader,
    state: keyring.state,
    vaultId: keyring.vaultId,
    storeId: keyring.storeId,
    label: keyring.label,
    experience: keyring.experience,
    table: keyring.table,
    members: keyring.members.map((member) => ({ id: member.id, name: member.name, ...memberToJson(member) })),
    epochs: keyring.epochs.map((epoch) => ({ epoch: epoch.epoch, grants: epoch.grants.map(grantToJson) })),
    ...Object.fromEntries(keyring.unknown),
  });

const parseEpoch = (value: JsonValue): KeyringEpoch | null => {
  const fields = readFields(value, ['epoch', 'grants']);
  if (fields === null) return null;
  const grants = readList(fields.grants, MAX_GRANTS_PER_EPOCH, parseGrant);
  if (!isCount(fields.epoch, 1) || grants === null) return null;
  if (hasDuplicates(grants.map((grant) => `${grant.member}/${grant.key}`))) return null;
  return { epoch: fields.epoch, grants };
};

const damaged: Result<never, KeyringProblem> = err({ type: 'Damaged' });

/** Strict: canonical, keys in order, nothing unknown unless a newer version declares `minReader` ≤ 1. */
export const parseKeyring = (text: string): Result<Keyring, KeyringProblem> => {
  const json = parseCanonicalJson(text);
  if (!json.ok) return damaged;
  const open = readOpenFields(json.value, KEYS.slice(0, 2));
  if (open === null) return damaged;
  const { kinkoKeyring: version, minReader } = open.fields;
  if (!isCount(version, 1) || !isCount(minReader, 1) || minReader > version) return damaged;
  // Before anything else is read: a newer layout is not damage.
  if (minReader > KEYRING_VERSION) return err({ type: 'NewerFormat', found: version });
  const whole = readOpenFields(json.value, KEYS);
  if (whole === null || (version === KEYRING_VERSION && whole.unknown.length > 0)) return damaged;
  const { state, vaultId, storeId, label, experience, table } = whole.fields;
  const members = readList(whole.fields.members, MAX_KEYRING_MEMBERS, parseNamedMember);
  const epochs = readList(whole.fields.epochs, MAX_KEYRING_EPOCHS, parseEpoch);
  if (members === null || epochs === null || epochs.length === 0) return damaged;
  if (state !== 'live' && state !== 'staged') return damaged;
  if (!isId(vaultId) || !isId(storeId) || !isText(label, MAX_NAME_CHARS) || typeof experience !== 'boolean') return damaged;
  if (typeof table !== 'string' || table.length > MAX_NOTE_BYTES) return damaged;
  if (hasDuplicates(members.map((member) => member.id))) return damaged;
  if (epochs.some((epoch, index) => epoch.epoch <= (epochs[index - 1]?.epoch ?? 0))) return damaged;
  return ok({
    version,
    minReader,
    state,
    vaultId: vaultId as VaultId,
    storeId: storeId as StoreId,
    label,
    experience,
    table,
    members,
    epochs,
    unknown: whole.unknown,
  });
};

