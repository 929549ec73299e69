import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { ok } from '../../../src/core/domain/result.ts';
import type { OpenSession } from './open-session.ts';
import { planEntries, plainEntry } from './settings-page.ts';

/** The user has looked at the date and says it is right: an entry. Without a doubt there is nothing to confirm. */
export const confirmClock = (session: OpenSession): Promise<Result<null, VaultError>> =>
  session.alone(async () => {
    if (!session.clock.doubtful) return ok(null);
    const settings = { ...session.state().settings, clockTrustedAt: null };
    const stored = await session.writer.commit(planEntries([plainEntry('clock-confirmed')], settings));
    if (!stored.ok) return stored;
    session.replace({ ...session.state(), settings });
    session.clock.doubtful = false;
    return ok(null);
  });
