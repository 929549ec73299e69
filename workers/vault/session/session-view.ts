import type { SessionView } from '../../../src/core/contract/session-api.ts';
import { servedIdleMinutes } from '../../../src/core/domain/vault/limits.ts';
import type { OpenSession } from './open-session.ts';

/** What the page is told of the open session; no key, no secret. */
export const viewSession = (session: OpenSession): SessionView => {
  const { vault, facts, clock } = session;
  const { label, experience, entityType, paysSalary, idleMinutes, rehearsedAt, kitMadeAt } = vault.settings();
  const { id: memberId, name: memberName } = vault.member();
  return {
    storeId: vault.storeId,
    vaultId: vault.vaultId,
    memberId,
    memberName,
    label,
    experience,
    entityType,
    paysSalary,
    idleMinutes: servedIdleMinutes(idleMinutes),
    rehearsedAt,
    kitMadeAt,
    lastEntry: facts.lastEntry,
    failedUnlocks: facts.failedUnlocks,
    clockDoubtful: clock.doubtful,
    opfs: vault.opfs,
  };
};
