import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { ResetPasswordInput } from '../../../src/core/contract/session-api.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import type { OpenSession } from './open-session.ts';
import type { SessionPlatform } from './platform.ts';
import { parseNewPassword, parseRecoverySecret, zeroSecret } from './secret-input.ts';
import { unlockStore } from './unlock.ts';

/**
 * In with the printed code, and a new password in the place of the forgotten one, in one commit. What is typed wrongly is told before
 * anything is tried. Errors: RecoveryGroupWrong, InvalidInput, PasswordTooWeak, and those of an unlock; WrongSecret is a code of
 * another vault, or one that was renewed since.
 */
export const resetPassword = async (
  platform: SessionPlatform,
  input: ResetPasswordInput & { readonly marks: readonly string[] },
): Promise<Result<OpenSession, VaultError>> => {
  const { storeId, memberId, marks } = input;
  const secret = parseRecoverySecret(input.recoveryCode);
  if (!secret.ok) return secret;
  const newPassword = parseNewPassword(input.newPassword, await knownOf(platform, input));
  try {
    if (!newPassword.ok) return newPassword;
    return await unlockStore(platform, { storeId, memberId, secret: secret.value, marks, newPassword: newPassword.value });
  } finally {
    zeroSecret(secret.value);
    if (newPassword.ok) zeroSecret(newPassword.value);
  }
};

/** Label and names, as everybody can read them on the disk. What cannot be read is reported by the unlock itself. */
const knownOf = async (platform: SessionPlatform, input: ResetPasswordInput): Promise<readonly string[]> => {
  const files = await platform.device.openFiles(input.storeId);
  const found = files.ok ? await files.value.keyring.read() : files;
  if (!found.ok) return [];
  const { label, members } = found.value.keyring;
  return [label, ...members.map((member) => member.name)];
};
