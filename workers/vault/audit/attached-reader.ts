import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { PAGE_KEYS } from '../../../src/core/formats/page.ts';
import { attachedNo } from '../book/layout.ts';
import type { PageStore } from '../storage/page-store.ts';
import { hashAttached, parseAttachedPart, parseAttachedText } from './attached-page.ts';
import { damagedPage, openPage } from './page-reader.ts';
import type { PageSealer } from './ports.ts';

/** Where an attachment lies, and what the entry says of it. */
export interface AttachedPlace {
  readonly book: string;
  readonly kind: 'attach' | 'list';
  readonly seq: number;
  /** Place in the entry's attach list. */
  readonly at: number;
  readonly hash: string;
}

/** True for attachments that have pages; others name a hash of something that lies elsewhere. */
export const hasPages = (kind: string): kind is 'attach' | 'list' => kind === 'attach' || kind === 'list';

export interface AttachedReaderDeps {
  readonly store: PageStore;
  readonly sealer: PageSealer;
  readonly sha256: Sha256;
}

export interface AttachedPages {
  readonly content: JsonObject;
  /** How many pages it has. */
  readonly parts: number;
}

/**
 * All parts of an attachment, checked against the hash in the entry's line. Null: it is gone. Errors: NotAllowed,
 * DatabaseDamaged, StorageFailed.
 */
export const readAttachedPages = async (
  { store, sealer, sha256 }: AttachedReaderDeps,
  { book, kind, seq, at, hash }: AttachedPlace,
): Promise<Result<AttachedPages | null, VaultError>> => {
  if (!sealer.holds(PAGE_KEYS[kind])) return err({ type: 'NotAllowed' });
  let text = '';
  let salt = '';
  let parts = 1;
  for (let part = 0; part < parts; part += 1) {
    const ref: PageRef = { book, kind, no: attachedNo(seq, at, part) };
    const rows = await store.read([ref]);
    if (!rows.ok) return rows;
    const row = rows.value[0] ?? null;
    if (row === null) return part === 0 ? ok(null) : err(damagedPage(ref));
    const content = await openPage(sealer, ref, row);
    if (!content.ok) return content;
    const parsed = parseAttachedPart(content.value);
    if (parsed?.part !== part || (part > 0 && (parsed.parts !== parts || parsed.salt !== salt))) return err(damagedPage(ref));
    ({ parts, salt } = parsed);
    text += parsed.text;
  }
  const content = hashAttached(sha256, { salt, text }) === hash ? parseAttachedText(text) : null;
  return content === null ? err(damagedPage({ book, kind, no: attachedNo(seq, at, 0) })) : ok({ content, parts });
};
