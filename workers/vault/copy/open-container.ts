import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { MemberId, StoreId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import { COPY_EPOCH } from '../../../src/core/formats/consts.ts';
import type { ContainerPage } from '../../../src/core/formats/container.ts';
import { parsePage } from '../../../src/core/formats/page-text.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import type { PageSealer } from '../audit/ports.ts';
import { inBatches, workAhead } from '../audit/work-ahead.ts';
import { openGrants } from '../crypto/grants.ts';
import { createPageSealer } from '../session/page-sealer.ts';
import type { VaultCrypto } from '../session/platform.ts';
import { countPages } from './count-pages.ts';
import type { ReadContainer } from './read-container.ts';

/** A page of a copy, opened: where it lay, and what it says. */
export interface CopiedPage {
  readonly ref: PageRef;
  readonly content: JsonObject;
}

/** Pages between two words on the progress. */
const BATCH = 64;
const damaged: Result<never, VaultError> = err({ type: 'FileRefused', reason: 'Damaged' });

const openOne = async (sealer: PageSealer, { book, kind, no, rev, blob }: ContainerPage): Promise<Result<CopiedPage, VaultError>> => {
  const ref = { book, kind, no };
  const plaintext = await sealer.open(ref, { rev, epoch: COPY_EPOCH, blob });
  if (plaintext === null) return damaged;
  const content = parsePage(plaintext, ref);
  // Strings made of it cannot be wiped; the bytes can.
  plaintext.fill(0);
  if (content.ok) return ok({ ref, content: content.value });
  return content.error.type === 'NewerFormat' ? err({ type: 'FileRefused', reason: 'NewerFormat' }) : damaged;
};

/** Every page of a container, opened with a member's HPKE key, and counted against what the manifest says. Errors: FileRefused. */
export const openContainer = async (
  crypto: VaultCrypto,
  container: ReadContainer,
  memberId: MemberId,
  pair: CryptoKeyPair,
  onProgress: (done: number, total: number) => void,
): Promise<Result<readonly CopiedPage[], VaultError>> => {
  const { vaultId, copyId } = container.header;
  const scope = { vaultId, storeId: copyId as string as StoreId, epoch: COPY_EPOCH };
  // Copy keys stand in no table: the manifest's signature covers the grants.
  const held = await openGrants(scope, memberId, pair, container.grants, null);
  if (!held.ok) return damaged;
  const sealer = createPageSealer(crypto, scope, held.value);
  const pages: CopiedPage[] = [];
  for await (const opened of workAhead(inBatches(container.pages, BATCH), 2, (batch) => Promise.all(batch.map((page) => openOne(sealer, page))))) {
    for (const page of opened) {
      if (!page.ok) return page;
      pages.push(page.value);
    }
    onProgress(pages.length, container.pages.length);
  }
  const counts = countPages(pages, ({ content }) => content);
  const { persons, numbers, entries } = container.manifest.counts;
  if (!counts.ok || counts.value.persons !== persons || counts.value.numbers !== numbers || counts.value.entries !== entries) return damaged;
  return ok(pages);
};
