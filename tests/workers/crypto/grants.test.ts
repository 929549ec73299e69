import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MemberId, VaultId } from '../../../src/core/domain/ids.ts';
import { grantInfo } from '../../../src/core/formats/aad.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { KeyName } from '../../../src/core/formats/key-name.ts';
import type { Grant } from '../../../src/core/formats/keyring.ts';
import type { KeyIds, TableMember } from '../../../src/core/formats/table.ts';
import type { Role } from '../../../src/core/formats/table-rights.ts';
import { RIGHTS, ROLES } from '../../../src/core/formats/table-rights.ts';
import type { GrantScope } from '../../../workers/vault/crypto/grants.ts';
import { openGrants, sealGrants } from '../../../workers/vault/crypto/grants.ts';
import { generateHpkePair, importHpkePair, sealTo } from '../../../workers/vault/crypto/hpke.ts';
import { deriveBytes } from '../../../workers/vault/crypto/hkdf.ts';
import { generateKeys, importKeys, keyIdsOf, zeroKeys } from '../../../workers/vault/crypto/keys.ts';
import { importSealKey } from '../../../workers/vault/crypto/seal.ts';
import { isOverwritten, watchGivenKeys } from './given-keys.ts';
import { toHex } from './hex.ts';
import { bytesOf, random } from './kit.ts';
import { readVectors } from './vectors.ts';

interface GrantCase {
  readonly name: string;
  readonly scope: GrantScope;
  readonly memberId: MemberId;
  readonly pkcs8: string;
  readonly public: string;
  readonly keyIds: KeyIds;
  readonly keys: Partial<Record<KeyName, string>>;
  readonly grants: readonly Grant[];
  readonly expect: string;
}

const pass = (readVectors('keyring-v1/must-pass.json') as { grants: readonly GrantCase[] }).grants;
const fail = (readVectors('keyring-v1/must-fail.json') as { grants: readonly GrantCase[] }).grants;

const open = async (one: GrantCase) => {
  const pair = await importHpkePair({ pkcs8: bytesOf(one.pkcs8), publicKey: bytesOf(one.public) });
  if (pair === null) throw new Error('vector key not accepted');
  return openGrants(one.scope, one.memberId, pair, one.grants, one.keyIds);
};

const probe = async (key: CryptoKey): Promise<string> => toHex(await deriveBytes(key, new Uint8Array(32), new Uint8Array(1), 32));

describe('grant vectors', () => {
  it.each(pass)('$name', async (one) => {
    const held = await open(one);
    if (!held.ok) throw new Error(held.error);
    expect(Object.keys(held.value)).toEqual(Object.keys(one.keys));
    for (const [name, raw] of Object.entries(one.keys)) {
      const key = held.value[name as KeyName];
      if (key === undefined) throw new Error('key missing');
      expect(key.extractable).toBe(false);
      expect(await probe(key)).toBe(await probe(await importSealKey(bytesOf(raw))));
    }
  });

  it.each(fail)('refused: $name', async (one) => {
    expect(await open(one)).toEqual({ ok: false, error: one.expect });
  });
});

describe('grants we make', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const scope: GrantScope = { vaultId: 'vvvvvvvvvvvvvvvvvvvvvv' as VaultId, storeId: 'ssssssssssssssssssssss', epoch: 1 };

  const makeMember = async (role: Role) => {
    const exported = await generateHpkePair();
    const pair = await importHpkePair(exported);
    if (pair === null) throw new Error('own key not accepted');
    const member: TableMember = { id: random.id() as MemberId, role, sign: encodeBase64url(random.bytes(32)), hpke: encodeBase64url(exported.publicKey) };
    return { member, pair };
  };

  it('each role gets exactly the keys it has a right to, and they are the right ones', async () => {
    const members = await Promise.all(ROLES.map(makeMember));
    const raw = generateKeys(random);
    const ids = await keyIdsOf(raw);
    const grants = await sealGrants(scope, raw, members.map(({ member }) => member));
    const all = await importKeys(raw);
    for (const { member, pair } of members) {
      const held = await openGrants(scope, member.id, pair, grants, ids);
      if (!held.ok) throw new Error(held.error);
      expect(Object.keys(held.value)).toEqual([...RIGHTS[member.role].keys]);
      for (const name of RIGHTS[member.role].keys) {
        const key = held.value[name];
        expect(key && (await probe(key))).toBe(await probe(all[name]));
      }
      // A grant of somebody else does not open, even relabelled.
      const foreign = grants.filter((grant) => grant.member !== member.id).map((grant) => ({ ...grant, member: member.id }));
      expect(await openGrants(scope, member.id, pair, foreign, ids)).toEqual({ ok: false, error: 'Damaged' });
    }
    zeroKeys(raw);
    expect(Object.values(raw).every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  it('copy keys open without key ids, under their own scope only', async () => {
    const { member, pair } = await makeMember('owner');
    const copy: GrantScope = { ...scope, storeId: 'cccccccccccccccccccccc', epoch: 0 };
    const grants = await sealGrants(copy, generateKeys(random), [member]);
    expect((await openGrants(copy, member.id, pair, grants, null)).ok).toBe(true);
    expect(await openGrants(scope, member.id, pair, grants, null)).toEqual({ ok: false, error: 'Damaged' });
  });

  it.each([31, 33])('a grant that opens to %i bytes is damage: no key has so many', async (length) => {
    const { member, pair } = await makeMember('owner');
    const { enc, ct } = await sealTo(pair.publicKey, grantInfo({ ...scope, keyName: 'log', memberId: member.id }), random.bytes(length));
    const grant: Grant = { member: member.id, key: 'log', enc: encodeBase64url(enc), ct: encodeBase64url(ct) };
    expect(await openGrants(scope, member.id, pair, [grant], null)).toEqual({ ok: false, error: 'Damaged' });
  });

  it('of the keys that came out of grants, only what cannot be exported is left', async () => {
    const { member, pair } = await makeMember('owner');
    const raw = generateKeys(random);
    const grants = await sealGrants(scope, raw, [member]);
    const given = watchGivenKeys();
    expect((await openGrants(scope, member.id, pair, grants, null)).ok).toBe(true);
    const secrets = Object.values(raw).map(toHex);
    const opened = given.filter(({ was }) => secrets.includes(was));
    expect(new Set(opened.map(({ was }) => was))).toEqual(new Set(secrets));
    expect(opened.every(isOverwritten)).toBe(true);
  });

  it('a role without the right holds no number key', () => {
    const holders = ROLES.filter((role) => RIGHTS[role].keys.includes('number'));
    expect(holders).toEqual(['owner', 'handler']);
  });
});
