import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { ok } from '../../../src/core/domain/result.ts';
import type { OpenSession } from './open-session.ts';
import { openWay } from './open-way.ts';
import type { SessionPlatform } from './platform.ts';
import { parseRecoverySecret, zeroSecret } from './secret-input.ts';
import { ownEntry } from './session-state.ts';
import { planEntries, plainEntry } from './settings-page.ts';

/**
 * The paper put to the proof, long after its making: the whole code is typed and opens its way in, as it would on the day the password
 * is forgotten. Nothing here knows the code but the paper. Errors: RecoveryGroupWrong, InvalidInput; WrongSecret: a code of another
 * vault, or one that was renewed since; KeyringDamaged, StorageFull, StorageFailed.
 */
export const rehearseKit = (
  platform: SessionPlatform,
  session: OpenSession,
  input: { readonly recoveryCode: string },
): Promise<Result<null, VaultError>> =>
  session.alone(async () => {
    const secret = parseRecoverySecret(input.recoveryCode);
    if (!secret.ok) return secret;
    const state = session.state();
    const opened = await openWay(platform.crypto.slots, state.keyring.vaultId, ownEntry(state), secret.value);
    zeroSecret(secret.value);
    if (!opened.ok) return opened;
    opened.value.usk.fill(0);
    const settings = { ...session.state().settings, rehearsedAt: platform.audit.now() };
    const stored = await session.writer.commit(planEntries([plainEntry('kit-rehearsed')], settings));
    if (!stored.ok) return stored;
    session.replace({ ...session.state(), settings });
    // Of a kit just made the three groups need not be asked any more.
    session.kit.code = null;
    return ok(null);
  });
