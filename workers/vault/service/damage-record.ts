import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { VaultApi } from '../../../src/core/contract/vault-api.ts';
import type { AuditCodeFamilies } from '../../../src/core/domain/audit/codes.ts';
import { auditCode, AUDIT_PAGES } from '../../../src/core/domain/audit/codes.ts';
import { ok } from '../../../src/core/domain/result.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import { parseEntry } from '../../../src/core/formats/log/entry.ts';
import { DAMAGE_ATTACHMENT } from '../../../src/core/formats/log/log-consts.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { isPageKind } from '../../../src/core/formats/page.ts';
import type { LogReader } from '../audit/log-reader.ts';
import { ENTRIES_PER_LOG_PAGE } from '../book/layout.ts';
import type { OpenSession } from '../session/open-session.ts';
import type { SessionHolder } from '../session/session-holder.ts';

/** What a call met is an entry too: a page that was changed or lost behind the vault's back is alarm and record at once. */
export interface DamageRecord {
  /**
   * Before a call: answers what to tell of its error. Only damage of the vault that was open before and is open still. An entry once for a page and what lies there, however often and in how many sessions it is met.
   * Never fails: what cannot be written now is at the next look.
   */
  readonly begin: (method: string) => (error: VaultError) => Promise<void>;
}

/** They look into another vault, or into a file. */
const ELSEWHERE: ReadonlySet<string> = new Set<keyof VaultApi>(['inspectDevice', 'unlock', 'resetPassword', 'createVault', 'eraseVault', 'inspectCopies', 'restoreCopy']);

const utf8 = new TextEncoder();

const refOf = (page: string): PageRef | null => {
  const [book, kind, no, ...more] = page.split('/');
  if (book === undefined || !isPageKind(kind) || no === undefined || more.length > 0) return null;
  return { book, kind, no: Number(no) };
};

/** The page's place and the bytes that lie there now, sealed as they are; nothing where nothing lies. */
const hashOf = (sha256: Sha256, page: string, blob: Uint8Array): string => {
  const place = utf8.encode(`${page}\0`);
  const whole = new Uint8Array(place.length + blob.length);
  whole.set(place);
  whole.set(blob, place.length);
  return encodeBase64url(sha256(whole));
};

const kindOf = (page: string): AuditCodeFamilies['page'] => AUDIT_PAGES.find((kind) => page.split('/').includes(kind)) ?? 'other';

/** Damage that is an entry of this log already. A stretch that cannot be read is damage itself, and hides none of the others. */
const readNoted = async (log: LogReader): Promise<Set<string>> => {
  const noted = new Set<string>();
  for (let from = 0; from < log.size(); from += ENTRIES_PER_LOG_PAGE) {
    const stretch = await log.readLines(from, from + ENTRIES_PER_LOG_PAGE);
    if (!stretch.ok) continue;
    for (const line of stretch.value.lines) {
      const entry = parseEntry(line);
      if (!entry.ok || entry.value.action !== 'damage-found') continue;
      for (const { kind, hash } of entry.value.attach) if (kind === DAMAGE_ATTACHMENT) noted.add(hash);
    }
  }
  return noted;
};

export const createDamageRecord = (holder: Pick<SessionHolder, 'current'>, sha256: Sha256): DamageRecord => {
  const notedIn = new WeakMap<OpenSession, Promise<Set<string>>>();
  const notedOf = (session: OpenSession): Promise<Set<string>> => {
    const known = notedIn.get(session) ?? readNoted(session.writer.log);
    notedIn.set(session, known);
    return known;
  };

  const note = async (session: OpenSession, page: string): Promise<void> => {
    const { files, writer } = session;
    const ref = refOf(page);
    const rows = ref === null ? ok([]) : await files.pages.read([ref]);
    if (!rows.ok) return;
    const hash = hashOf(sha256, page, rows.value[0]?.blob ?? new Uint8Array());
    const noted = await notedOf(session);
    if (noted.has(hash)) return;
    noted.add(hash);
    const entry = { action: 'damage-found', subjectId: '', codes: [auditCode('page', kindOf(page))], attach: [{ kind: DAMAGE_ATTACHMENT, hash }] };
    const stored = await writer.commit(async () => Promise.resolve(ok({ plan: { entries: [entry] }, value: null })));
    if (!stored.ok) noted.delete(hash);
  };

  return {
    begin: (method) => {
      const before = holder.current();
      return async (error) => {
        const after = holder.current();
        if (error.type === 'DatabaseDamaged' && !ELSEWHERE.has(method) && before.ok && after.ok && before.value === after.value) await note(after.value, error.page);
      };
    },
  };
};
