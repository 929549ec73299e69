import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { CopyCounts, CopyRow } from '../../../src/core/contract/copy-api.ts';
import { isId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { isCount, isObject, isText, isTime, readList } from '../../../src/core/formats/canonical.ts';
import { isHash } from '../../../src/core/formats/log/entry.ts';
import type { BookState } from '../audit/book-state.ts';
import type { PageReader } from '../audit/page-reader.ts';
import type { PageChange } from '../audit/plan.ts';
import { COPIES_NO, settingRef, TOMBS_NO } from '../book/layout.ts';

/**
 * The copies that were made of this vault: disposal and a suspected leak ask which of them still hold what. One row a copy,
 * 64 a page, in setting pages from COPIES_NO on. The entries `copy-made` and `copy-verified` name the same hash.
 */
export interface LedgerCopy extends CopyRow {
  /** SHA-256 of the file, base64url. */
  readonly sha256: string;
  /** Fields a newer writer added. */
  readonly unknown: JsonObject;
}

/** As the page sees it. */
export const copyRowOf = (copy: LedgerCopy): CopyRow => {
  const { sha256: _, unknown: __, ...row } = copy;
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
  ...(copy.brokenUntil === null ? {} : { brokenUntil: copy.brokenUntil }),
  sha256: copy.sha256,
  ...copy.unknown,
});

const parseCopy = (value: JsonValue): LedgerCopy | null => {
  if (!isObject(value)) return null;
  const { copyId, madeAt, fileName, bytes, counts, verifiedAt, brokenUntil = null, sha256, ...unknown } = value;
  const numbers = readList(counts, 3, (count) => (isCount(count) ? count : null));
  const [persons, kept, entries] = numbers ?? [];
  if (persons === undefined || kept === undefined || entries === undefined) return null;
  if (!isId(copyId) || !isTime(madeAt) || !isText(fileName, FILE_NAME_CHARS) || !isCount(bytes) || !isHash(sha256)) return null;
  if (verifiedAt !== null && !isTime(verifiedAt)) return null;
  if (brokenUntil !== null && !isTime(brokenUntil)) return null;
  return { copyId, madeAt, fileName, bytes, counts: { persons, numbers: kept, entries }, verifiedAt, brokenUntil, sha256, unknown };
};

const isLedger = (no: number): boolean => no >= COPIES_NO && no < TOMBS_NO;

interface LedgerPage {
  readonly no: number;
  readonly copies: readonly LedgerCopy[];
  /** Fields a newer writer added. */
  readonly unknown: JsonObject;
}

const parseLedgerPage = (no: number, content: JsonObject): LedgerPage | null => {
  const { copies: list, ...unknown } = content;
  const copies = readList(list, COPIES_PER_PAGE, parseCopy);
  return copies === null ? null : { no, copies, unknown };
};

const readLedger = async (book: BookState, pages: PageReader): Promise<Result<readonly LedgerPage[], VaultError>> => {
  const ledger: LedgerPage[] = [];
  for (const { kind, no } of book.head.pages) {
    if (kind !== 'setting' || !isLedger(no)) continue;
    const content = await pages.read(settingRef(no));
    if (!content.ok) return content;
    const page = content.value === null ? null : parseLedgerPage(no, content.value);
    if (page === null) return err({ type: 'DatabaseDamaged', page: `setting/${no}` });
    ledger.push(page);
  }
  return ok(ledger);
};

/** In the order they were made. Errors: DatabaseDamaged, StorageFailed. */
export const readCopies = async (book: BookState, pages: PageReader): Promise<Result<readonly LedgerCopy[], VaultError>> => {
  const ledger = await readLedger(book, pages);
  return ledger.ok ? ok(ledger.value.flatMap(({ copies }) => copies)) : ledger;
};

const pageOf = ({ no, copies, unknown }: LedgerPage): PageChange => ({ ref: settingRef(no), content: { copies: copies.map(copyToJson), ...unknown } });

/** The page of a ledger that changes when `copy` is added, or takes the place of the row with its id. `pages`: all of it, in order. */
const changeOf = (copy: LedgerCopy, pages: readonly LedgerPage[]): PageChange => {
  const known = pages.find(({ copies }) => copies.some(({ copyId }) => copyId === copy.copyId));
  if (known !== undefined) return pageOf({ ...known, copies: known.copies.map((other) => (other.copyId === copy.copyId ? copy : other)) });
  const last = pages.at(-1);
  if (last !== undefined && last.copies.length < COPIES_PER_PAGE) return pageOf({ ...last, copies: [...last.copies, copy] });
  return pageOf({ no: (last?.no ?? COPIES_NO - 1) + 1, copies: [copy], unknown: {} });
};

/** The page that changes when `copy` is added, or takes the place of the row with its id. Errors: DatabaseDamaged, StorageFailed. */
export const copyChange = async (copy: LedgerCopy, book: BookState, pages: PageReader): Promise<Result<PageChange, VaultError>> => {
  const ledger = await readLedger(book, pages);
  return ledger.ok ? ok(changeOf(copy, ledger.value)) : ledger;
};

/** Setting pages of a copy with one more copy in their ledger; null when the ledger in them is none. */
export const addCopy = (copy: LedgerCopy, settings: readonly PageChange[]): readonly PageChange[] | null => {
  const ledger: LedgerPage[] = [];
  for (const { ref, content } of settings.toSorted((a, b) => a.ref.no - b.ref.no)) {
    if (!isLedger(ref.no)) continue;
    const page = content === null ? null : parseLedgerPage(ref.no, content);
    if (page === null) return null;
    ledger.push(page);
  }
  const change = changeOf(copy, ledger);
  return [...settings.filter(({ ref }) => ref.no !== change.ref.no), change];
};
