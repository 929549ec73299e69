import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { CopyCounts } from '../../../src/core/contract/copy-api.ts';
import type { CopyId, StoreId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { COPY_EPOCH, CONTAINER_VERSION } from '../../../src/core/formats/consts.ts';
import type { ContainerLine } from '../../../src/core/formats/container.ts';
import { createContainerWriter } from '../../../src/core/formats/container-writer.ts';
import { MAX_CONTAINER_BYTES } from '../../../src/core/formats/limits.ts';
import { encodeManifestText } from '../../../src/core/formats/manifest.ts';
import type { OpenedPage } from '../audit/reseal.ts';
import type { PageSealer } from '../audit/ports.ts';
import { makeKeys } from '../session/epoch-keys.ts';
import { slotsThatCount } from '../session/keyring-edit.ts';
import type { OpenSession } from '../session/open-session.ts';
import { createPageSealer } from '../session/page-sealer.ts';
import type { SessionPlatform } from '../session/platform.ts';
import { countPages } from './count-pages.ts';
import { gatherPages } from './gather-pages.ts';

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

const gather = async (platform: SessionPlatform, session: OpenSession): Promise<Result<readonly OpenedPage[], VaultError>> => {
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
    if (gathered.ok && session.writer.book() === book) return gathered;
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
  const pages = await gather(platform, session);
  if (!pages.ok) return pages;
  const tables = await session.writer.log.tables();
  if (!tables.ok) return tables;
  const counted = countPages(pages.value);
  if (!counted.ok) return counted;

  const { keyring, settings, table } = session.state();
  const { vaultId, storeId } = keyring;
  const copyId = platform.crypto.random.id() as CopyId;
  const createdAt = platform.audit.now();
  // A copy stands where an installation stands in every aad: its id is the store's, its only epoch is 0.
  const scope = { vaultId, storeId: copyId as string as StoreId, epoch: COPY_EPOCH };
  const { keys, grant } = await makeKeys(platform.crypto.random, null);
  const { grants } = await grant(scope, table.table.members);
  const sealer = createPageSealer(platform.crypto, scope, keys);
  const total = pages.value.length;
  const pageLines = await sealLines(sealer, pages.value, (done) =>
    platform.emit({ type: 'Progress', job: 'copy', done: total + done, total: total * 2 }),
  );

  const header = { version: CONTAINER_VERSION, minReader: CONTAINER_VERSION, kind: 'own', vaultId, storeId, copyId, created: createdAt, unknown: [] } as const;
  const lines: readonly ContainerLine[] = [
    { type: 'header', header },
    ...tables.value.map((note): ContainerLine => ({ type: 'table', note })),
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
  const whole = platform.crypto.hasher.createStream();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const take = (added: ReturnType<typeof writer.add>): boolean => {
    if (!added.ok) return false;
    whole.update(added.value);
    parts.push(added.value);
    return true;
  };
  for (const line of lines) if (!take(writer.add(line))) return err(tooLarge);

  const { head } = session.writer.book();
  const { lines: lineCount, pages: pageCount, sha256 } = writer.sum();
  const text = encodeManifestText({
    vaultId,
    copyId,
    counts: { ...counted.value, lines: lineCount, pages: pageCount },
    sha256,
    checkpoints: [...head.closed.map((log) => log.checkpoint), head.checkpoint],
    build: platform.audit.build,
  });
  if (!take(writer.finish(await session.vault.signer().sign(text)))) return err(tooLarge);
  return ok({ copyId, createdAt, file: new Blob(parts), sha256: encodeBase64url(whole.digest()), counts: counted.value });
};
