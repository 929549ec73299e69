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
 * KiB times passes of Argon2id that one try of a password may cost in all: more than any vault of ours asks, less than two minutes.
 * A file may hold a thousand slots, each at the ceiling, and would keep the device busy for hours.
 */
const MOST_WORK = 64 * 64 * 1024 * 3;

/** What is left of it; several members of a copy share one. */
export interface KdfBudget {
  left: number;
}

export const createKdfBudget = (): KdfBudget => ({ left: MOST_WORK });

const workOf = ({ params: [memory = 0, passes = 0] }: KeySlot): number => memory * passes;

/**
 * Tries the secret on the member's slots of its kind; more than one is there only after a change that was cut off.
 * KdfRefused only when no slot could be tried at all, so that one planted slot does not hide the real one; the cheapest come first,
 * and those that go beyond the budget count as refused.
 * KeyringDamaged: a slot opens, but no key lies in it; or the member has no slot of the kind. Else WrongSecret.
 */
export const openWay = async (
  slots: Slots,
  vaultId: VaultId,
  member: Pick<KeyringMember, 'id' | 'slots'>,
  secret: SlotSecret,
  budget: KdfBudget = createKdfBudget(),
): Promise<Result<OpenedWay, VaultError>> => {
  const candidates = member.slots.filter((slot) => slot.kind === secret.kind).toSorted((a, b) => workOf(a) - workOf(b));
  if (candidates.length === 0) return err({ type: 'KeyringDamaged' });
  let refused = 0;
  for (const slot of candidates) {
    if (workOf(slot) > budget.left) {
      refused += 1;
      continue;
    }
    budget.left -= workOf(slot);
    const opened = await slots.openSlot({ vaultId, memberId: member.id }, slot, secret);
    if (opened.ok) return ok({ usk: opened.value, slot });
    if (opened.error === 'Damaged') return err({ type: 'KeyringDamaged' });
    if (opened.error === 'KdfRefused') refused += 1;
  }
  return err({ type: refused === candidates.length ? 'KdfRefused' : 'WrongSecret' });
};
