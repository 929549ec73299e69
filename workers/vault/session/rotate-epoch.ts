import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { mayWrite } from '../../../src/core/formats/table-rights.ts';
import type { VerifiedTable } from '../../../src/core/formats/table.ts';
import type { Planner } from '../audit/plan.ts';
import type { NoteSigner } from '../audit/ports.ts';
import type { KeyringCommitted } from '../audit/writer.ts';
import { makeEpoch } from './epoch-keys.ts';
import type { OpenSession } from './open-session.ts';
import { createPageSealer } from './page-sealer.ts';
import type { SessionPlatform } from './platform.ts';
import { currentEpoch, roleIn, signingMember } from './session-state.ts';
import { createTableMaker, mayFollow, storesWith, tableEntry, tableStepOf, TABLES_IN_RESERVE } from './table-maker.ts';

/**
 * The planner's plan with the new table in force: its entry comes first, for all entries of the commit act under it. A plan
 * without entries stays one: nothing is written then, and no table comes into force. `signer`: the member's new key, where the table lists one.
 */
export const underTable =
  <T>(planner: Planner<T>, table: VerifiedTable, signer?: NoteSigner): Planner<T> =>
  async (base) => {
    // The table's entry takes the first place: what a plan says of its entries begins behind it.
    const planned = await planner({ ...base, firstSeq: base.firstSeq + 1 });
    if (!planned.ok) return planned;
    const { plan, value } = planned.value;
    const [first, ...others] = plan.entries;
    if (first === undefined) return planned;
    // The first entry of a log is what names the logs before it (public/spec/log-v1.md), and here the table's is the first.
    const entries = [{ ...tableEntry(table), seen: first.seen ?? [] }, { ...first, seen: [] }, ...others];
    const under = { ...plan, table: tableStepOf(table), entries };
    return ok({ plan: signer === undefined ? under : { ...under, signer }, value });
  };

/**
 * One commit under fresh keys (public/spec/keyring-v1.md §7). In memory: new profile, number and note key (the log key is carried over, or every
 * page of the record would have to be resealed), a table that names them, signed by the acting owner. On the disk, by the
 * writer: slots := old and new; one transaction; slots := new. A crash before the transaction leaves the old epoch, which the
 * next unlock keeps; after it, the new one.
 */
export const rotateEpoch = async <T>(
  platform: SessionPlatform,
  session: OpenSession,
  planner: Planner<T>,
): Promise<Result<KeyringCommitted<T>, VaultError>> => {
  const { crypto, audit } = platform;
  const state = session.state();
  const { keyring, memberId, keys } = state;
  const { table } = state.table;
  const role = roleIn(table, memberId);
  if (role === null || !mayWrite(role, 'table')) return err({ type: 'NotAllowed' });
  if (!mayFollow(state.table, TABLES_IN_RESERVE)) return err({ type: 'VaultFull' });

  const { vaultId, storeId } = keyring;
  const now = currentEpoch(state);
  const made = await makeEpoch(crypto.random, { vaultId, storeId, epoch: now.epoch + 1 }, table.members, {
    from: { vaultId, storeId, epoch: now.epoch },
    memberId,
    pair: keys.hpke,
    grants: now.grants,
    names: ['log'],
  });
  const next = await createTableMaker(crypto).makeNext(
    vaultId,
    state.table,
    { time: audit.now(), members: table.members, stores: storesWith(table, storeId, made.epoch, made.keyIds) },
    signingMember(memberId, keys),
  );
  const both = { ...keyring, table: next.note, epochs: [now, made.grants] };
  const after = { ...both, epochs: [made.grants] };

  const sealer = createPageSealer(crypto, { vaultId, storeId, epoch: made.epoch }, made.keys);
  const rotated = await session.writer.rotate({
    planner: underTable(planner, next),
    keyring: { before: keyring, both, next: after },
    sealer,
    renewed: ['profile', 'number', 'note'],
  });
  if (rotated.ok && rotated.value.size > rotated.value.firstSeq) session.replace({ ...session.state(), keyring: after, table: next, sealer });
  return rotated;
};
