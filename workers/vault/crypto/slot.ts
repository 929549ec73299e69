import type { MemberId, SlotId, VaultId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { slotAad } from '../../../src/core/formats/aad.ts';
import { encodeBase64url, parseBase64url } from '../../../src/core/formats/base64url.ts';
import { KEY_BYTES, SLOT_SALT_BYTES } from '../../../src/core/formats/consts.ts';
import type { KeySlot, SlotHeader } from '../../../src/core/formats/keyring.ts';
import type { KdfPolicy } from './kdf.ts';
import { derivePasswordKey, deriveRecoveryKey, parseKdfParams, policyToParams } from './kdf.ts';
import type { Random } from './random.ts';
import type { Seals } from './seal.ts';

/** Ways in: the user secret key (USK) sealed under a password or a recovery code. public/spec/keyring-v1.md §4. */

export type SlotSecret =
  /** UTF-8 of the NFKC-normalised password. */
  | { readonly kind: 'password'; readonly password: Uint8Array<ArrayBuffer> }
  /** The 16 bytes of the printed code. */
  | { readonly kind: 'recovery'; readonly code: Uint8Array<ArrayBuffer> };

export interface SlotOwner {
  readonly vaultId: VaultId;
  readonly memberId: MemberId;
  /** Generation of `usk`. */
  readonly generation: number;
}

/**
 * WrongSecret: the secret does not open the slot (a changed header looks the same). Damaged: it opens, but what lies in it is
 * not a key. KdfRefused: parameters outside the bounds; nothing was computed.
 */
export type SlotProblem = 'WrongSecret' | 'Damaged' | 'KdfRefused';

export interface Slots {
  /** Always at the compiled-in policy; parameters are never taken over from a slot that was read. `usk` stays the caller's. */
  readonly makeSlot: (owner: SlotOwner, secret: SlotSecret, usk: Uint8Array<ArrayBuffer>) => Promise<KeySlot>;
  /** The USK, 32 bytes, the caller's to zero. `secret` must be of the slot's kind. */
  readonly openSlot: (
    owner: Omit<SlotOwner, 'generation'>,
    slot: KeySlot,
    secret: SlotSecret,
  ) => Promise<Result<Uint8Array<ArrayBuffer>, SlotProblem>>;
  /** True when the slot is below policy: unlock makes a new one at once. */
  readonly needsRewrap: (slot: KeySlot) => boolean;
}

const deriveFor = async (header: SlotHeader, secret: SlotSecret): Promise<Result<CryptoKey, SlotProblem>> => {
  const salt = parseBase64url(header.salt);
  if (salt === null) return err('Damaged');
  if (secret.kind === 'recovery') return ok(await deriveRecoveryKey(secret.code, salt));
  // Argon2id has no empty password; nobody's password is empty.
  return secret.password.length === 0 ? err('WrongSecret') : derivePasswordKey(secret.password, salt, header.params);
};

/** `policy`: KDF_POLICY, from the composition root. */
export const createSlots = (deps: { readonly random: Random; readonly seals: Seals; readonly policy: KdfPolicy }): Slots => {
  const { random, seals, policy } = deps;
  if (!parseKdfParams(policyToParams(policy)).ok) throw new Error('the KDF policy is outside the accepted bounds');

  const needsRewrap = (slot: KeySlot): boolean => {
    if (slot.kind === 'recovery') return false;
    const [memory = 0, passes = 0] = slot.params;
    return memory < policy.memory || passes < policy.passes;
  };

  return {
    makeSlot: async (owner, secret, usk) => {
      const header: SlotHeader = {
        id: random.id() as SlotId,
        kind: secret.kind,
        generation: owner.generation,
        kdf: secret.kind === 'password' ? 'argon2id' : 'hkdf',
        params: secret.kind === 'password' ? policyToParams(policy) : [],
        salt: encodeBase64url(random.bytes(SLOT_SALT_BYTES)),
      };
      const key = await deriveFor(header, secret);
      if (!key.ok) throw new Error(`a slot cannot be made: ${key.error}`);
      const sealed = await seals.sealWith(key.value, slotAad(owner.vaultId, owner.memberId, header), usk);
      return { ...header, sealed: encodeBase64url(sealed) };
    },
    openSlot: async (owner, slot, secret) => {
      if (slot.kind !== secret.kind) return err('WrongSecret');
      const sealed = parseBase64url(slot.sealed);
      if (sealed === null) return err('Damaged');
      const key = await deriveFor(slot, secret);
      if (!key.ok) return key;
      const usk = await seals.openSealed(key.value, slotAad(owner.vaultId, owner.memberId, slot), sealed);
      if (!usk.ok) return err('WrongSecret');
      return usk.value.length === KEY_BYTES ? usk : err('Damaged');
    },
    needsRewrap,
  };
};
