import type { CopyCounts } from '../../../src/core/contract/copy-api.ts';
import type { PersonRow } from '../../../src/core/contract/person-api.ts';
import type { LimitContent } from './limit-content.ts';
import type { VaultLine } from './workers.ts';
import { must, startLimit, startVault } from './workers.ts';

/** The lists of a business, as text: page.evaluate carries no files. */
export type Lists = readonly { readonly name: string; readonly text: string }[];

export const PASSWORD = 'kumo-no-ue no hirune 42';
export const LABEL = '計測商店';
const OWNER = '山田';

/** The vault that is measured and its limit, which holds the same bytes. */
export interface Subject {
  readonly storeId: Parameters<VaultLine['api']['unlock']>[0]['storeId'];
  readonly memberId: Parameters<VaultLine['api']['unlock']>[0]['memberId'];
  readonly lists: Lists;
  readonly counts: CopyCounts;
  readonly content: LimitContent;
  /** Database and key of the limit. */
  readonly database: string;
  readonly key: CryptoKey;
  /** SHA-256 over the log, for the limit's answers. */
  readonly logHash: string;
}

export const filesOf = (lists: Lists): readonly File[] => lists.map(({ name, text }) => new File([text], name));

/** A new vault, open, ready for numbers. */
export const createVault = async ({ api }: VaultLine) => {
  const kit = must(await api.createVault({ label: LABEL, entityType: 'sole', paysSalary: true, ownerName: OWNER, password: PASSWORD }));
  const groups = kit.recoveryCode.split('-');
  const asked = must(await api.startRehearsal());
  must(await api.confirmRehearsal(asked.map((group) => ({ group, text: groups[group] ?? '' }))));
  return must(await api.viewSession());
};

export const importLists = async ({ api }: VaultLine, files: readonly File[]) => {
  const preview = must(await api.readImport(files));
  return { preview, outcome: must(await api.commitImport(preview.importId)) };
};

export const unlock = async ({ api }: VaultLine, { storeId, memberId }: Pick<Subject, 'storeId' | 'memberId'>): Promise<void> => {
  must(await api.unlock({ storeId, memberId, password: PASSWORD }));
};

/** A worker with the subject's vault open. */
export const openVault = async (subject: Subject): Promise<VaultLine> => {
  const line = await startVault();
  await unlock(line, subject);
  return line;
};

/** Locks and ends the worker. */
export const closeVault = async (line: VaultLine): Promise<void> => {
  must(await line.api.lock());
  line.end();
};

export const eraseVault = async (storeId: Subject['storeId']): Promise<void> => {
  const line = await startVault();
  must(await line.api.eraseVault({ storeId, label: LABEL }));
  line.end();
};

/** Every row of the list. */
export const listAll = async ({ api }: VaultLine): Promise<readonly PersonRow[]> => {
  const rows: PersonRow[] = [];
  for (;;) {
    const page = must(await api.listPersons({ text: '', kinds: [], states: [], offset: rows.length, limit: 200 }));
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
};

const hexHash = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export const makeLimitKey = (): Promise<CryptoKey> => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** Makes a vault of these lists and lets its log grow to `entries`. The limit has nothing yet. */
export const makeSubject = async (lists: Lists, entries: number): Promise<Subject> => {
  const line = await startVault();
  const { storeId, memberId } = await createVault(line);
  const { outcome } = await importLists(line, filesOf(lists));
  const size = await line.bench.growLog(entries);
  const content = await line.bench.content();
  await closeVault(line);
  const key = await makeLimitKey();
  const database = `bench-limit-${storeId}`;
  const counts = { persons: outcome.registered, numbers: outcome.numbers, entries: size };
  return { storeId, memberId, lists, counts, content, database, key, logHash: await hexHash(content.log) };
};

/** Gives the limit of a vault the same bytes. */
export const fillLimit = async ({ database, key, content }: Pick<Subject, 'database' | 'key' | 'content'>): Promise<void> => {
  const { limit, end } = await startLimit(database, key);
  await limit.store(content);
  end();
};
