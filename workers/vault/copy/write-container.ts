import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { CopyCounts } from '../../../src/core/contract/copy-api.ts';
import type { CopyId, StoreId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { COPY_EPOCH, CONTAINER_VERSION } from '../../../src/core/formats/consts.ts';
import type { ContainerLine } from '../../../src/core/formats/container.ts';
import { createContainerWriter } from '../../../src/core/formats/container-writer.ts';
import { MAX_CONTAINER_BYTES, MAX_MANIFEST_CHECKPOINTS } from '../../../src/core/formats/limits.ts';
import { encodeManifestText } from '../../../src/core/formats/manifest.ts';
import { parsePage } from '../../../src/core/formats/page-text.ts';
import type { BookState } from '../audit/book-state.ts';
import type { OpenedPage } from '../audit/reseal.ts';
import type { PageSealer } from '../audit/ports.ts';
import { makeKeys } from '../session/epoch-keys.ts';
import { slotsThatCount } from '../session/keyring-edit.ts';
import { createNoteSigner } from '../session/note-signing.ts';
import type { OpenSession } from '../session/open-session.ts';
import { createPageSealer } from '../session/page-sealer.ts';
import type { SessionPlatform } from '../session/platform.ts';
import type { SessionState } from '../session/session-state.ts';
import { countPages } from './count-pages.ts';
import { gatherPages, wipePages } from './gather-pages.ts';

export interface WrittenContainer {
  readonly copyId: CopyId;
  readonly createdAt: number;
  readonly file: Blob;
  /** SHA-256 over the whole file, base64url. */
  readonly sha256: string;
  readonly counts: CopyCounts;
}

/** Pages sealed at once: keeps both cores at work without holding everything twice. */
const BATCH = 64;
/** A commit may come between two reads; the pages are then gathered anew. */
const TRIES = 3;

const tooLarge: VaultError = { type: 'FileTooLarge', bytes: MAX_CONTAINER_BYTES, limit: MAX_CONTAINER_BYTES };

/** What a copy is made of, all of one moment: a page, table or checkpoint of a later commit would not fit the rest at a restore. */
interface Gathered {
  readonly pages: readonly OpenedPage[];
  readonly tables: readonly string[];
  readonly book: BookState;
  readonly state: SessionState;
}

const gather = async (platform: SessionPlatform, session: OpenSession): Promise<Result<Gathered, VaultError>> => {
  for (let tries = 1; ; tries += 1) {
    const book = session.writer.book();
    const gathered = await gatherPages(
      {
        store: session.files.pages,
        sha256: platform.audit.sha256,
        sealer: session.state().sealer,
        onProgress: (done, total) => platform.emit({ type: 'Progress', job: 'copy', done, total: total * 2 }),
      },
      book,
    );
    // From this comparison on nothing is awaited until everything is in hand.
    const state = session.state();
    const settled = session.writer.book() === book && state.table.hash === book.head.tableHash;
    if (gathered.ok && settled) return ok({ ...gathered.value, book, state });
    if (gathered.ok) wipePages(gathered.value.pages);
    if (tries === TRIES) return gathered.ok ? err({ type: 'ChangedMeanwhile' }) : gathered;
    await session.writer.idle();
  }
};

const sealLines = async (sealer: PageSealer, pages: readonly OpenedPage[], onSealed: (done: number) => void): Promise<readonly ContainerLine[]> => {
  const lines: ContainerLine[] = [];
  for (let from = 0; from < pages.length; from += BATCH) {
    const batch = pages.slice(from, from + BATCH);
    const sealed = await Promise.all(batch.map(({ ref, rev, plaintext }) => sealer.seal(ref, rev, plaintext)));
    for (const [at, { blob, rev }] of sealed.entries()) {
      const page = batch[at];
      if (page === undefined) continue;
      page.plaintext.fill(0);
      lines.push({ type: 'page', page: { ...page.ref, rev, blob } });
    }
    onSealed(lines.length);
  }
  return lines;
};

/**
 * The whole vault as one file (public/spec/container-v1.md), resealed under keys that exist for this copy alone: it opens with
 * the ways in of today and with nothing that is left on this disk later. Whether the file was saved is not known here.
 * Errors: DatabaseDamaged, StorageFailed, ChangedMeanwhile, FileTooLarge.
 */
export const writeContainer = async (platform: SessionPlatform, session: OpenSession): Promise<Result<WrittenContainer, VaultError>> => {
  const gathered = await gather(platform, session);
  if (!gathered.ok) return gathered;
  const { pages, tables, book, state } = gathered.value;
  const counted = countPages(pages, ({ ref, plaintext }) => {
    const content = parsePage(plaintext, ref);
    return content.ok ? content.value : null;
  });
  if (!counted.ok) return counted;

  const { keyring, settings, table } = state;
  const { vaultId, storeId } = keyring;
  const copyId = platform.crypto.random.id() as CopyId;
  const createdAt = platform.audit.now();
  // A copy stands where an installation stands in every aad: its id is the store's, its only epoch is 0.
  const scope = { vaultId, storeId: copyId as string as StoreId, epoch: COPY_EPOCH };
  const { keys, grant } = await makeKeys(platform.crypto.random, null);
  const { grants } = await grant(scope, table.table.members);
  const sealer = createPageSealer(platform.crypto, scope, keys);
  const total = pages.length;
  const pageLines = await sealLines(sealer, pages, (done) =>
    platform.emit({ type: 'Progress', job: 'copy', done: total + done, total: total * 2 }),
  );

  const header = { version: CONTAINER_VERSION, minReader: CONTAINER_VERSION, kind: 'own', vaultId, storeId, copyId, created: createdAt, unknown: [] } as const;
  const lines: readonly ContainerLine[] = [
    { type: 'header', header },
    ...tables.map((note): ContainerLine => ({ type: 'table', note })),
    ...keyring.members.map(
      (member): ContainerLine => ({
        type: 'member',
        member: { id: member.id, generation: member.generation, slots: slotsThatCount(member, settings), keys: member.keys },
      }),
    ),
    ...grants.map((one): ContainerLine => ({ type: 'grant', grant: one })),
    ...pageLines,
  ];

  const writer = createContainerWriter(platform.crypto.hasher.createStream());
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (const line of lines) {
    const added = writer.add(line);
    if (!added.ok) return err(tooLarge);
    parts.push(added.value);
  }

  const { lines: lineCount, pages: pageCount, sha256 } = writer.sum();
  const text = encodeManifestText({
    vaultId,
    copyId,
    counts: { ...counted.value, lines: lineCount, pages: pageCount },
    sha256,
    // Those of logs closed long ago are kept in pages as well; the own log's comes last.
    checkpoints: [...book.closed.map((log) => log.checkpoint), book.head.checkpoint].slice(-MAX_MANIFEST_CHECKPOINTS),
    build: platform.audit.build,
  });
  const signer = createNoteSigner(platform.crypto.notes, state.memberId, state.keys);
  const finished = writer.finish(await signer.sign(text));
  if (!finished.ok) return err(tooLarge);
  const { line, sha256: fileSha256 } = finished.value;
  return ok({ copyId, createdAt, file: new Blob([...parts, line]), sha256: fileSha256, counts: counted.value });
};
