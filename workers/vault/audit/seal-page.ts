import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import { encodePage } from '../../../src/core/formats/page-text.ts';
import type { StoredPage } from '../storage/page-row.ts';
import type { PageSealer } from './ports.ts';

/**
 * Content → sealed row. Throws when the content is too large for a page: whoever makes content splits it, so this is a defect
 * and never a reason to lose what the user typed half-way through a commit.
 */
export const sealPage = async (sealer: PageSealer, ref: PageRef, rev: number, content: JsonObject): Promise<StoredPage> => {
  const plaintext = encodePage(ref, content);
  if (!plaintext.ok) throw new Error(`${pageRefKey(ref)}: ${plaintext.error}`);
  const row = await sealer.seal(ref, rev, plaintext.value);
  if (ref.kind === 'number') plaintext.value.fill(0);
  return { at: ref, row };
};
