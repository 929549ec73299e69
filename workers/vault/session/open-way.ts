import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { VaultId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { KeyringMember, KeySlot } from '../../../src/core/formats/keyring.ts';
import type { Slots, SlotSecret } from '../crypto/slot.ts';

/** A way in that opened. */
export interface OpenedWay {
  /** The user secret key, 32 bytes: the caller's to zero. */
  readonly usk: Uint8Array<ArrayBuffer>;
  readonly slot: KeySlot;
}

/**
 * Tries the secret on the member's slots of its kind; more than one is there only after a change that was cut off.
 * KdfRefused only when no slot could be tried at all, so that one planted slot does not hide the real one.
 * KeyringDamaged: a slot opens, but no key lies in it; or the member has no slot of the kind. Else WrongSecret.
 */
export const openWay = async (
  slots: Slots,
  vaultId: VaultId,
  member: Pick<KeyringMember, 'id' | 'slots'>,
  secret: SlotSecret,
): Promise<Result<OpenedWay, VaultError>> => {
  const candidates = member.slots.filter((slot) => slot.kind === secret.kind);
  if (candidates.length === 0) return err({ type: 'KeyringDamaged' });
  let refused = 0;
  for (const slot of candidates) {
    const opened = await slots.openSlot({ vaultId, memberId: member.id }, slot, secret);
    if (opened.ok) return ok({ usk: opened.value, slot });
    if (opened.error === 'Damaged') return err({ type: 'KeyringDamaged' });
    if (opened.error === 'KdfRefused') refused += 1;
  }
  return err({ type: refused === candidates.length ? 'KdfRefused' : 'WrongSecret' });
};
