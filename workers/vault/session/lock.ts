import type { OpenSession } from './open-session.ts';
import { planEntries, plainEntry } from './settings-page.ts';

/**
 * Ends a session: the lock entry as best it can (its checkpoint is kept for ever), then database and tab lock are let go. The keys
 * go when the page ends the worker. A lock never fails: what could not be written is not worth keeping the vault open for.
 */
export const lockSession = async (session: OpenSession): Promise<void> => {
  await session.alone(async () => {
    // The last chance of this session for what the slots still owe: keys and ways in that were told as gone.
    await session.writer.settleSlots();
    if (!session.writer.isHalted()) await session.writer.commit(planEntries([plainEntry('lock')], null));
  });
  await session.close();
};
