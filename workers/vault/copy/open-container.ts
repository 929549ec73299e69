import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { MemberId, StoreId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { COPY_EPOCH } from '../../../src/core/formats/consts.ts';
import { openGrants } from '../crypto/grants.ts';
import { createPageSealer } from '../session/page-sealer.ts';
import type { VaultCrypto } from '../session/platform.ts';
import type { PlainPage } from './count-pages.ts';
import { countPages } from './count-pages.ts';
import type { ReadContainer } from './read-container.ts';

const BATCH = 64;
const damaged: Result<never, VaultError> = err({ type: 'FileRefused', reason: 'Damaged' });

/**
 * Every page of a container, opened with a member's HPKE key, and counted against what the manifest says. The plaintexts are
 * the caller's to overwrite. Errors: FileRefused.
 */
export const openContainer = async (
  crypto: VaultCrypto,
  container: ReadContainer,
  memberId: MemberId,
  pair: CryptoKeyPair,
  onProgress: (done: number, total: number) => void,
): Promise<Result<readonly PlainPage[], VaultError>> => {
  const { vaultId, copyId } = container.header;
  const scope = { vaultId, storeId: copyId as string as StoreId, epoch: COPY_EPOCH };
  // Copy keys stand in no table: the manifest's signature covers the grants.
  const held = await openGrants(scope, memberId, pair, container.grants, null);
  if (!held.ok) return damaged;
  const sealer = createPageSealer(crypto, scope, held.value);
  const pages: PlainPage[] = [];
  for (let from = 0; from < container.pages.length; from += BATCH) {
    const batch = container.pages.slice(from, from + BATCH);
    const opened = await Promise.all(
      batch.map(async ({ book, kind, no, rev, blob }): Promise<PlainPage | null> => {
        const ref = { book, kind, no };
        const plaintext = await sealer.open(ref, { rev, epoch: COPY_EPOCH, blob });
        return plaintext === null ? null : { ref, plaintext };
      }),
    );
    for (const page of opened) {
      if (page === null) return damaged;
      pages.push(page);
    }
    onProgress(pages.length, container.pages.length);
  }
  const counts = countPages(pages);
  const { persons, numbers, entries } = container.manifest.counts;
  if (!counts.ok || counts.value.persons !== persons || counts.value.numbers !== numbers || counts.value.entries !== entries) return damaged;
  return ok(pages);
};

/** Overwrites what was opened. Strings made of it cannot be wiped; the bytes can. */
export const wipePages = (pages: readonly PlainPage[]): void => {
  for (const { plaintext } of pages) plaintext.fill(0);
};

