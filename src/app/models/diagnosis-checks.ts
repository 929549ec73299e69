import type { ReadonlySignal } from '@preact/signals';
import type { VaultResult } from '../../core/contract/errors.ts';
import type { LogQuery } from '../../core/contract/log-api.ts';
import { auditCode } from '../../core/domain/audit/codes.ts';
import type { Finding } from '../../core/domain/diagnosis/checks.ts';
import { findingOf } from '../../core/domain/diagnosis/checks.ts';
import type { DevicePart, PartAnswer } from '../../core/domain/diagnosis/device-parts.ts';
import { judgeDatabase, judgeDefects, judgeFiles, judgeKdf, judgeOffline, judgeReadback, judgeTried, judgeUpdate, judgeWindow } from '../../core/domain/diagnosis/judge-app.ts';
import { judgeClock, judgeExtensions, judgeKept, judgePrivate, judgeSpace, judgeZone } from '../../core/domain/diagnosis/judge-device.ts';
import { judgeCopy, judgeRecord, judgeSheet } from '../../core/domain/diagnosis/judge-vault.ts';
import type { VaultCalls } from '../bridge/vault-client.ts';
import type { Capability } from '../platform/capability.ts';
import type { DeviceFacts } from '../platform/device-facts.ts';
import type { Checks } from './diagnosis-model.ts';
import type { OpenVault } from './open-vault.ts';

type VaultPart = Pick<OpenVault, 'api' | 'view'>;

export interface CheckSources {
  readonly facts: DeviceFacts;
  readonly capability: () => Promise<Capability>;
  /** Answers before a vault is open, too. */
  readonly api: Pick<VaultCalls, 'tryPart' | 'listIncidents'>;
  readonly installed: ReadonlySignal<boolean>;
  /** The browser was asked to keep the data, in this visit. */
  readonly asked: () => boolean;
  readonly now: () => number;
  /** The day this version is dated with, UTC ms. */
  readonly versionAt: number;
  readonly vault: VaultPart | null;
}

/** The value, or a rejection: the check cannot be made. */
const must = async <T>(call: VaultResult<T>): Promise<T> => {
  const answer = await call;
  if (!answer.ok) throw new Error(answer.error.type);
  return answer.value;
};

/** Whoever asks while an answer is on its way gets that one. */
const shared = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= ask().finally(() => {
      asked = null;
    });
    return asked;
  };
};

const NEWEST: LogQuery = { from: null, to: null, personId: null, memberId: null, actions: [], offset: 0, limit: 1 };

const newestEntry = async ({ api }: VaultPart, actions: LogQuery['actions'] = []) => (await must(api.listEntries({ ...NEWEST, actions }))).rows[0] ?? null;

const checkRecord = async (vault: VaultPart, now: number): Promise<Finding> => {
  const [check, newest] = [await newestEntry(vault, ['chain-verified']), await newestEntry(vault)];
  if (check === null) return judgeRecord(null, now);
  return judgeRecord({ at: check.time, good: !check.codes.includes(auditCode('result', 'bad')), current: check.logId === newest?.logId }, now);
};

/** Joins what page and worker find to what it means. */
export const createChecks = (sources: CheckSources): Checks => {
  const { facts, now } = sources;
  const capability = shared(sources.capability);
  const serviceWorker = shared(facts.serviceWorker);

  const tried = async (part: DevicePart, needs: keyof Capability): Promise<PartAnswer> => {
    const has = await capability();
    // Without what it needs the worker may not even start: then the page knows the answer.
    if (!has[needs]) return { found: 'lacks' };
    // Places are tried under a lock; without locks nothing is known of them.
    if ((part === 'files' || part === 'database') && !has.webLocks) throw new Error('no locks');
    return must(sources.api.tryPart(part));
  };
  /** Set to keep nothing for the site: the browser has the place, and no other browser is needed. */
  const placed = async (check: 'files' | 'database', judge: () => Promise<Finding>): Promise<Finding> =>
    (await capability()).siteData ? judge() : findingOf(check, 'refused');
  const open = (): VaultPart => {
    if (sources.vault === null) throw new Error('no vault is open');
    return sources.vault;
  };

  return {
    kept: async () => judgeKept(await facts.persisted(), sources.asked()),
    files: () => placed('files', async () => judgeFiles(await tried('files', 'secureContext'))),
    database: () => placed('database', async () => judgeDatabase(await tried('database', 'indexedDb'))),
    space: async () => judgeSpace(await facts.space()),
    clock: async () => {
      const { vault, versionAt } = sources;
      const newest = vault === null ? null : await newestEntry(vault);
      return judgeClock({ now: now(), versionAt, newestEntry: newest?.time ?? null, doubtful: vault?.view.peek().clockDoubtful ?? false });
    },
    zone: () => judgeZone(facts.zone()),
    // What is refused in every window says nothing of this one.
    private: async () => judgePrivate({ installed: sources.installed.peek(), refuses: (await capability()).siteData && (await facts.refuses()) }),
    extensions: () => judgeExtensions(),
    offline: async () => judgeOffline(await serviceWorker()),
    update: async () => judgeUpdate(await serviceWorker()),
    window: () => judgeWindow(facts.window()),
    seals: async () => judgeTried('seals', await tried('seals', 'secureContext')),
    keys: async () => judgeTried('keys', await tried('keys', 'ed25519')),
    kdf: async () => judgeKdf(await tried('kdf', 'webAssembly')),
    locks: async () => judgeTried('locks', await tried('locks', 'webLocks')),
    readback: async () => judgeReadback((await capability()).fileAccess),
    defects: async () => judgeDefects((await must(sources.api.listIncidents())).length),
    copy: async () => judgeCopy(await must(open().api.overviewCopies())),
    record: () => checkRecord(open(), now()),
    sheet: () => {
      const { rehearsedAt, clockDoubtful } = open().view.peek();
      return judgeSheet(rehearsedAt, now(), clockDoubtful);
    },
  };
};
