import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import { encodePage } from '../../../src/core/formats/page-text.ts';
import type { StoredPage } from '../storage/page-row.ts';
import type { PageSealer } from './ports.ts';

/** Thrown inside of a commit, before anything is stored, and answered as VaultFull by it (commit.ts). */
export class PageTooLarge extends Error {}

/** Content → sealed row. Throws PageTooLarge when the content does not fit into a page, and seals nothing. */
export const sealPage = async (sealer: PageSealer, ref: PageRef, rev: number, content: JsonObject): Promise<StoredPage> => {
  const plaintext = encodePage(ref, content);
  if (!plaintext.ok) throw new PageTooLarge(pageRefKey(ref));
  const row = await sealer.seal(ref, rev, plaintext.value);
  if (ref.kind === 'number') plaintext.value.fill(0);
  return { at: ref, row };
};
