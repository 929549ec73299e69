import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { normalisePassword, parsePassword } from '../../../src/core/domain/password/password-policy.ts';
import { parseRecoveryCode } from '../../../src/core/domain/recovery/recovery-code.ts';
import type { SlotSecret } from '../crypto/slot.ts';

/** What people type, as bytes for a slot. The bytes are the caller's to zero; the strings are the engine's and cannot be. */

const toSecret = (password: string): SlotSecret => ({ kind: 'password', password: new TextEncoder().encode(password) });

/** A password that is to count from now on. `known`: words an attacker would try, beside the compiled-in list. */
export const parseNewPassword = (text: string, known: readonly string[]): Result<SlotSecret, VaultError> => {
  const parsed = parsePassword(text, { alone: true, blocklist: known });
  return parsed.ok ? ok(toSecret(parsed.value)) : err({ type: 'PasswordTooWeak', reason: parsed.error.type });
};

/** A password that is tried: no rules, or a new rule would lock an old password out. */
export const passwordToSecret = (text: string): SlotSecret => toSecret(normalisePassword(text));

/** Errors: RecoveryGroupWrong names the first group that is mistyped; InvalidInput when the whole is too short, too long or no code. */
export const parseRecoverySecret = (text: string): Result<SlotSecret, VaultError> => {
  const parsed = parseRecoveryCode(text);
  if (parsed.ok) return ok({ kind: 'recovery', code: parsed.value });
  if (parsed.error.type === 'GroupWrong') return err({ type: 'RecoveryGroupWrong', group: parsed.error.group });
  return err({ type: 'InvalidInput', fields: [{ field: 'recoveryCode', problem: parsed.error.type }] });
};

export const zeroSecret = (secret: SlotSecret): void => {
  if (secret.kind === 'password') secret.password.fill(0);
  else secret.code.fill(0);
};
