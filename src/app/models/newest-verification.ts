import type { LogQuery, LogRow } from '../../core/contract/log-api.ts';
import type { VaultCalls } from '../bridge/vault-client.ts';
import { auditCode } from '../../core/domain/audit/codes.ts';
import { isVerificationOld } from '../../core/domain/audit/verification-age.ts';

type Api = Pick<VaultCalls, 'listEntries'>;

/** One entry, the newest of all. */
export const EVERY_ENTRY: LogQuery = { from: null, to: null, personId: null, memberId: null, actions: [], offset: 0, limit: 1 };

export interface Verified {
  readonly at: number;
  readonly good: boolean;
  /** Entries that have come since, the verification's own not counted. */
  readonly since: number;
  /** Too long ago to be said of the record as it is: more than a month, or before the vault came back from a copy. */
  readonly isStale: boolean;
}

/** Logs stand one behind the other, newest first, each whole: whoever knows an entry's place knows how far its log reaches. */
const verifiedBy = async (api: Api, check: LogRow, newest: LogRow, now: number): Promise<Verified> => {
  let since = 0;
  let at: LogRow | undefined = newest;
  while (at !== undefined && at.logId !== check.logId) {
    since += at.seq + 1;
    const earlier = await api.listEntries({ ...EVERY_ENTRY, offset: since });
    at = earlier.ok ? earlier.value.rows[0] : undefined;
  }
  return {
    at: check.time,
    good: !check.codes.includes(auditCode('result', 'bad')),
    since: at === undefined ? since : Math.max(0, since + at.seq - check.seq),
    isStale: isVerificationOld(check.time, now) || newest.logId !== check.logId,
  };
};

/** Looked for from end to end, which in a long record takes a while. Null: none yet; undefined: the record could not be read. */
export const newestVerification = async (api: Api, newest: LogRow | undefined, now: number): Promise<Verified | null | undefined> => {
  const checks = await api.listEntries({ ...EVERY_ENTRY, actions: ['chain-verified'] });
  if (!checks.ok) return undefined;
  const [last] = checks.value.rows;
  return last === undefined ? null : verifiedBy(api, last, newest ?? last, now);
};
