import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { MemberKeyKind } from '../../../src/core/formats/aad.ts';
import { memberKeyAad } from '../../../src/core/formats/aad.ts';
import { encodeBase64url, parseBase64url } from '../../../src/core/formats/base64url.ts';
import type { SealedMemberKeys } from '../../../src/core/formats/keyring.ts';
import type { ExportedPair } from './key-bytes.ts';
import { generateHpkePair, importHpkePair, openWith, sealTo } from './hpke.ts';
import type { Seals } from './seal.ts';
import { generateSigningPair, importSigningKey, signBytes, verifyEd25519 } from './signing.ts';
import type { SlotOwner } from './slot.ts';

/** A member's two key pairs: HPKE to receive keys, Ed25519 to sign. public/spec/keyring-v1.md §5. */

/** base64url, as the table lists them. */
export interface PublicMemberKeys {
  readonly hpke: string;
  readonly sign: string;
}

/** Usable keys of an unlocked member; the private halves are non-extractable. */
export interface MemberKeys {
  readonly hpke: CryptoKeyPair;
  readonly sign: CryptoKey;
  readonly publicKeys: PublicMemberKeys;
}

export interface MadeMemberKeys {
  readonly sealed: SealedMemberKeys;
  readonly keys: MemberKeys;
}

/** Key pairs whose owner cannot be named yet: a vault's id is the hash of the table that lists their public halves. */
export interface UnsealedMemberKeys {
  readonly keys: MemberKeys;
  /** Seals the private halves and zeroes their bytes. Once. */
  readonly seal: (owner: SlotOwner, usk: CryptoKey) => Promise<SealedMemberKeys>;
}

export interface MemberKeyring {
  readonly generateMemberKeys: () => Promise<UnsealedMemberKeys>;
  /** `usk`: the member's user secret key as a seal key. */
  readonly makeMemberKeys: (owner: SlotOwner, usk: CryptoKey) => Promise<MadeMemberKeys>;
  /**
   * `expected`: the member's row in the verified table. Damaged: does not open, or is not the private half of what the table
   * names, so nothing was substituted on the disk.
   */
  readonly openMemberKeys: (
    owner: SlotOwner,
    usk: CryptoKey,
    sealed: SealedMemberKeys,
    expected: PublicMemberKeys,
  ) => Promise<Result<MemberKeys, 'Damaged'>>;
}

const PROBE = new TextEncoder().encode('kinko-self-test');

/** True when private and public halves belong together; tried by use, because a private key tells no public one everywhere. */
const fitsTogether = async (hpke: CryptoKeyPair, sign: CryptoKey, signPublic: Uint8Array): Promise<boolean> => {
  const opens = async (): Promise<boolean> => (await openWith(hpke, PROBE, await sealTo(hpke.publicKey, PROBE, PROBE))).ok;
  const verifies = async (): Promise<boolean> => verifyEd25519(signPublic, PROBE, await signBytes(sign, PROBE));
  return (await Promise.all([opens(), verifies()])).every((fits) => fits);
};

const importPairs = async (hpke: ExportedPair, sign: ExportedPair): Promise<MemberKeys | null> => {
  const [pair, key] = await Promise.all([importHpkePair(hpke), importSigningKey(sign.pkcs8)]);
  if (pair === null || key === null || !(await fitsTogether(pair, key, sign.publicKey))) return null;
  const publicKeys = { hpke: encodeBase64url(hpke.publicKey), sign: encodeBase64url(sign.publicKey) };
  return { hpke: pair, sign: key, publicKeys };
};

export const createMemberKeyring = (deps: { readonly seals: Seals }): MemberKeyring => {
  const sealKey = async (owner: SlotOwner, usk: CryptoKey, kind: MemberKeyKind, pkcs8: Uint8Array<ArrayBuffer>): Promise<string> =>
    encodeBase64url(await deps.seals.sealWith(usk, memberKeyAad(owner.vaultId, owner.memberId, owner.generation, kind), pkcs8));

  const openKey = async (
    owner: SlotOwner,
    usk: CryptoKey,
    kind: MemberKeyKind,
    text: string,
  ): Promise<Uint8Array<ArrayBuffer> | null> => {
    const sealed = parseBase64url(text);
    if (sealed === null) return null;
    const opened = await deps.seals.openSealed(usk, memberKeyAad(owner.vaultId, owner.memberId, owner.generation, kind), sealed);
    return opened.ok ? opened.value : null;
  };

  const generateMemberKeys = async (): Promise<UnsealedMemberKeys> => {
    const [hpke, sign] = await Promise.all([generateHpkePair(), generateSigningPair()]);
    const keys = await importPairs(hpke, sign);
    if (keys === null) throw new Error('generated keys do not fit together');
    return {
      keys,
      seal: async (owner, usk) => {
        try {
          return { hpke: await sealKey(owner, usk, 'hpke', hpke.pkcs8), sign: await sealKey(owner, usk, 'sign', sign.pkcs8) };
        } finally {
          hpke.pkcs8.fill(0);
          sign.pkcs8.fill(0);
        }
      },
    };
  };

  return {
    generateMemberKeys,
    makeMemberKeys: async (owner, usk) => {
      const { keys, seal } = await generateMemberKeys();
      return { keys, sealed: await seal(owner, usk) };
    },
    openMemberKeys: async (owner, usk, sealed, expected) => {
      const hpkePublic = parseBase64url(expected.hpke);
      const signPublic = parseBase64url(expected.sign);
      if (hpkePublic === null || signPublic === null) return err('Damaged');
      const [hpke, sign] = await Promise.all([openKey(owner, usk, 'hpke', sealed.hpke), openKey(owner, usk, 'sign', sealed.sign)]);
      try {
        if (hpke === null || sign === null) return err('Damaged');
        const keys = await importPairs({ pkcs8: hpke, publicKey: hpkePublic }, { pkcs8: sign, publicKey: signPublic });
        return keys === null ? err('Damaged') : ok(keys);
      } finally {
        hpke?.fill(0);
        sign?.fill(0);
      }
    },
  };
};
