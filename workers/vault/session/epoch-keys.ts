import type { MemberId, StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import { grantInfo } from '../../../src/core/formats/aad.ts';
import { parseBase64url } from '../../../src/core/formats/base64url.ts';
import { KEY_BYTES } from '../../../src/core/formats/consts.ts';
import type { KeyName } from '../../../src/core/formats/key-name.ts';
import { KEY_NAMES } from '../../../src/core/formats/key-name.ts';
import type { Grant, KeyringEpoch } from '../../../src/core/formats/keyring.ts';
import type { KeyIds, TableMember } from '../../../src/core/formats/table.ts';
import { sealGrants } from '../crypto/grants.ts';
import { openWith } from '../crypto/hpke.ts';
import type { AllKeys, RawKeys } from '../crypto/keys.ts';
import { generateKeys, importKeys, keyIdsOf, zeroKeys } from '../crypto/keys.ts';
import type { Random } from '../crypto/random.ts';

/** A new epoch's keys: usable here, named for the table, granted for the keyring. Their bytes are gone when it is returned. */
export interface MadeEpoch {
  readonly epoch: number;
  readonly keys: AllKeys;
  readonly keyIds: KeyIds;
  readonly grants: KeyringEpoch;
}

export interface EpochScope {
  readonly vaultId: VaultId;
  readonly storeId: StoreId;
  readonly epoch: number;
}

export interface CarriedKeys {
  /** The epoch they come from, and this member's grants in it. */
  readonly from: EpochScope;
  readonly memberId: MemberId;
  readonly pair: CryptoKeyPair;
  readonly grants: readonly Grant[];
  /** Keys that are not renewed. */
  readonly names: readonly KeyName[];
}

/** The bytes of a granted key, for granting it again; everywhere else keys are non-extractable. The caller zeroes them. */
const openRawGrant = async (carried: CarriedKeys, name: KeyName): Promise<Uint8Array<ArrayBuffer>> => {
  const grant = carried.grants.find((one) => one.member === carried.memberId && one.key === name);
  const enc = grant === undefined ? null : parseBase64url(grant.enc);
  const ct = grant === undefined ? null : parseBase64url(grant.ct);
  if (enc === null || ct === null) throw new Error('a key to carry over is not granted');
  const raw = await openWith(carried.pair, grantInfo({ ...carried.from, keyName: name, memberId: carried.memberId }), { enc, ct });
  // The same grant opened at unlock, so this is a defect and no state of the disk.
  if (!raw.ok || raw.value.length !== KEY_BYTES) throw new Error('a key to carry over does not open');
  return raw.value;
};

/**
 * All keys of an epoch granted again, to the members as `members` lists them: after new key pairs, so that the epoch opens with
 * them until it is left.
 */
export const regrantEpoch = async (carried: CarriedKeys, members: readonly TableMember[]): Promise<KeyringEpoch> => {
  const [profile, number, log, note] = await Promise.all([
    openRawGrant(carried, 'profile'),
    openRawGrant(carried, 'number'),
    openRawGrant(carried, 'log'),
    openRawGrant(carried, 'note'),
  ]);
  const raw: RawKeys = { profile, number, log, note };
  try {
    return { epoch: carried.from.epoch, grants: await sealGrants(carried.from, raw, members) };
  } finally {
    zeroKeys(raw);
  }
};

const withCarried = async (fresh: RawKeys, carried: CarriedKeys | null): Promise<RawKeys> => {
  if (carried === null) return fresh;
  const keys: Record<KeyName, Uint8Array<ArrayBuffer>> = { ...fresh };
  for (const name of KEY_NAMES.filter((one) => carried.names.includes(one))) {
    keys[name].fill(0);
    keys[name] = await openRawGrant(carried, name);
  }
  return keys;
};

/** Keys made and not granted yet: a new vault's id is the hash of the table that names them. */
export interface UngrantedEpoch {
  readonly keys: AllKeys;
  readonly keyIds: KeyIds;
  /** Seals them to each member whose role has the right, and zeroes their bytes. Once. `members`: rows of the table. */
  readonly grant: (scope: EpochScope, members: readonly TableMember[]) => Promise<KeyringEpoch>;
}

export const makeKeys = async (random: Random, carried: CarriedKeys | null): Promise<UngrantedEpoch> => {
  const raw = await withCarried(generateKeys(random), carried);
  return {
    keys: await importKeys(raw),
    keyIds: await keyIdsOf(raw),
    grant: async (scope, members) => {
      try {
        return { epoch: scope.epoch, grants: await sealGrants(scope, raw, members) };
      } finally {
        zeroKeys(raw);
      }
    },
  };
};

/** An epoch of a vault that has its id. `members`: rows of the table the epoch will stand in. */
export const makeEpoch = async (
  random: Random,
  scope: EpochScope,
  members: readonly TableMember[],
  carried: CarriedKeys | null,
): Promise<MadeEpoch> => {
  const { keys, keyIds, grant } = await makeKeys(random, carried);
  return { epoch: scope.epoch, keys, keyIds, grants: await grant(scope, members) };
};
