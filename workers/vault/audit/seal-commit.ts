import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { encodeCheckpoint } from '../../../src/core/formats/log/checkpoint.ts';
import { frontierRoot } from '../../../src/core/formats/log/merkle.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import { OWN_BOOK } from '../../../src/core/formats/consts.ts';
import { MAX_BLOB_BYTES } from '../../../src/core/formats/limits.ts';
import type { IndexPage } from '../book/index-page.ts';
import { DRAFT_REF, HEAD_REF, ownRef } from '../book/layout.ts';
import type { PageHash } from '../book/page-hash.ts';
import { findPageHash, mergePageHashes } from '../book/page-hash.ts';
import type { PageWrite, StoredPage } from '../storage/page-row.ts';
import type { BookState } from './book-state.ts';
import type { Head } from './head.ts';
import { encodeHead, stateHash } from './head.ts';
import type { KeptCheckpoints } from './kept-checkpoints.ts';
import type { LogWriter } from './log-writer.ts';
import { hashPage } from './page-reader.ts';
import type { PageChange, Plan } from './plan.ts';
import type { AuditPlatform, MarkState, NoteSigner, PageSealer } from './ports.ts';
import type { OpenedPage } from './reseal.ts';
import { emptyBookChange, sealBook } from './seal-book.ts';
import { sealClosedLog } from './seal-closed-log.ts';
import { PageTooLarge, sealPage } from './seal-page.ts';

export interface SealCommitDeps {
  readonly platform: AuditPlatform;
  readonly appendLog: LogWriter;
}

export interface SealCommitInput {
  readonly base: BookState;
  readonly plan: Plan;
  readonly time: number;
  /** Keys the commit is sealed with: the next epoch's in a rotation. */
  readonly sealer: PageSealer;
  readonly signer: NoteSigner;
  /** What keeps the head's checkpoint and those of closed logs. */
  readonly kept: KeptCheckpoints;
  /** Null: no rotation. */
  readonly rotation: { readonly opened: readonly OpenedPage[]; readonly allIndex: boolean; readonly allTails: boolean } | null;
}

/** Everything a commit stores, ready to be written as often as it takes, and the book as it is then. */
export interface SealedCommit {
  readonly write: PageWrite;
  readonly next: BookState;
  /** Index pages that changed. */
  readonly index: ReadonlyMap<number, IndexPage | null>;
  readonly mark: MarkState;
}

/**
 * Bytes of the head that no further page may take: the tree's nodes and revs grow with every entry, and a vault that could not store an
 * entry would not even open.
 */
const HEAD_RESERVE_BYTES = 8 * 1024;

const isBookPage = ({ ref }: OpenedPage): boolean => ref.kind === 'person' || ref.kind === 'number';
const isNamedPage = ({ pages }: Head, { ref }: OpenedPage): boolean => findPageHash(pages, ref.kind, ref.no) !== null;

/** Pages the head names beside the index pages: settings, the newest table, the last checkpoint page. */
const sealNamed = async ({
  base,
  sealer,
  plan,
  kept,
  rotation,
}: SealCommitInput): Promise<{ readonly puts: readonly StoredPage[]; readonly hashes: readonly PageHash[]; readonly removed: readonly PageRef[] }> => {
  const table: readonly PageChange[] = plan.table === undefined ? [] : [{ ref: ownRef('table', plan.table.version), content: { note: plan.table.note } }];
  const changes = [...(plan.pages ?? []), ...table, ...kept.pages];
  const revAfter = (ref: PageRef): number => (findPageHash(base.head.pages, ref.kind, ref.no)?.rev ?? 0) + 1;
  const sealOne = (ref: PageRef, content: JsonObject): Promise<StoredPage> => sealPage(sealer, ref, revAfter(ref), content);
  for (const { ref } of changes) if (!['setting', 'table', 'checkpoint'].includes(ref.kind) || ref.book !== OWN_BOOK) throw new Error(`no plan for ${ref.kind} pages`);
  // A page that gets new content is not resealed with its old: the checkpoint page, when a renewed key begins a new run.
  const changed = new Set(changes.map(({ ref }) => pageRefKey(ref)));
  const resealed = (rotation?.opened ?? []).filter((page) => isNamedPage(base.head, page) && !changed.has(pageRefKey(page.ref)));
  const puts = await Promise.all([
    ...changes.flatMap(({ ref, content }) => (content === null ? [] : [sealOne(ref, content)])),
    ...resealed.map(async ({ ref, plaintext }): Promise<StoredPage> => ({ at: ref, row: await sealer.seal(ref, revAfter(ref), plaintext) })),
  ]);
  const removed = changes.flatMap(({ ref, content }) => (content === null ? [ref] : []));
  return { puts, hashes: await Promise.all(puts.map(hashPage)), removed };
};

