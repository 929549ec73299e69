import type { VaultError } from '../../../../src/core/contract/errors.ts';
import type { CopyCounts, CopyRow } from '../../../../src/core/contract/copy-api.ts';
import { isId } from '../../../../src/core/domain/ids.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import type { JsonObject, JsonValue } from '../../../../src/core/formats/canonical.ts';
import { isCount, isObject, isText, readList } from '../../../../src/core/formats/canonical.ts';
import { isHash } from '../../../../src/core/formats/log/entry.ts';
import type { BookState } from '../../audit/book-state.ts';
import type { PageReader } from '../../audit/page-reader.ts';
import type { PageChange } from '../../audit/plan.ts';
import { COPIES_NO, settingRef, TOMBS_NO } from '../../book/layout.ts';

/**
 * The copies that were made of this vault: disposal and a suspected leak ask which of them still hold what. One row a copy,
 * 64 a page, in setting pages from COPIES_NO on. The entries `copy-made` and `copy-verified` name the same hash.
 */
export interface LedgerCopy extends CopyRow {
  /** SHA-256 of the file, base64url. */
  readonly sha256: string;
}

/** As the page sees it. */
export const copyRowOf = (copy: LedgerCopy): CopyRow => {
  const { sha256: _, ...row } = copy;
  return row;
};

const COPIES_PER_PAGE = 64;
const FILE_NAME_CHARS = 120;

const countsToJson = (counts: CopyCounts): JsonValue => [counts.persons, counts.numbers, counts.entries];

const copyToJson = (copy: LedgerCopy): JsonObject => ({
  copyId: copy.copyId,
  madeAt: copy.madeAt,
  fileName: copy.fileName,
  bytes: copy.bytes,
  counts: countsToJson(copy.counts),
  verifiedAt: copy.verifiedAt,
  sha256: copy.sha256,
});

const parseCopy = (value: JsonValue): LedgerCopy | null => {
  if (!isObject(value)) return null;
  const { copyId, madeAt, fileName, bytes, counts, verifiedAt, sha256 } = value;
  const numbers = readList(counts, 3, (count) => (isCount(count) ? count : null));
  const [persons, kept, entries] = numbers ?? [];
  if (persons === undefined || kept === undefined || entries === undefined) return null;
  if (!isId(copyId) || !isCount(madeAt) || !isText(fileName, FILE_NAME_CHARS) || !isCount(bytes) || !isHash(sha256)) return null;
  if (verifiedAt !== null && !isCount(verifiedAt)) return null;
  return { copyId, madeAt, fileName, bytes, counts: { persons, numbers: kept, entries }, verifiedAt, sha256 };
};

const ledgerPages = (book: BookState): readonly number[] =>
  book.head.pages.filter(({ kind, no }) => kind === 'setting' && no >= COPIES_NO && no < TOMBS_NO).map(({ no }) => no);

const readPage = async (no: number, pages: PageReader): Promise<Result<readonly LedgerCopy[], VaultError>> => {
  const content = await pages.read(settingRef(no));
  if (!content.ok) return content;
  if (content.value === null) return ok([]);
  const copies = readList(content.value['copies'], COPIES_PER_PAGE, parseCopy);
  return copies === null ? err({ type: 'DatabaseDamaged', page: `setting/${no}` }) : ok(copies);
};

/** In the order they were made. Errors: DatabaseDamaged, StorageFailed. */
export const readCopies = async (book: BookState, pages: PageReader): Promise<Result<readonly LedgerCopy[], VaultError>> => {
  const all: LedgerCopy[] = [];
  for (const no of ledgerPages(book)) {
    const copies = await readPage(no, pages);
    if (!copies.ok) return copies;
    all.push(...copies.value);
  }
  return ok(all);
};

/** The page that changes when `copy` is added, or takes the place of the row with its id. */
export const copyChange = async (copy: LedgerCopy, book: BookState, pages: PageReader): Promise<Result<PageChange, VaultError>> => {
  const numbers = ledgerPages(book);
  for (const no of numbers) {
    const copies = await readPage(no, pages);
    if (!copies.ok) return copies;
    const known = copies.value.some(({ copyId }) => copyId === copy.copyId);
    const room = no === numbers.at(-1) && copies.value.length < COPIES_PER_PAGE;
    if (!known && !room) continue;
    const next = known ? copies.value.map((other) => (other.copyId === copy.copyId ? copy : other)) : [...copies.value, copy];
    return ok({ ref: settingRef(no), content: { copies: next.map(copyToJson) } });
  }
  const no = (numbers.at(-1) ?? COPIES_NO - 1) + 1;
  return ok({ ref: settingRef(no), content: { copies: [copyToJson(copy)] } });
};
