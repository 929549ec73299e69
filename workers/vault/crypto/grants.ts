import type { MemberId, VaultId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { grantInfo } from '../../../src/core/formats/aad.ts';
import { encodeBase64url, parseBase64url } from '../../../src/core/formats/base64url.ts';
import { KEY_BYTES } from '../../../src/core/formats/consts.ts';
import type { KeyName } from '../../../src/core/formats/key-name.ts';
import { KEY_NAMES } from '../../../src/core/formats/key-name.ts';
import type { Grant } from '../../../src/core/formats/keyring.ts';
import type { KeyIds, TableMember } from '../../../src/core/formats/table.ts';
import { RIGHTS } from '../../../src/core/formats/table-rights.ts';
import { importHpkePublic, openWith, sealTo } from './hpke.ts';
import type { HeldKeys, RawKeys } from './keys.ts';
import { keyIdOf } from './keys.ts';
import { importSealKey } from './seal.ts';

/** Epoch keys (or copy keys), HPKE-sealed to each member who has the right. public/spec/keyring-v1.md §6. */

/** In a copy `storeId` is the copyId and `epoch` is 0. */
export interface GrantScope {
  readonly vaultId: VaultId;
  readonly storeId: string;
  readonly epoch: number;
}

/** Exactly the keys the member's role has a right to, in the order of the table. `keys` stay the caller's to zero. */
export const sealGrants = async (scope: GrantScope, keys: RawKeys, members: readonly TableMember[]): Promise<readonly Grant[]> => {
  const sealOne = async (member: TableMember, key: KeyName): Promise<Grant> => {
    const point = parseBase64url(member.hpke);
    const recipient = point === null ? null : await importHpkePublic(point);
    if (recipient === null) throw new Error('the table names a key that is none');
    const { enc, ct } = await sealTo(recipient, grantInfo({ ...scope, keyName: key, memberId: member.id }), keys[key]);
    return { member: member.id, key, enc: encodeBase64url(enc), ct: encodeBase64url(ct) };
  };
  return Promise.all(members.flatMap((member) => RIGHTS[member.role].keys.map((key) => sealOne(member, key))));
};

export type GrantProblem =
  /** No grant for this member at all. */
  | 'NoGrant'
  /** A grant does not open. */
  | 'Damaged'
  /** A grant opens to a key the table does not name: somebody planted an epoch. */
  | 'KeyNotInTable';

/** Keys that a member was granted, and for each its id, by which a table names it. */
export interface GrantedKeys {
  readonly keys: HeldKeys;
  readonly ids: Partial<KeyIds>;
}

/** True when each key is the one that the table names. */
export const areNamed = ({ ids }: Pick<GrantedKeys, 'ids'>, keyIds: KeyIds): boolean =>
  KEY_NAMES.every((name) => ids[name] === undefined || ids[name] === keyIds[name]);

/** All keys granted to the member, whoever granted them: to be believed where a verified table names their ids. */
export const openGrantedKeys = async (
  scope: GrantScope,
  memberId: MemberId,
  pair: CryptoKeyPair,
  grants: readonly Grant[],
): Promise<Result<GrantedKeys, Exclude<GrantProblem, 'KeyNotInTable'>>> => {
  const openOne = async (grant: Grant): Promise<Result<readonly [KeyName, CryptoKey, string], 'Damaged'>> => {
    const enc = parseBase64url(grant.enc);
    const ct = parseBase64url(grant.ct);
    if (enc === null || ct === null) return err('Damaged');
    const raw = await openWith(pair, grantInfo({ ...scope, keyName: grant.key, memberId }), { enc, ct });
    if (!raw.ok) return raw;
    try {
      if (raw.value.length !== KEY_BYTES) return err('Damaged');
      const [id, key] = await Promise.all([keyIdOf(raw.value), importSealKey(raw.value)]);
      return ok([grant.key, key, id]);
    } finally {
      raw.value.fill(0);
    }
  };
  const own = grants.filter((grant) => grant.member === memberId);
  if (own.length === 0) return err('NoGrant');
  const opened = await Promise.all(own.map(openOne));
  const keys: [KeyName, CryptoKey][] = [];
  const ids: [KeyName, string][] = [];
  for (const one of opened) {
    if (!one.ok) return one;
    const [name, key, id] = one.value;
    keys.push([name, key]);
    ids.push([name, id]);
  }
  return ok({ keys: Object.fromEntries(keys), ids: Object.fromEntries(ids) });
};

/**
 * As `openGrantedKeys`, and held against the table. `keyIds`: from the verified table's row of this store and epoch; null for copy keys,
 * which the signed manifest vouches for instead.
 */
export const openGrants = async (
  scope: GrantScope,
  memberId: MemberId,
  pair: CryptoKeyPair,
  grants: readonly Grant[],
  keyIds: KeyIds | null,
): Promise<Result<HeldKeys, GrantProblem>> => {
  const granted = await openGrantedKeys(scope, memberId, pair, grants);
  if (!granted.ok) return granted;
  return keyIds === null || areNamed(granted.value, keyIds) ? ok(granted.value.keys) : err('KeyNotInTable');
};
