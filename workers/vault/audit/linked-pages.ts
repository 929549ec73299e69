import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { parseTableText, tableHash } from '../../../src/core/formats/table-text.ts';
import { ownRef } from '../book/layout.ts';
import type { Head } from './head.ts';
import { checkpointPageCount, joinCheckpoints } from './kept-checkpoints.ts';

/**
 * Tables and checkpoint pages: the head names the last of each, and each names the one before it. So the head says of every place whether
 * there is a page, and whoever takes all of them over, to a copy or to new keys, asks for each of them and for no other.
 */
export const linkedRefs = (head: Head): readonly PageRef[] => {
  const tables = Array.from({ length: head.tableVersion }, (_, before) => ownRef('table', before + 1));
  return [...tables, ...Array.from({ length: checkpointPageCount(head) }, (_, no) => ownRef('checkpoint', no))];
};

export interface LinkedPages {
  /** Notes of the tables, version 1 first. */
  readonly tables: readonly string[];
}

/** The hash of a table's note and what it names as the one before; null when it is none. */
const readTable = (note: string, sha256: Sha256): { readonly hash: string; readonly prev: string } | null => {
  const signed = parseSignedNote(note);
  const text = signed.ok ? parseTableText(signed.value.text) : signed;
  return signed.ok && text.ok ? { hash: tableHash(signed.value.text, sha256), prev: text.value.table.prev } : null;
};

/**
 * Notes of the tables, version 1 first, when each is the one that head or the table behind it names; else the version of one that is not.
 * Who signed them is for whoever believes them (table-v1 §4).
 */
export const joinTables = (head: Head, pages: readonly (JsonObject | null)[], sha256: Sha256): LinkedPages | { readonly damaged: number } => {
  const tables: string[] = [];
  let named = head.tableHash;
  for (const [before, content] of [...pages.entries()].toReversed()) {
    const note = content?.['note'];
    const table = typeof note === 'string' ? readTable(note, sha256) : null;
    if (typeof note !== 'string' || table?.hash !== named) return { damaged: before + 1 };
    named = table.prev;
    tables.push(note);
  }
  return { tables: tables.toReversed() };
};

/** What the pages say when each is the one that head or the page behind it names; else the place of one that is not. */
export const readLinked = (head: Head, contentOf: (ref: PageRef) => JsonObject | null, sha256: Sha256): LinkedPages | { readonly damaged: PageRef } => {
  const contentsOf = (kind: PageRef['kind']) => linkedRefs(head).filter((ref) => ref.kind === kind).map(contentOf);
  const tables = joinTables(head, contentsOf('table'), sha256);
  if ('damaged' in tables) return { damaged: ownRef('table', tables.damaged) };
  const checkpoints = joinCheckpoints(head, contentsOf('checkpoint'), sha256);
  return 'damaged' in checkpoints ? { damaged: ownRef('checkpoint', checkpoints.damaged) } : tables;
};