/**
 * Attached pages, log pages, pages of closed logs, earlier tables and checkpoint pages: entries, trees and the pages behind them vouch for
 * their content, so they keep their rev.
 */
const sealUnnamed = ({ base, sealer, rotation }: SealCommitInput): Promise<readonly StoredPage[]> =>
  Promise.all(
    (rotation?.opened ?? [])
      .filter((page) => !isBookPage(page) && !isNamedPage(base.head, page))
      .map(async ({ ref, rev, plaintext }) => ({ at: ref, row: await sealer.seal(ref, rev, plaintext) })),
  );

/** Rows that leave the head while their pages stay: tables and checkpoint pages that the one after them vouches for. */
const vouchedRows = (pages: readonly PageHash[], tableVersion: number, kept: KeptCheckpoints): readonly PageRef[] => [
  ...pages.filter(({ kind, no }) => kind === 'table' && no < tableVersion).map(({ no }) => ownRef('table', no)),
  ...kept.vouched.map((no) => ownRef('checkpoint', no)),
];

/**
 * All cryptography of a commit, from the leaves to the root: persons and numbers, then the index pages that name them, then the
 * other pages the head names; what the entries state of all these; the lines and their pages; the checkpoint; the head.
 * Nothing here touches storage, and nothing is awaited after it but storage.
 */
export const sealCommit = async (deps: SealCommitDeps, input: SealCommitInput): Promise<SealedCommit> => {
  const { base, plan, time, sealer, signer, kept, rotation } = input;
  const { sha256 } = deps.platform;

  const bookInput = {
    index: base.index,
    named: base.head.pages,
    change: plan.book ?? emptyBookChange,
    resealed: (rotation?.opened ?? []).filter(isBookPage),
    allIndex: rotation?.allIndex ?? false,
  };
  const firstClosed = base.head.closedCount + 1;
  const [book, named, unnamed, closed] = await Promise.all([
    sealBook(sealer, bookInput),
    sealNamed(input),
    sealUnnamed(input),
    Promise.all((plan.closed ?? []).map((draft, at) => sealClosedLog(sealer, draft, firstClosed + at))),
  ]);

  const table = plan.table ?? { version: base.head.tableVersion, hash: base.head.tableHash };
  const merged = mergePageHashes(base.head.pages, [...book.hashes, ...named.hashes], [...book.removed, ...named.removed]);
  const pages = mergePageHashes(merged, [], vouchedRows(merged, table.version, kept));
  const log = await deps.appendLog(sealer, {
    head: base.head,
    run: base.run,
    drafts: plan.entries,
    time,
    actor: signer.memberId,
    state: stateHash(sha256, base.head.salt, pages),
    tableVersion: table.version,
    allTails: rotation?.allTails ?? false,
  });

  const root = frontierRoot(sha256, log.frontier);
  const { vaultId, storeId } = base.head;
  const head: Head = {
    ...base.head,
    epoch: sealer.epoch,
    tableVersion: table.version,
    tableHash: table.hash,
    frontier: log.frontier,
    last: log.last,
    lastTime: time,
    actor: signer.memberId,
    checkpoint: await signer.sign(encodeCheckpoint({ vaultId, logId: storeId, size: log.frontier.size, root })),
    kept: base.head.kept + kept.count,
    pages,
    closedCount: base.head.closedCount + closed.length,
  };
  const headPage = await sealPage(sealer, HEAD_REF, (base.headRow?.rev ?? 0) + 1, encodeHead(head));
  const grows = base.headRow !== null && pages.length > base.head.pages.length;
  if (grows && headPage.row.blob.length > MAX_BLOB_BYTES - HEAD_RESERVE_BYTES) throw new PageTooLarge(pageRefKey(HEAD_REF));

  const index = new Map(base.index);
  for (const [no, page] of book.index) {
    if (page === null) index.delete(no);
    else index.set(no, page);
  }
  return {
    write: {
      expect: { at: HEAD_REF, row: base.headRow },
      puts: [...book.puts, ...named.puts, ...unnamed, ...closed.flatMap(({ puts }) => puts), ...log.puts, headPage],
      // The draft is sealed with a key that is about to go.
      deletes: [...book.deletes, ...named.removed, ...log.deletes, ...(rotation === null ? [] : [DRAFT_REF])],
    },
    next: { head, headRow: headPage.row, closed: [...base.closed, ...closed.map(({ log: one }) => one)], index, run: log.run },
    index: book.index,
    mark: { size: log.frontier.size, root: encodeBase64url(root), tableVersion: table.version, epoch: sealer.epoch },
  };
};
