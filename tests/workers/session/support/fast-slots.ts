import { createHash } from 'node:crypto';
import type { SlotId } from '../../../../src/core/domain/ids.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { slotAad } from '../../../../src/core/formats/aad.ts';
import { encodeBase64url, parseBase64url } from '../../../../src/core/formats/base64url.ts';
import type { SlotHeader } from '../../../../src/core/formats/keyring.ts';
import { KDF_POLICY, parseKdfParams, policyToParams } from '../../../../workers/vault/crypto/kdf.ts';
import type { Random } from '../../../../workers/vault/crypto/random.ts';
import type { Seals } from '../../../../workers/vault/crypto/seal.ts';
import { importSealKey } from '../../../../workers/vault/crypto/seal.ts';
import type { Slots, SlotSecret } from '../../../../workers/vault/crypto/slot.ts';

/**
 * Slots as the real ones, but for the KDF: one SHA-256 in the place of 64 MiB of Argon2id, so that a test can open thousands. Headers,
 * aad, bounds and answers are the same.
 */
export const createFastSlots = ({ random, seals }: { readonly random: Random; readonly seals: Seals }): Slots => {
  const keyOf = (header: SlotHeader, secret: SlotSecret): Promise<CryptoKey> => {
    const hash = createHash('sha256').update(header.salt).update(secret.kind === 'password' ? secret.password : secret.code);
    return importSealKey(new Uint8Array(hash.digest()));
  };
  return {
    makeSlot: async (owner, secret, usk) => {
      const header: SlotHeader = {
        id: random.id() as SlotId,
        kind: secret.kind,
        generation: owner.generation,
        kdf: secret.kind === 'password' ? 'argon2id' : 'hkdf',
        params: secret.kind === 'password' ? policyToParams(KDF_POLICY) : [],
        salt: encodeBase64url(random.bytes(16)),
      };
      const sealed = await seals.sealWith(await keyOf(header, secret), slotAad(owner.vaultId, owner.memberId, header), usk);
      return { ...header, sealed: encodeBase64url(sealed) };
    },
    openSlot: async (owner, slot, secret) => {
      if (slot.kind !== secret.kind) return err('WrongSecret');
      if (slot.kind === 'password' && !parseKdfParams(slot.params).ok) return err('KdfRefused');
      const sealed = parseBase64url(slot.sealed);
      if (sealed === null) return err('Damaged');
      const usk = await seals.openSealed(await keyOf(slot, secret), slotAad(owner.vaultId, owner.memberId, slot), sealed);
      return usk.ok ? ok(usk.value) : err('WrongSecret');
    },
    needsRewrap: (slot) => slot.kind === 'password' && (slot.params[0] ?? 0) < KDF_POLICY.memory,
  };
};
