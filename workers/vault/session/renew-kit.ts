import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { KitContent } from '../../../src/core/contract/session-api.ts';
import { encodeRecoveryCode, RECOVERY_BYTES } from '../../../src/core/domain/recovery/recovery-code.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { ok } from '../../../src/core/domain/result.ts';
import { askPassword } from './change-password.ts';
import type { OpenSession } from './open-session.ts';
import type { SessionPlatform } from './platform.ts';
import { replaceSlot } from './replace-slot.ts';
import { zeroSecret } from './secret-input.ts';
import { plainEntry } from './settings-page.ts';

export interface NewCode {
  readonly secret: { readonly kind: 'recovery'; readonly code: Uint8Array<ArrayBuffer> };
  /** Groups joined by '-'. A string cannot be wiped: it lives until it was asked back or the worker ends. */
  readonly text: string;
}

export const makeCode = (platform: SessionPlatform): NewCode => {
  const code = platform.crypto.random.bytes(RECOVERY_BYTES);
  return { secret: { kind: 'recovery', code }, text: encodeRecoveryCode(code) };
};

/**
 * A new recovery code in the place of the old, which opens this device no longer; copies made before still open with it.
 * Numbers wait for its rehearsal again. Errors: WrongSecret, StorageFull, StorageFailed.
 */
export const renewKit = (
  platform: SessionPlatform,
  session: OpenSession,
  input: { readonly password: string },
): Promise<Result<KitContent, VaultError>> =>
  session.alone(async () => {
    const usk = await askPassword(platform, session, input.password);
    if (!usk.ok) return usk;
    const code = makeCode(platform);
    const createdAt = platform.audit.now();
    const renewed = await replaceSlot(platform, session, {
      secret: code.secret,
      usk: usk.value,
      entries: [plainEntry('recovery-changed')],
      change: { kitMadeAt: createdAt, rehearsedAt: null },
    });
    usk.value.fill(0);
    zeroSecret(code.secret);
    if (!renewed.ok) return renewed;
    session.kit.code = code.text;
    const { storeId, vaultId } = session.vault;
    return ok({ storeId, vaultId, recoveryCode: code.text, createdAt });
  });
