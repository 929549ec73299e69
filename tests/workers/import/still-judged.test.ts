import { beforeAll, describe, expect, test } from 'vitest';
import { tokyoDateOf } from '../../../src/core/domain/date/civil-date.ts';
import type { BookState } from '../../../workers/vault/audit/book-state.ts';
import type { IndexPage } from '../../../workers/vault/book/index-page.ts';
import type { JudgedImport } from '../../../workers/vault/service/import/judged-import.ts';
import { isStillJudged } from '../../../workers/vault/service/import/judged-import.ts';
import type { OpenVault } from '../../../workers/vault/session/open-vault.ts';
import type { VaultSettings } from '../../../workers/vault/session/vault-settings.ts';
import { createTestDevice, INPUT, makeVault, must } from '../session/support/device.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOON = Date.UTC(2026, 10, 24, 3, 0, 0);

const pageAt = (no: number): IndexPage => ({ no, rows: [], pages: [], unknown: {} });
const [FIRST, SECOND] = [pageAt(0), pageAt(1)];

let open: OpenVault;
beforeAll(async () => {
  const { worker } = await makeVault(await createTestDevice());
  open = must(worker.vaultRef.current());
});

const bookOf = (...pages: readonly IndexPage[]): BookState => ({ ...open.writer.book(), index: new Map(pages.map((page) => [page.no, page])) });

/** Judged by two pages of persons at noon; asked later, of a book and a vault that may have changed. */
const holds = (book: BookState, change: Partial<VaultSettings> = {}, now = NOON): boolean => {
  const judged: JudgedImport = { rows: [], index: bookOf(FIRST, SECOND).index, business: INPUT, today: tokyoDateOf(NOON) };
  return isStillJudged(judged, book, { ...open, settings: () => ({ ...open.settings(), ...change }), platform: { ...open.platform, now: () => now } });
};

describe('what was judged', () => {
  test('holds while nobody has changed, to the end of the day', () => {
    expect(holds(bookOf(FIRST, SECOND))).toBe(true);
    expect(holds(bookOf(SECOND, FIRST), { label: 'another', idleMinutes: 1 }, NOON + DAY_MS / 2 - 1)).toBe(true);
  });

  test('does not when any page of persons is another, one more or one fewer', () => {
    for (const book of [bookOf(pageAt(0), SECOND), bookOf(FIRST, pageAt(1)), bookOf(FIRST), bookOf(FIRST, SECOND, pageAt(2)), bookOf(FIRST, pageAt(2))])
      expect(holds(book)).toBe(false);
  });

  test('does not for another business', () => {
    expect(holds(bookOf(FIRST, SECOND), { entityType: 'company' })).toBe(false);
    expect(holds(bookOf(FIRST, SECOND), { paysSalary: !INPUT.paysSalary })).toBe(false);
  });

  test('does not on another day in Tokyo', () => {
    expect(holds(bookOf(FIRST, SECOND), {}, NOON + DAY_MS / 2)).toBe(false);
  });
});
