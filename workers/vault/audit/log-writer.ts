import type { MemberId, StoreId } from '../../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import type { Attachment } from '../../../src/core/formats/log/entry.ts';
import { encodeEntry, hashEntryLine } from '../../../src/core/formats/log/entry.ts';
import { TABLE_ATTACHMENT } from '../../../src/core/formats/log/log-consts.ts';
import type { Frontier } from '../../../src/core/formats/log/merkle.ts';
import { appendLeaf } from '../../../src/core/formats/log/merkle.ts';
import { attachedNo, ENTRIES_PER_LOG_PAGE, ENTRIES_PER_TAIL_PAGE, MAX_ATTACHMENTS, ownRef } from '../book/layout.ts';
import type { StoredPage } from '../storage/page-row.ts';
import { ATTACHED_SALT_BYTES, encodeAttached, hashAttached } from './attached-page.ts';
import type { Head } from './head.ts';
import type { LogRun } from './log-page.ts';
import { cutRun, encodeLogPage } from './log-page.ts';
import type { AttachDraft, EntryDraft } from './plan.ts';
import type { AuditPlatform, PageSealer } from './ports.ts';
import { sealPage } from './seal-page.ts';

export interface AppendInput {
  readonly head: Head;
  readonly run: LogRun;
  readonly drafts: readonly EntryDraft[];
  readonly time: number;
  readonly actor: MemberId;
  /** What the entries state of the book after the commit. */
  readonly state: string;
  /** In force from the entry that attaches it; entries before that one act under the head's. */
  readonly tableVersion: number;
  /** The log key is a new one: every tail page is sealed anew, not only those that grow. */
  readonly allTails: boolean;
}

export interface Appended {
  readonly frontier: Frontier;
  /** Leaf hash of the last entry, base64url. */
  readonly last: string;
  /** The entries since the last full log page. */
  readonly run: LogRun;
  readonly puts: readonly StoredPage[];
  /** Tail pages whose entries went into a log page. */
  readonly deletes: readonly PageRef[];
}

export type LogWriter = (sealer: PageSealer, input: AppendInput) => Promise<Appended>;

const isPaged = (draft: AttachDraft): draft is Extract<AttachDraft, { readonly content: unknown }> => 'content' in draft;

const tailRef = (first: number): PageRef => ownRef('tail', Math.floor(first / ENTRIES_PER_TAIL_PAGE));

/** Turns drafts into lines with seq, chain, time and state, and lines into sealed pages. Reads nothing, stores nothing. */
export const createLogWriter = (platform: AuditPlatform): LogWriter => {
  const attach = (sealer: PageSealer, seq: number, drafts: readonly AttachDraft[], pages: Promise<StoredPage>[]): readonly Attachment[] => {
    if (drafts.length > MAX_ATTACHMENTS) throw new Error('too many attachments for one entry');
    return drafts.map((draft, at): Attachment => {
      if (!isPaged(draft)) return draft;
      const attached = { salt: encodeBase64url(platform.random(ATTACHED_SALT_BYTES)), text: JSON.stringify(draft.content) };
      for (const [part, content] of encodeAttached(attached).entries()) {
        pages.push(sealPage(sealer, ownRef(draft.kind, attachedNo(seq, at, part)), 1, content));
      }
      return { kind: draft.kind, hash: hashAttached(platform.sha256, attached) };
    });
  };

  const sealStretches = (sealer: PageSealer, logId: StoreId, kind: 'log' | 'tail', run: LogRun, length: number): Promise<StoredPage>[] => {
    const pages: Promise<StoredPage>[] = [];
    for (let from = 0; from < run.lines.length; from += length) {
      const page = cutRun(run, from, from + length);
      // A tail page only ever grows, so the number of its entries is its rev; a log page is written once.
      const rev = kind === 'tail' ? page.lines.length : 1;
      pages.push(sealPage(sealer, ownRef(kind, Math.floor(page.first / length)), rev, encodeLogPage(logId, page)));
    }
    return pages;
  };

  return async (sealer, { head, run, drafts, time, actor, state, tableVersion, allTails }) => {
    const pages: Promise<StoredPage>[] = [];
    const lines = [...run.lines];
    let { frontier, last } = head;
    let acting = head.tableVersion;
    for (const draft of drafts) {
      const attached = attach(sealer, frontier.size, draft.attach ?? [], pages);
      if (attached.some(({ kind }) => kind === TABLE_ATTACHMENT)) acting = tableVersion;
      const line = encodeEntry({
        vaultId: head.vaultId,
        logId: head.storeId,
        seq: frontier.size,
        prev: last,
        time,
        actorId: actor,
        tableVersion: acting,
        action: draft.action,
        subjectId: draft.subjectId,
        codes: draft.codes,
        state,
        attach: attached,
        seen: draft.seen ?? [],
        build: platform.build,
      });
      const leaf = hashEntryLine(platform.sha256, line);
      frontier = appendLeaf(platform.sha256, frontier, leaf);
      last = encodeBase64url(leaf);
      lines.push(line);
    }

    const grown: LogRun = { first: run.first, prev: run.prev, lines };
    const full = lines.length - (lines.length % ENTRIES_PER_LOG_PAGE);
    pages.push(...sealStretches(sealer, head.storeId, 'log', cutRun(grown, 0, full), ENTRIES_PER_LOG_PAGE));
    // Tail pages that were full before stay as they are, unless their entries are in a log page now.
    const settled = allTails ? 0 : run.lines.length - (run.lines.length % ENTRIES_PER_TAIL_PAGE);
    const unchanged = full > 0 ? full : settled;
    pages.push(...sealStretches(sealer, head.storeId, 'tail', cutRun(grown, unchanged, lines.length), ENTRIES_PER_TAIL_PAGE));

    const rest = cutRun(grown, full, lines.length);
    const deletes: PageRef[] = [];
    for (let at = 0; full > 0 && at < run.lines.length; at += ENTRIES_PER_TAIL_PAGE) deletes.push(tailRef(run.first + at));
    return { frontier, last, run: rest.lines.length === 0 ? { ...rest, prev: last } : rest, puts: await Promise.all(pages), deletes };
  };
};
