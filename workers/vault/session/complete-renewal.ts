import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { ok } from '../../../src/core/domain/result.ts';
import { KEY_NAMES } from '../../../src/core/formats/key-name.ts';
import type { OpenSession } from './open-session.ts';
import type { OpenedStore } from './open-store.ts';
import { underTable } from './rotate-epoch.ts';
import { ownEntry } from './session-state.ts';
import { planEntries } from './settings-page.ts';
import { LEAK_ENTRIES } from './leak-entries.ts';
import { withWays } from './vault-settings.ts';

/**
 * Carries through a renewal of keys that was cut off between slots and database. Here, and only here, keys found on the disk are
 * rotated to: they are named by a table that the member's old key signed, so nobody else can have laid them there. The recovery
 * code that was made then was never shown: a new kit is due.
 */
export const completeRenewal = async (
  session: OpenSession,
  pending: NonNullable<OpenedStore['pending']>,
): Promise<Result<null, VaultError>> => {
  const state = session.state();
  const { keyring, memberId } = state;
  const ways = ownEntry(state).slots.map((slot) => slot.id);
  const settings = { ...withWays(state.settings, memberId, ways), kitMadeAt: null, rehearsedAt: null };
  const next = {
    ...keyring,
    table: pending.table.note,
    epochs: keyring.epochs.filter((one) => one.epoch === pending.sealer.epoch),
  };
  const stored = await session.writer.rotate({
    planner: underTable(planEntries(LEAK_ENTRIES, settings), pending.table),
    keyring: { before: keyring, both: keyring, next },
    sealer: pending.sealer,
    renewed: KEY_NAMES,
  });
  if (!stored.ok) return stored;
  session.replace({ ...state, keyring: next, table: pending.table, sealer: pending.sealer, settings });
  return ok(null);
};
