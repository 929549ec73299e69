import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import type { OpenSession } from './open-session.ts';
import { openWay } from './open-way.ts';
import type { SessionPlatform } from './platform.ts';
import { replaceSlot } from './replace-slot.ts';
import { parseNewPassword, passwordToSecret, zeroSecret } from './secret-input.ts';
import { knownWords, ownEntry } from './session-state.ts';
import { plainEntry } from './settings-page.ts';

/**
 * The user secret key, opened anew with the password: nothing in an open session can stand in for the one who knows it. The caller
 * zeroes it. Errors: WrongSecret.
 */
export const askPassword = async (
  platform: SessionPlatform,
  session: OpenSession,
  password: string,
): Promise<Result<Uint8Array<ArrayBuffer>, VaultError>> => {
  const state = session.state();
  const secret = passwordToSecret(password);
  const opened = await openWay(platform.crypto.slots, state.keyring.vaultId, ownEntry(state), secret);
  zeroSecret(secret);
  return opened.ok ? { ok: true, value: opened.value.usk } : opened;
};

/** Write, reopen, verify, then drop the old. Errors: WrongSecret, PasswordTooWeak, StorageFull, StorageFailed. */
export const changePassword = (
  platform: SessionPlatform,
  session: OpenSession,
  input: { readonly current: string; readonly next: string },
): Promise<Result<null, VaultError>> =>
  session.alone(async () => {
    const next = parseNewPassword(input.next, knownWords(session.state()));
    if (!next.ok) return next;
    const usk = await askPassword(platform, session, input.current);
    if (!usk.ok) return usk;
    const changed = await replaceSlot(platform, session, {
      secret: next.value,
      usk: usk.value,
      entries: [plainEntry('password-changed')],
    });
    usk.value.fill(0);
    zeroSecret(next.value);
    return changed;
  });
