import type { VerifyLogExport } from '../../../src/app/bridge/verify-client.ts';
import type { VaultCalls } from '../../../src/app/bridge/vault-client.ts';
import type { CopyOverview, CopyRow } from '../../../src/core/contract/copy-api.ts';
import type { VaultId } from '../../../src/core/domain/ids.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { brokenReport, fakeRecord } from '../fake-record.ts';

const DAY = 86_400_000;
const counts = { persons: 41, numbers: 38, entries: 1204 };
const row = (at: number, age: number, verified: boolean): CopyRow => ({
  copyId: String.fromCharCode(97 + at).repeat(22),
  madeAt: Date.now() - age * DAY,
  fileName: `kinko-2026${String(1100 + at)}-1820.kinko`,
  bytes: 142_000,
  counts,
  verifiedAt: verified ? Date.now() - age * DAY + 60_000 : null,
  brokenUntil: verified && at === 1 ? Date.now() - (age + 30) * DAY : null,
});
const overview = (copies: readonly CopyRow[], age: CopyOverview['age'], changesSince: number): Partial<VaultCalls> => ({
  overviewCopies: async () => {
    const verified = copies.filter(({ verifiedAt }) => verifiedAt !== null).map(({ madeAt }) => madeAt);
    // The third and those before it were made before the password was changed.
    return ok({ copies, opensEarlier: copies.slice(2).map(({ copyId }) => copyId), age, changesSince, waysChanged: false, lastVerifiedAt: verified.length === 0 ? null : Math.max(...verified) });
  },
});

export interface FileScene {
  readonly more: Partial<VaultCalls>;
  readonly verify: VerifyLogExport;
}

const noVerifier: VerifyLogExport = async () => err({ type: 'FileUnreadable' });

/** Records and copies in states that are hard to bring about, by name. */
const SCENES: Readonly<Record<string, () => FileScene>> = {
  'record-long': () => ({ more: fakeRecord(1204, Date.now()), verify: noVerifier }),
  'record-broken': () => ({ more: fakeRecord(1204, Date.now()), verify: async () => ok(brokenReport(Date.now())) }),
  'copies-amber': () => ({ more: overview([row(0, 1, false), row(1, 9, true), row(2, 40, true)], 'amber', 14), verify: noVerifier }),
  'copies-red': () => ({ more: overview([row(1, 64, true)], 'red', 230), verify: noVerifier }),
  'copies-failing': () => ({ more: { ...overview([row(1, 64, true)], 'red', 230), makeCopy: async () => err({ type: 'StorageFailed', name: 'UnknownError' }) }, verify: noVerifier }),
  'restore-many': () => ({
    more: {
      inspectCopies: async () =>
        ok({
          usable: [0, 1, 2].map((index) => ({
            index,
            fileName: `kinko-2026120${3 - index}-1820.kinko`,
            vaultId: 'v'.repeat(22) as VaultId,
            createdAt: Date.now() - index * 6 * DAY,
            counts,
            sameVaultHere: true, otherVaultHere: false,
            entriesMissing: index * 214,
          })),
          refused: [
            { index: 3, fileName: 'kinko-20260401-0900.kinko', error: { type: 'FileRefused', reason: 'Truncated' } },
            { index: 4, fileName: 'video.mp4', error: { type: 'FileTooLarge', bytes: 900_000_000, limit: 67_108_864 } },
          ],
        }),
      restoreCopy: async () => err({ type: 'StorageFull' }),
    },
    verify: noVerifier,
  }),
};

export const fileSceneOf = (name: string | null): FileScene | null => SCENES[name ?? '']?.() ?? null;
