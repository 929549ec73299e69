import { expose } from 'comlink';
import type { VaultApi } from '../../../src/core/contract/vault-api.ts';
import { auditCode } from '../../../src/core/domain/audit/codes.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { ok } from '../../../src/core/domain/result.ts';
import type { EntryDraft } from '../../../workers/vault/audit/plan.ts';
import { encodeIndexPage } from '../../../workers/vault/book/index-page.ts';
import { pageNoOfSlot } from '../../../workers/vault/book/layout.ts';
import { encodeNumberPage } from '../../../workers/vault/book/number-page.ts';
import { encodePersonPage } from '../../../workers/vault/book/person-page.ts';
import { derivePasswordKey, KDF_POLICY, policyToParams } from '../../../workers/vault/crypto/kdf.ts';
import { createSlots } from '../../../workers/vault/crypto/slot.ts';
import type { MessageEndpoint } from '../../../workers/line/filtered-endpoint.ts';
import { filterEndpoint } from '../../../workers/line/filtered-endpoint.ts';
import { composeVault } from '../../../workers/vault/service/compose.ts';
import { createDatabaseFolders } from '../../../workers/vault/storage/database-folders.ts';
import { openOpfsFolders } from '../../../workers/vault/storage/opfs-folders.ts';
import type { LimitContent } from './limit-content.ts';
import type { Parts } from './measured.ts';
import { takeParts } from './measured.ts';

// The vault as workers/vault/vault.worker.ts composes it, and beside it, on a port of its own, what only the bench asks.
const { api, methods, vaultRef } = await composeVault({
  folders: (await openOpfsFolders(navigator.storage)) ?? createDatabaseFolders(),
  databaseNames: async () => (await indexedDB.databases()).flatMap(({ name }) => (name === undefined ? [] : [name])),
  locks: navigator.locks,
  createChannel: (name) => new BroadcastChannel(name),
  fill: (bytes) => crypto.getRandomValues(bytes),
  now: () => Date.now(),
  build: 'bench',
  createSlots: (deps) => createSlots({ ...deps, policy: KDF_POLICY }),
});

const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`the vault refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** Entries of one commit while a log grows to its size. */
const ENTRIES_A_COMMIT = 2000;

/** What the open vault holds, as plain bytes: without the room that pages leave, their frames and their hashes. */
const contentOf = async (): Promise<LimitContent> => {
  const { writer } = must(vaultRef.current());
  const encoder = new TextEncoder();
  const bytes = (value: unknown): Uint8Array<ArrayBuffer> => encoder.encode(JSON.stringify(value));
  const index = [...writer.book().index.values()];
  const pageNos = [...new Set(index.flatMap(({ rows }) => rows.map(({ slot }) => pageNoOfSlot(slot))))];
  const persons: unknown[] = [];
  const numbers: unknown[] = [];
  for (const no of pageNos) {
    const person = must(await writer.pages.readPersonPage(no));
    const number = must(await writer.pages.readNumberPage(no));
    if (person !== null) persons.push(encodePersonPage(person));
    if (number !== null) numbers.push(encodeNumberPage(number));
  }
  const lines: string[] = [];
  for (const closed of [...writer.log.closed(), undefined]) {
    must(await writer.log.eachStretch((stretch) => lines.push(...stretch.lines), closed));
  }
  return {
    index: bytes(index.map((page) => encodeIndexPage({ ...page, pages: [] }))),
    persons: bytes(persons),
    numbers: bytes(numbers),
    log: encoder.encode(`${lines.join('\n')}\n`),
  };
};

export interface BenchCalls {
  readonly takeParts: () => Promise<Parts>;
  /** ms of the KDF alone, at the policy's parameters. */
  readonly deriveOnce: () => Promise<number>;
  /** Searches one text after the other, as typed; ms in the worker and what was found, for each. */
  readonly search: (texts: readonly string[]) => Promise<readonly { readonly ms: number; readonly total: number }[]>;
  /** Writes entries of uses until the log has this size. */
  readonly growLog: (size: number) => Promise<number>;
  readonly content: () => Promise<LimitContent>;
}

const growLog = async (size: number): Promise<number> => {
  const { writer } = must(vaultRef.current());
  const codes = [auditCode('purpose', 'wage-withholding'), auditCode('to', 'tax-office')];
  const holders = writer.persons.all().filter((row) => row.hasNumber);
  for (let at = 0; writer.log.size() < size; ) {
    const entries: EntryDraft[] = [];
    while (entries.length < Math.min(ENTRIES_A_COMMIT, size - writer.log.size())) {
      entries.push({ action: 'use', subjectId: holders[at % holders.length]?.id ?? '', codes });
      at += 1;
    }
    must(await writer.commit(async () => Promise.resolve(ok({ plan: { entries }, value: null }))));
  }
  return writer.log.size();
};

const query = (text: string): Parameters<VaultApi['listPersons']>[0] => ({ text, kinds: [], states: [], offset: 0, limit: 50 });

const calls: BenchCalls = {
  takeParts: async () => Promise.resolve(takeParts()),
  deriveOnce: async () => {
    const password = new TextEncoder().encode('a password of the bench');
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const from = performance.now();
    must(await derivePasswordKey(password, salt, policyToParams(KDF_POLICY)));
    return performance.now() - from;
  },
  search: async (texts) => {
    const answers: { readonly ms: number; readonly total: number }[] = [];
    for (const text of texts) {
      const from = performance.now();
      const page = await api.listPersons(query(text));
      const ms = performance.now() - from;
      answers.push({ ms, total: must(page).total });
    }
    return answers;
  },
  growLog,
  content: contentOf,
};

// The page's types stand here, not a worker's: a Window's postMessage takes no list of what is handed over.
const endpoint: MessageEndpoint = {
  postMessage: (message, transfer) => postMessage(message, { transfer }),
  addEventListener: (type, listener, options) => addEventListener(type, listener, options),
  removeEventListener: (type, listener, options) => removeEventListener(type, listener, options),
};

expose(api, filterEndpoint(endpoint, methods));
addEventListener('message', ({ data, ports: [port] }: MessageEvent<unknown>) => {
  if (data === 'bench-port' && port !== undefined) expose(calls, port);
});
postMessage({ type: 'kinko-ready' });
