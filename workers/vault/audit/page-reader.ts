import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { PAGE_KEYS, pageRefKey } from '../../../src/core/formats/page.ts';
import { parsePage } from '../../../src/core/formats/page-text.ts';
import { indexNoOfPage, ownRef, pageNoOfSlot } from '../book/layout.ts';
import type { NumberPage, NumberRecord } from '../book/number-page.ts';
import { parseNumberPage } from '../book/number-page.ts';
import type { PageHash } from '../book/page-hash.ts';
import { findPageHash } from '../book/page-hash.ts';
import type { PersonPage, PersonRecord } from '../book/person-page.ts';
import { parsePersonPage } from '../book/person-page.ts';
import { digestOfBlob } from '../crypto/sha256.ts';
import type { PageRow, StoredPage } from '../storage/page-row.ts';
import type { PageStore } from '../storage/page-store.ts';
import type { BookState } from './book-state.ts';
import type { PageSealer } from './ports.ts';

/**
 * Reads one page at a time and holds it against the state head or index page name. Errors: DatabaseDamaged (another rev or
 * hash, or it does not open), NotAllowed (no key), StorageFailed, NewerFormat. Null: no such page.
 */
export interface PageReader {
  /**
   * Setting, table and checkpoint pages: content without "page" and "schema". An earlier table or checkpoint page is named by the one after
   * it, not by the head: whoever reads a row of them compares it with that.
   */
  readonly read: (ref: PageRef) => Promise<Result<JsonObject | null, VaultError>>;
  readonly readPersonPage: (no: number) => Promise<Result<PersonPage | null, VaultError>>;
  readonly readNumberPage: (no: number) => Promise<Result<NumberPage | null, VaultError>>;
  /** Null when the index knows no such person. The record's id is checked against the row's. */
  readonly readPerson: (id: PersonId) => Promise<Result<PersonRecord | null, VaultError>>;
  /** All numbers of the person, earlier ones too. */
  readonly readNumbers: (id: PersonId) => Promise<Result<readonly NumberRecord[], VaultError>>;
}

export interface PageReaderDeps {
  readonly store: PageStore;
  readonly sealer: () => PageSealer;
  readonly state: () => BookState;
  /**
   * A page that differs from the state may only be newer: a commit is just through, or the writer has halted and no longer knows.
   * Resolves true when the state is no longer `since`, which the page was held against, and the page is worth another look.
   */
  readonly catchUp: (since: BookState) => Promise<boolean>;
}

export const damagedPage = (ref: PageRef): VaultError => ({ type: 'DatabaseDamaged', page: pageRefKey(ref) });

/** The state the page must be in; null when the book has no such page. */
export const expectedPage = (state: BookState, ref: PageRef): PageHash | null => {
  const pages = ref.kind === 'person' || ref.kind === 'number' ? state.index.get(indexNoOfPage(ref.no))?.pages : state.head.pages;
  return findPageHash(pages ?? [], ref.kind, ref.no);
};

/** Named by the page after it, where the head does not name it. */
const isLinked = ({ kind }: PageRef): boolean => kind === 'table' || kind === 'checkpoint';

const hashBlob = async (row: PageRow): Promise<string> => encodeBase64url(await digestOfBlob(row.blob));

/** The state a page is in, for whatever is to name it. */
export const hashPage = async ({ at, row }: StoredPage): Promise<PageHash> => ({ kind: at.kind, no: at.no, rev: row.rev, hash: await hashBlob(row) });

/** True for the very row that was written: same rev, same bytes. */
export const isExpected = async (row: PageRow, expected: PageHash): Promise<boolean> =>
  row.rev === expected.rev && (await hashBlob(row)) === expected.hash;

/** Opens a row and reads its text; rev and hash are the caller's to compare. */
export const openPage = async (sealer: PageSealer, ref: PageRef, row: PageRow): Promise<Result<JsonObject, VaultError>> => {
  const plaintext = await sealer.open(ref, row);
  if (plaintext === null) return err(damagedPage(ref));
  const content = parsePage(plaintext, ref);
  // Strings made of it cannot be wiped; the bytes can.
  if (ref.kind === 'number') plaintext.fill(0);
  if (content.ok) return content;
  return err(content.error.type === 'NewerFormat' ? content.error : damagedPage(ref));
};

/** The content of the very row that was written. Compared and opened side by side; what another row opens to is not looked at. */
export const openExpected = async (sealer: PageSealer, ref: PageRef, row: PageRow | null, expected: PageHash): Promise<Result<JsonObject, VaultError>> => {
  if (row === null) return err(damagedPage(ref));
  const [same, content] = await Promise.all([isExpected(row, expected), openPage(sealer, ref, row)]);
  return same ? content : err(damagedPage(ref));
};

/** Null: there is none. */
const openLinked = (sealer: PageSealer, ref: PageRef, row: PageRow | null): Promise<Result<JsonObject | null, VaultError>> =>
  row === null ? Promise.resolve(ok(null)) : openPage(sealer, ref, row);

export const createPageReader = (deps: PageReaderDeps): PageReader => {
  const readOnce = async (state: BookState, ref: PageRef): Promise<Result<JsonObject | null, VaultError>> => {
    const expected = expectedPage(state, ref);
    if (expected === null && !isLinked(ref)) return ok(null);
    const rows = await deps.store.read([ref]);
    if (!rows.ok) return rows;
    const [row = null] = rows.value;
    return expected === null ? openLinked(deps.sealer(), ref, row) : openExpected(deps.sealer(), ref, row, expected);
  };

  const read: PageReader['read'] = async (ref) => {
    if (!deps.sealer().holds(PAGE_KEYS[ref.kind])) return err({ type: 'NotAllowed' });
    const since = deps.state();
    const first = await readOnce(since, ref);
    if (first.ok || first.error.type !== 'DatabaseDamaged') return first;
    return (await deps.catchUp(since)) ? readOnce(deps.state(), ref) : first;
  };

  const readParsed = async <T>(ref: PageRef, parse: (no: number, content: JsonObject) => T | null): Promise<Result<T | null, VaultError>> => {
    const content = await read(ref);
    if (!content.ok || content.value === null) return content.ok ? ok(null) : content;
    const page = parse(ref.no, content.value);
    return page === null ? err(damagedPage(ref)) : ok(page);
  };

  const readPersonPage: PageReader['readPersonPage'] = (no) => readParsed(ownRef('person', no), parsePersonPage);
  const readNumberPage: PageReader['readNumberPage'] = (no) => readParsed(ownRef('number', no), parseNumberPage);

  const slotOf = (id: PersonId): number | null => {
    for (const page of deps.state().index.values()) {
      const row = page.rows.find((one) => one.id === id);
      if (row !== undefined) return row.slot;
    }
    return null;
  };

  const readPerson: PageReader['readPerson'] = async (id) => {
    const slot = slotOf(id);
    if (slot === null) return ok(null);
    const no = pageNoOfSlot(slot);
    const page = await readPersonPage(no);
    if (!page.ok) return page;
    const record = page.value?.records.get(slot);
    if (record?.id === id) return ok(record);
    // Taken out, or to another slot, while its page was read.
    return slotOf(id) === slot ? err(damagedPage(ownRef('person', no))) : readPerson(id);
  };

  return {
    read,
    readPersonPage,
    readNumberPage,
    readPerson,
    readNumbers: async (id) => {
      const slot = slotOf(id);
      if (slot === null) return ok([]);
      const page = await readNumberPage(pageNoOfSlot(slot));
      return page.ok ? ok((page.value?.records ?? []).filter((record) => record.person === id)) : page;
    },
  };
};
